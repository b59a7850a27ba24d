public import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

extension Value {
    /// What a template sees of a value of the program's own: its coded fields by their keys.
    ///
    /// Numbers stay exact, dates (`Date`) become moments in UTC as JSON writes them, bytes (`Data`) of a PNG or JPEG become a picture. Throws
    /// `data.not-encodable` for what has no place in a document: a number that is none, or bytes of another kind.
    public init(encoding value: some Encodable) throws(Failure) {
        let box = ValueBox()
        do { try box.take(value, at: []) } catch let failure as Failure { throw failure } catch {
            throw Failure(.notEncodable(String(describing: error), at: []))
        }
        self = box.value
    }

    /// A picture by its bytes, PNG or JPEG, for a tag such as `{%anh}`; nil for other bytes.
    public static func picture(_ bytes: [UInt8]) -> Value? {
        let type: String
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            type = "image/png"
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            type = "image/jpeg"
        } else {
            return nil
        }
        return .text("data:\(type);base64,\(Data(bytes).base64EncodedString())")
    }
}

/// A value in the making.
private final class ValueBox {
    private enum Content {
        case single(Value)
        case list([ValueBox])
        case record([(String, ValueBox)])
    }

    private var content = Content.single(.null)

    var value: Value {
        switch content {
        case .single(let value): value
        case .list(let items): .list(items.map(\.value))
        case .record(let fields): .record(Record(fields.map { ($0, $1.value) }))
        }
    }

    func put(_ value: Value) { content = .single(value) }

    /// Begins a list, unless there is one.
    func beginList() { if case .list = content {} else { content = .list([]) } }
    func beginRecord() { if case .record = content {} else { content = .record([]) } }

    var count: Int { if case .list(let items) = content { items.count } else { 0 } }

    func next() -> ValueBox {
        let box = ValueBox()
        if case .list(let items) = content { content = .list(items + [box]) }
        return box
    }

    func field(_ name: String) -> ValueBox {
        let box = ValueBox()
        if case .record(let fields) = content { content = .record(fields + [(name, box)]) }
        return box
    }

    func take(_ value: some Encodable, at path: [any CodingKey]) throws {
        switch value {
        case let number as Decimal: put(.number(number))
        case let text as String: put(.text(text))
        case let flag as Bool: put(.boolean(flag))
        case let date as Date: put(.text(try date.moment(at: path)))
        case let bytes as Data:
            guard let picture = Value.picture(Array(bytes)) else {
                throw Failure(.notEncodable("Data", at: path))
            }
            put(picture)
        case let address as URL: put(.text(address.absoluteString))
        default: try value.encode(to: BoxEncoder(box: self, codingPath: path))
        }
    }
}

private struct BoxEncoder: Encoder {
    let box: ValueBox
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        box.beginRecord()
        return KeyedEncodingContainer(Fields<Key>(box: box, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        box.beginList()
        return Items(box: box, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(box: box, codingPath: codingPath)
    }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: ValueBox
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { _ = box.field(key.stringValue) }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        try box.field(key.stringValue).take(value, at: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { BoxEncoder(box: box.field(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        BoxEncoder(box: box.field(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { BoxEncoder(box: box.field("super"), codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder {
        BoxEncoder(box: box.field(key.stringValue), codingPath: codingPath + [key])
    }
}

private struct Items: UnkeyedEncodingContainer {
    let box: ValueBox
    let codingPath: [any CodingKey]

    var count: Int { box.count }

    func encodeNil() { _ = box.next() }
    func encode(_ value: some Encodable) throws { try box.next().take(value, at: codingPath) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        BoxEncoder(box: box.next(), codingPath: codingPath).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        BoxEncoder(box: box.next(), codingPath: codingPath).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { BoxEncoder(box: box.next(), codingPath: codingPath) }
}

private struct Single: SingleValueEncodingContainer {
    let box: ValueBox
    let codingPath: [any CodingKey]

    func encodeNil() { box.put(.null) }
    func encode(_ value: Bool) { box.put(.boolean(value)) }
    func encode(_ value: String) { box.put(.text(value)) }
    func encode(_ value: Double) throws { try put(value.description) }
    func encode(_ value: Float) throws { try put(value.description) }
    func encode(_ value: Int) { box.put(.number(Decimal(value))) }
    func encode(_ value: Int8) { box.put(.number(Decimal(Int(value)))) }
    func encode(_ value: Int16) { box.put(.number(Decimal(Int(value)))) }
    func encode(_ value: Int32) { box.put(.number(Decimal(Int(value)))) }
    func encode(_ value: Int64) { box.put(.number(Decimal(value))) }
    func encode(_ value: UInt) { box.put(.number(Decimal(value))) }
    func encode(_ value: UInt8) { box.put(.number(Decimal(UInt(value)))) }
    func encode(_ value: UInt16) { box.put(.number(Decimal(UInt(value)))) }
    func encode(_ value: UInt32) { box.put(.number(Decimal(UInt(value)))) }
    func encode(_ value: UInt64) { box.put(.number(Decimal(value))) }
    func encode(_ value: some Encodable) throws { try box.take(value, at: codingPath) }

    /// The digits as they are printed: what a person typed and not what a binary fraction comes nearest to.
    private func put(_ digits: String) throws {
        guard digits.allSatisfy({ "0123456789.-+eE".contains($0) }), let number = Decimal(string: digits)
        else { throw Failure(.notEncodable(digits, at: codingPath)) }
        box.put(.number(number))
    }
}

extension Date {
    /// As in `2026-01-05T08:30:00Z`.
    fileprivate func moment(at path: [any CodingKey]) throws(Failure) -> String {
        let seconds = timeIntervalSince1970.rounded(.down)
        let limit = 400_000_000_000.0
        guard abs(seconds) < limit else { throw Failure(.notEncodable("Date", at: path)) }
        let whole = Int(seconds)
        let days = Int((Double(whole) / 86_400).rounded(.down))
        let rest = whole - days * 86_400
        let epoch = CalendarDate(year: 1970, month: 1, day: 1)
        guard let date = epoch?.adding(days: days) else { throw Failure(.notEncodable("Date", at: path)) }
        func padded(_ number: Int) -> String { NumberFormat.padded(number) }
        return "\(date.text(.iso))T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }
}

extension Diagnostic {
    fileprivate static func notEncodable(_ what: String, at path: [any CodingKey]) -> Diagnostic {
        let place = path.map(\.stringValue).joined(separator: ".")
        return .error(
            "data.not-encodable", at: .value(file: "dữ liệu của chương trình", path: place),
            "giá trị “\(what)” không thành dữ liệu của mẫu được",
            en: "the value “\(what)” cannot become data of a template",
            fix: "đưa vào số có hạn, ngày từ năm 1 đến 9999, hoặc hình PNG, JPEG",
            en: "give a finite number, a date of the years 1 to 9999, or a PNG or JPEG picture")
    }
}
