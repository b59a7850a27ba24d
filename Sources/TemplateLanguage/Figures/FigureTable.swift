package import Diagnostics
internal import FoundationEssentials
package import Values

/// A list as figures: of each item a label, and a number from each of some fields.
package struct FigureTable: Hashable, Sendable {
    package let labels: [String]
    /// A column for each field, of exact numbers with a decimal point; nil where an item has none.
    package let columns: [[String?]]

    /// Reads the items; a path that leads through a list, such as `muc.so_tien` of a group, is the sum over it.
    ///
    /// Null counts as the empty list. Throws what is wrong with the first bad item.
    package init(_ list: Value, labels: String, numbers: [String], _ words: TagSource) throws(Failure) {
        do throws(ValueFault) {
            let named = try ListItems(list, field: .text(labels))
            self.labels = try FigureTable.texts(named)
            var columns: [[String?]] = []
            for field in numbers {
                let path = field.split(separator: ".").map(String.init)[...]
                var column: [String?] = []
                for (place, item) in named.items.enumerated() {
                    let place = ListPlace(item: place + 1, field: field)
                    column.append(try FigureTable.number(at: path, of: item, place)?.description)
                }
                columns.append(column)
            }
            self.columns = columns
        } catch { throw Failure(error.diagnostic(in: words.inside, at: words.place)) }
    }

    private static func texts(_ list: ListItems) throws(ValueFault) -> [String] {
        var texts: [String] = []
        for (place, value) in list.values.enumerated() {
            if value == .null {
                texts.append("")
            } else if let text = value.plainText {
                texts.append(text)
            } else {
                throw ValueFault(.wrongItem(list.place(place), wanted: .printable, found: value))
            }
        }
        return texts
    }

    private static func number(at path: ArraySlice<String>, of value: Value, _ place: ListPlace)
        throws(ValueFault) -> Decimal?
    {
        switch value {
        case .null: return nil
        case .list(let items):
            var sum: Decimal?
            for item in items {
                guard let number = try number(at: path, of: item, place) else { continue }
                sum = try sum.map { sum throws(ValueFault) in try ExactArithmetic.sum(sum, number) } ?? number
            }
            return sum
        case .record(let record):
            guard let name = path.first else { break }
            guard let inner = record[name] else {
                let nearest = path.count == 1 ? nearestName(to: name, among: record.shape.names) : nil
                throw ValueFault(.itemWithout(field: name, item: place.item, nearest: nearest))
            }
            return try number(at: path.dropFirst(), of: inner, place)
        case .text(""): return nil
        case .boolean, .number, .text, .date:
            if path.isEmpty, let number = Filter.typedNumber(value) { return number }
        }
        throw ValueFault(.wrongItem(place, wanted: .number, found: value))
    }
}
