package import Diagnostics
package import FoundationEssentials
package import Values
internal import VietnameseText

extension DataForm where Value == Decimal {
    /// An exact decimal: at most 16 digits before the comma and 6 after it.
    package static var number: DataForm { number(percent: .inHundredths) }

    /// The same, with a say in what `20%` is.
    package static func number(percent: DataReading.Percent) -> DataForm {
        let name = Wording("số", en: "a number")
        return DataForm(
            FormDescription(name, .number(orWords: [])),
            read: { node, _, reading in reading.number(in: node, expected: name, percent: percent) },
            write: { .number(unambiguous: $0.description) })
    }
}

extension DataForm where Value == Int {
    package static func integer(in range: ClosedRange<Int>) -> DataForm {
        let name = Wording(
            "số nguyên \(range.lowerBound)–\(range.upperBound)",
            en: "a whole number \(range.lowerBound)–\(range.upperBound)")
        return DataForm(
            FormDescription(name, .integer(range)),
            read: { node, _, reading in
                guard let written = reading.line(of: node, expected: name) else { return nil }
                guard written.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(written) else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                guard range.contains(value) else {
                    reading.note(.outOfRange(written, range, at: reading.location(node.position)))
                    return nil
                }
                return value
            }, write: { .number(String($0)) })
    }
}

extension DataForm where Value == Double {
    /// Points or millimetres; nothing on a sheet of paper is larger.
    package static var measure: DataForm {
        let name = Wording("số từ 0 đến 2000", en: "a number from 0 to 2000")
        return DataForm(
            FormDescription(name, .number(orWords: [])),
            read: { node, _, reading in
                guard let number = reading.anyNumber(in: node, expected: name) else { return nil }
                guard let value = Double(number.description), (0...2000).contains(value) else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                return value
            }, write: { .number(unambiguous: $0.written) })
    }
}

extension DataForm where Value == ClosedRange<Double> {
    /// `13`, `[13, 14]`, or `{tu: 18}` without an upper end.
    package static var range: DataForm {
        let name = Wording("số, [từ, đến] hoặc {tu: …}", en: "a number, [from, to] or {tu: …}")
        let measure = DataForm<Double>.measure
        return DataForm(
            name: name,
            read: { node, _, reading in
                // What is no number is told of as no range.
                var parts = DataReading(file: reading.file)
                switch node.content {
                case .number, .text: if let value = measure.read(node, nil, &parts) { return value...value }
                case .sequence(let nodes):
                    let ends = nodes.compactMap { measure.read($0, nil, &parts) }
                    if nodes.count == 2, ends.count == 2, ends[0] <= ends[1] { return ends[0]...ends[1] }
                case .mapping(let entries):
                    if entries.count == 1, entries[0].key == "tu",
                        let from = measure.read(entries[0].value, nil, &parts)
                    {
                        return from...Double.greatestFiniteMagnitude
                    }
                case .null, .boolean: break
                }
                reading.noteWrongType(node, expected: name)
                return nil
            },
            write: { range in
                let (from, to) = (measure.write(range.lowerBound), measure.write(range.upperBound))
                if range.lowerBound == range.upperBound { return from }
                if range.upperBound == .greatestFiniteMagnitude {
                    return .mapping([SourceNode.entry("tu", from)])
                }
                return .sequence([from, to].map { SourceNode($0, at: .start) })
            })
    }
}

extension DataReading {
    /// What `20%` is.
    package enum Percent: Sendable {
        /// 20, as tables of targets count.
        case inHundredths
        /// 0,2, as whatever is multiplied counts.
        case asFraction
    }

    /// An exact decimal, as YAML and JSON have it or as official papers do: the one reading of numbers in data files.
    package mutating func number(
        in node: SourceNode, expected name: Wording, percent: Percent = .inHundredths
    ) -> Decimal? {
        guard let number = anyNumber(in: node, expected: name, percent: percent) else { return nil }
        guard number.isNearer(than: 10_000_000_000_000_000), number.exponent >= -6 else {
            note(.numberTooLong(NumberFormat.text(number), at: location(node.position)))
            return nil
        }
        return number
    }

    /// A number of any length.
    fileprivate mutating func anyNumber(
        in node: SourceNode, expected name: Wording, percent: Percent = .inHundredths
    ) -> Decimal? {
        switch node.content {
        case .number(let written):
            if let small = TypedNumber.smallWhole(written) { return Decimal(small, places: 0) }
            // A cell's number was never typed here: its point is the decimal point.
            if sheet != nil, let number = NumberText.decimal(written.utf8.span) { return number }
            return typedNumber(written, as: .bare, percent, at: node.position)
        case .text(let written): return typedNumber(written.trimmed, as: .text, percent, at: node.position)
        case .null, .boolean, .sequence, .mapping:
            noteNotANumber(node, expected: name)
            return nil
        }
    }

    private mutating func typedNumber(
        _ written: String, as writing: TypedNumber.Writing, _ percent: Percent, at position: Position
    ) -> Decimal? {
        do throws(NumberFault) {
            let typed = try TypedNumber(parsing: written, as: writing).withoutSecondReading()
            if let doubt = typed.doubt { note(doubt.diagnostic(readAs: typed.value, at: location(position))) }
            return typed.unit == .percent && percent == .inHundredths ? typed.percentage : typed.value
        } catch {
            note(error.diagnostic(at: location(position)))
            return nil
        }
    }
}

extension SourceNode.Content {
    /// A number, with a zero more where its three decimals would be taken for thousands.
    package static func number(unambiguous written: String) -> Self {
        .number(NumberText.looksLikeThousands(written) ? written + "0" : written)
    }
}

extension Double {
    /// `13`, `12.7`: what reads back as the same number.
    fileprivate var written: String {
        self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self)
    }
}
