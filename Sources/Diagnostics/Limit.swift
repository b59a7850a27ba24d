internal import Synchronization

/// How much an input may ask of this machine before it is refused, each by a name under which its user may raise it.
///
/// All are far above what people make. They hold for the whole process and are changed, if at all, before it reads anything.
package enum Limit: Int, CaseIterable, Sendable {
    /// Size of a package, workbook or document that is read, in bytes.
    case fileSize
    /// Parts in one package.
    case partCount
    /// Size of one part of a package, inflated, in bytes.
    case partSize
    /// Size of all parts of a package together, inflated, in bytes.
    case contentSize
    /// Attributes of one XML element: libxml2's search for doubles is quadratic, so they are counted before it pays.
    case attributeCount
    /// Combining marks on one letter.
    case markCount
    /// Size of a record of JSON Lines or of a JSON list, in bytes.
    case recordSize
    /// Rows of a sheet one after another that hold nothing but formatting.
    case emptyRowCount
    /// How often a document may repeat something of its template.
    case repeatCount
    /// Size of a picture that data brings, in bytes.
    case pictureSize
    /// Width times height of such a picture.
    case pixelCount
    /// Size of one part of a document that is made, in bytes.
    case resultPartSize
    /// Seconds that LibreOffice may take for a run.
    case officeTime
    /// Seconds that a command for single documents may take; none for one that works through many.
    case time

    /// Its name on the command line.
    package var name: Wording {
        switch self {
        case .fileSize: Wording("tep", en: "file")
        case .partCount: Wording("so-phan", en: "parts")
        case .partSize: Wording("mot-phan", en: "part")
        case .contentSize: Wording("bung-ra", en: "contents")
        case .attributeCount: Wording("thuoc-tinh", en: "attributes")
        case .markCount: Wording("dau-chong", en: "marks")
        case .recordSize: Wording("ban-ghi", en: "record")
        case .emptyRowCount: Wording("hang-trong", en: "empty-rows")
        case .repeatCount: Wording("lan-lap", en: "repeats")
        case .pictureSize: Wording("hinh", en: "picture")
        case .pixelCount: Wording("diem-anh", en: "pixels")
        case .resultPartSize: Wording("phan-ket-qua", en: "result-part")
        case .officeTime: Wording("giay-libreoffice", en: "office-seconds")
        case .time: Wording("giay", en: "seconds")
        }
    }

    /// What it is where nobody changes it.
    package var usual: Int {
        switch self {
        case .fileSize: 512 << 20
        case .partCount: 10_000
        case .partSize: 256 << 20
        case .contentSize, .resultPartSize: 1 << 30
        case .attributeCount: 4096
        case .markCount: 1000
        case .recordSize: 16 << 20
        case .emptyRowCount: 100_000
        case .repeatCount: 50_000_000
        case .pictureSize: 64 << 20
        case .pixelCount: 250_000_000
        case .officeTime: 120
        case .time: 3600
        }
    }

    /// The most it can be raised to: what formats, readers and counters hold.
    package var greatest: Int {
        switch self {
        case .partSize, .recordSize, .pictureSize, .pixelCount: Int(Int32.max)
        case .resultPartSize: Int(UInt32.max) - 1
        case .attributeCount: 1_000_000
        case .fileSize, .contentSize: 1 << 40
        case .partCount, .markCount, .emptyRowCount, .repeatCount, .officeTime, .time: 1_000_000_000
        }
    }

    private var isSize: Bool {
        switch self {
        case .fileSize, .partSize, .contentSize, .recordSize, .pictureSize, .resultPartSize: true
        default: false
        }
    }

    private static let values = Mutex(allCases.map(\.usual))

    /// What it is now.
    package var value: Int { Self.values.withLock { $0[rawValue] } }

    /// Changes it for the process.
    package func set(_ value: Int) { Self.values.withLock { $0[rawValue] = value } }

    /// Understands what a user writes: a whole number from 1; a size may end in `kB`, `MB` or `GB`, of 1,024 each.
    package func value(_ text: some StringProtocol) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let shift: Int? =
            switch text.dropFirst(digits.count).lowercased() {
            case "": 0
            case "kb" where isSize: 10
            case "mb" where isSize: 20
            case "gb" where isSize: 30
            default: nil
            }
        guard let shift, let number = Int(digits), number > 0, number <= greatest >> shift else { return nil }
        return number << shift
    }

    /// What it is now, in a sentence: `64 MB`, `250.000.000`.
    package var words: Wording {
        let text = text(value)
        let digits = text.prefix(while: \.isNumber)
        func grouped(by mark: String) -> String {
            let first = digits.count % 3
            let groups = stride(from: first, to: digits.count, by: 3).map { digits.dropFirst($0).prefix(3) }
            return ((first > 0 ? [digits.prefix(first)] : []) + groups).joined(separator: mark)
        }
        let unit = text.count > digits.count ? " \(text.dropFirst(digits.count))" : ""
        return Wording(grouped(by: ".") + unit, en: grouped(by: ",") + unit)
    }

    /// A value as a user writes it: `512MB`, `10000`.
    package func text(_ value: Int) -> String {
        guard isSize else { return String(value) }
        let unit = [("GB", 30), ("MB", 20), ("kB", 10)].first {
            value >= 1 << $0.1 && value & (1 << $0.1 - 1) == 0
        }
        return unit.map { "\(value >> $0.1)\($0.0)" } ?? String(value)
    }

    /// The mend of what went over it: first without raising it, then how it is raised to hold `needed`, where that can be.
    package func mend(_ other: Wording, needed: Int? = nil) -> Wording {
        var raised = value
        repeat {
            raised = raised.multipliedReportingOverflow(by: 2).overflow ? Int.max : raised * 2
        } while raised < needed ?? 0
        raised = min(raised, greatest)
        guard raised > value, raised >= needed ?? 0 else { return other }
        return Wording(
            "\(other.vietnamese); nếu đúng là cần nhiều như vậy thì thêm --gioi-han \(name.vietnamese)=\(text(raised))",
            en: "\(other.english); if it really needs as much, add --limit \(name.english)=\(text(raised))")
    }
}
