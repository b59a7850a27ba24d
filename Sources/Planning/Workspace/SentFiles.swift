internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// Tells from the names of files which unit has sent which.
struct Senders {
    private let units: [Agency.Unit]
    private var files: [String: String] = [:]
    private(set) var faults: [Diagnostic] = []

    init(_ agency: Agency?) { units = agency?.units ?? [] }

    /// The units that have sent something, by code.
    var sent: Set<String> { Set(files.keys) }

    /// The unit by its code, name or abbreviation in the name of the file; nil, and a fault, for nobody's or a second file.
    mutating func unit(of file: WorkspaceFile) -> String? {
        guard let sender = file.sender else { return nil }
        guard let unit = unit(named: sender) else {
            faults.append(.unknownSender(sender, units.map(\.code), at: file.name))
            return nil
        }
        if let first = files[unit.code] {
            faults.append(.sentTwice(unit, first: first, at: file.name))
            return nil
        }
        files[unit.code] = file.name
        return unit.code
    }

    /// The one unit that a text names; nil for none, or several.
    func unit(named text: String) -> Agency.Unit? {
        func names(_ unit: Agency.Unit) -> [String] {
            [unit.code, unit.name, unit.abbreviation].compactMap { $0.map(PlainLetters.folded) }
        }
        let whole = PlainLetters.folded(text)
        if let unit = units.first(where: { names($0).contains(whole) }) { return unit }
        // `du-toan-VP`, `Dự toán 2026 - Văn phòng`: the one unit whose code or name stands in it by itself.
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map { PlainLetters.folded(String($0)) })
        let named = units.filter { unit in
            names(unit).contains { words.contains($0) || $0.count > 6 && whole.contains($0) }
        }
        return named.count == 1 ? named[0] : nil
    }

    /// What the title of a sheet says against being this unit's of this year: “Đơn vị: …” and “DỰ TOÁN … NĂM …”.
    ///
    /// A unit that the agency does not know, and a title without a year, say nothing.
    func contradictions(above texts: [(text: String, place: Location)], of sender: String, year: Int?)
        -> [Diagnostic]
    {
        texts.compactMap { text, place -> Diagnostic? in
            if let colon = text.firstIndex(of: ":"), PlainLetters.folded(text[..<colon]) == "donvi",
                let other = unit(named: String(text[text.index(after: colon)...])), other.code != sender
            {
                return .sheetOfOtherUnit(other, units.first { $0.code == sender }?.name ?? sender, at: place)
            }
            guard let year, PlainLetters.folded(text).contains("dutoan") else { return nil }
            let years = Senders.years(in: text)
            return years.isEmpty || years.contains(year) ? nil : .sheetOfOtherYear(years[0], year, at: place)
        }
    }

    /// The numbers of four digits behind “năm”.
    private static func years(in text: String) -> [Int] {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return zip(words, words.dropFirst()).compactMap { word, next in
            PlainLetters.folded(String(word)) == "nam" && next.utf8.count == 4 ? Int(next) : nil
        }
    }
}

/// The estimates that units have sent, each as a group of the whole.
struct SentEstimates {
    private let agency: Agency?
    private let expected: [String]
    private let place: Location
    private let year: Int
    private(set) var faults: [Diagnostic] = []

    /// A file with the group its rows stand in.
    struct Sent {
        let file: WorkspaceFile
        let group: Located<EstimateFile.Row>
    }

    /// What a unit's file of keys has: rows alone.
    static let form = DataForm.record(
        "du_toan_don_vi", "Dự toán của một đơn vị.", blank: Rows(),
        [.required("muc", \.rows, .list(of: EstimateFile.Row.form.located), "Các dòng dự toán của đơn vị.")])

    struct Rows: Sendable { var rows: [Located<EstimateFile.Row>] = [] }

    init(_ agency: Agency?, _ entry: Located<EstimateFile>) {
        self.agency = agency
        expected = entry.senders.isEmpty ? (agency?.units ?? []).map(\.code) : entry.senders
        place = entry.place.location
        year = entry.year.value ?? 0
    }

    /// In the order of the agency's units.
    mutating func inOrder(_ files: [WorkspaceFile]) -> [Sent] {
        var senders = Senders(agency)
        var sent: [String: WorkspaceFile] = [:]
        for file in files { if let unit = senders.unit(of: file) { sent[unit] = file } }
        faults += senders.faults
        let missing = expected.filter { sent[$0] == nil }.compactMap { agency?.unit($0)?.name }
        // Files of nobody may be theirs.
        let unnamed = files.count { $0.sender.map { senders.unit(named: $0) == nil } ?? false }
        if missing.count > unnamed { faults.append(.notSent(missing, year, at: place)) }
        return (agency?.units ?? []).compactMap { unit in
            sent[unit.code].map { Sent(file: $0, group: group(unit, $0)) }
        }
    }

    private func group(_ unit: Agency.Unit, _ file: WorkspaceFile) -> Located<EstimateFile.Row> {
        let place = DataReading(file: file.name).place(Position(line: 1, column: 1))
        var row = EstimateFile.Row()
        row.kind = .group
        row.title = .given(Located(value: unit.name, place: place))
        row.unitInCharge = unit.code
        return Located(value: row, place: place)
    }
}

extension BudgetEstimate {
    /// Files without a row, such as a form that nobody has filled in.
    func unitsWithoutRows(sent files: [WorkspaceFile], _ agency: Agency?) -> [Diagnostic] {
        var senders = Senders(agency)
        return files.compactMap { file -> Diagnostic? in
            guard let name = senders.unit(of: file).flatMap({ agency?.unit($0)?.name }) else { return nil }
            let isEmpty = rows.contains { row in
                guard case .group(let group, let rows) = row else { return false }
                return group.title == name && rows.isEmpty
            }
            return isEmpty ? .nothingSent(at: file.name) : nil
        }
    }

    /// Items that two units have alike: the same words, quantity and price.
    func itemsOfSeveralUnits(at file: String) -> [Diagnostic] {
        struct Key: Hashable {
            let title: String
            let quantity: Decimal?
            let price: Decimal?
            let amount: Money

            func hash(into hasher: inout Hasher) {
                hasher.combine(title)
                hasher.combine(amount)
            }
        }
        guard unitsInCharge.count > 1 else { return [] }
        var first: [Key: String] = [:]
        var told: Set<Key> = []
        var faults: [Diagnostic] = []
        for item in rows.items {
            guard let unit = item.unitInCharge, item.amount != .zero else { continue }
            let key = Key(
                title: PlainLetters.folded(item.title), quantity: item.quantity, price: item.unitPrice,
                amount: item.amount)
            guard let other = first[key] else {
                first[key] = unit
                continue
            }
            if other != unit, told.insert(key).inserted {
                faults.append(.itemInTwoUnits(item.title, other, unit, item.amount, at: .file(file)))
            }
        }
        return faults
    }
}

extension Diagnostic {
    fileprivate static func unknownSender(_ name: String, _ units: [String], at file: String) -> Diagnostic {
        let list = units.joined(separator: ", ")
        return .error(
            "planning.unknown-sender", at: .file(file), "không rõ tệp “\(name)” là của đơn vị nào",
            en: "it is not clear which unit has sent “\(name)”", fix: "đặt tên tệp theo mã đơn vị: \(list)",
            en: "name the file after the unit's code: \(list)")
    }

    fileprivate static func sentTwice(_ unit: Agency.Unit, first: String, at file: String) -> Diagnostic {
        .error(
            "planning.sent-twice", at: .file(file), "\(unit.name) đã có tệp khác: \(first)",
            en: "\(unit.code) has another file: \(first)", fix: "giữ một tệp của mỗi đơn vị",
            en: "keep one file of each unit")
    }

    fileprivate static func sheetOfOtherUnit(_ other: Agency.Unit, _ unit: String, at place: Location)
        -> Diagnostic
    {
        .error(
            "planning.sheet-of-other-unit", at: place,
            "bảng ghi là của \(other.name), nhưng tệp nộp cho \(unit)",
            en: "the sheet says it is \(other.code)'s, while the file is handed in for another unit",
            fix: "nộp đúng bảng của đơn vị, hoặc sửa dòng này",
            en: "hand in the unit's own, or mend this line")
    }

    fileprivate static func sheetOfOtherYear(_ found: Int, _ year: Int, at place: Location) -> Diagnostic {
        .error(
            "planning.sheet-of-other-year", at: place, "bảng ghi là của năm \(found), không phải năm \(year)",
            en: "the sheet says it is of \(found), not of \(year)",
            fix: "nộp bảng của năm \(year), hoặc sửa dòng này",
            en: "hand in the sheet of \(year), or mend this line")
    }

    fileprivate static func nothingSent(at file: String) -> Diagnostic {
        .warning(
            "planning.nothing-sent", at: .file(file), "tệp chưa có khoản nào, như chưa gửi",
            en: "the file has no item yet, as if nothing had been sent", fix: "điền các khoản rồi nộp lại",
            en: "fill in the items and hand it in again")
    }

    fileprivate static func notSent(_ units: [String], _ year: Int, at place: Location) -> Diagnostic {
        let list = units.joined(separator: "; ")
        return .warning(
            "planning.not-sent", at: place, "chưa gửi dự toán năm \(year): \(list)",
            en: "no estimate of \(year) has come from: \(list)",
            fix: "thêm tệp của đơn vị vào du-toan/\(year), hoặc ghi các đơn vị phải gửi ở khóa don_vi_lap",
            en: "add the unit's file to du-toan/\(year), or list who has to send one under don_vi_lap")
    }

    fileprivate static func itemInTwoUnits(
        _ title: String, _ first: String, _ second: String, _ amount: Money, at place: Location
    ) -> Diagnostic {
        .warning(
            "planning.item-in-two-units", at: place,
            "khoản “\(title.shortened)” (\(amount.text) đồng) có ở cả \(first) và \(second)",
            en: "the item “\(title.shortened)” (\(amount.text) đồng) stands in both \(first) and \(second)",
            fix: "bỏ ở một đơn vị, nếu là cùng một khoản", en: "take it out of one, if it is the same item")
    }
}
