internal import Diagnostics
internal import Values
internal import VietnameseText

extension ValueFault {
    func diagnostic(in tag: String, at place: Location) -> Diagnostic {
        let telling = self.telling
        var mend = telling.fix
        if case .missing(let path, _, nil) = kind,
            let other = OtherEngines.mend(forCarbone: tag, withoutCounter: path)
        {
            mend = other
        }
        return Diagnostic(
            telling.code,
            Wording(
                "thẻ “\(tag.quoted)”: \(telling.message.vietnamese)",
                en: "the tag “\(tag.quoted)”: \(telling.message.english)"), at: place, fix: mend)
    }

    /// What is told of a fault.
    private struct Telling {
        let code: String
        let message: Wording
        let fix: Wording

        init(_ code: String, _ message: Wording, fix: Wording) {
            self.code = code
            self.message = message
            self.fix = fix
        }
    }

    private var telling: Telling {
        switch kind {
        case .missing(let path, _, let list?): ValueFault.fieldOfList(path, list)
        case .missing(let path, let nearest, nil): ValueFault.missing(path, nearest)
        case .itemWithout(let field, let item, let nearest): ValueFault.missing(field, ofItem: item, nearest)
        case .noItem:
            Telling(
                "template.no-item",
                Wording(
                    "“.” chỉ dùng được bên trong một danh sách", en: "“.” has a meaning only inside a section"
                ), fix: ValueFault.putInSection)
        case .noItemAt(let place, let list, let count):
            Telling(
                "template.unknown-field",
                Wording(
                    "“\(list)” có \(count) mục, không có mục [\(place)] (mục đầu là [0])",
                    en: "“\(list)” has \(count) items and no item [\(place)] (the first is [0])"),
                fix: Wording(
                    "sửa số, hoặc viết {#\(list)}…{/} để đi qua mọi mục, hoặc thêm | mac_dinh(\"\")",
                    en:
                        "mend the number, write {#\(list)}…{/} to go through all items, or add | default(\"\")"
                ))
        case .noRepeat(let counter):
            Telling(
                "template.no-repeat",
                Wording(
                    "“$\(counter)” chỉ dùng được bên trong phần lặp",
                    en: "“$\(counter)” has a meaning only in a repeat"), fix: ValueFault.putInSection)
        case .wrongType(let wanted, let found): ValueFault.wrongType(wanted, found)
        case .wrongItem(let place, let wanted, let found): ValueFault.wrongItem(place, wanted, found)
        case .operands(let symbol, let left, let right): ValueFault.operands(symbol, left, right)
        case .incomparable(let first, let left, let second, let right):
            ValueFault.incomparable(first, left, second, right)
        case .divisionByZero:
            Telling(
                "template.division-by-zero", Wording("chia cho 0", en: "division by zero"),
                fix: Wording(
                    "kiểm tra số chia trước: {#so_chia}…{/so_chia}",
                    en: "test the divisor first: {#divisor}…{/divisor}"))
        case .overflow:
            Telling(
                "template.overflow",
                Wording(
                    "số quá lớn, không tính hay đọc thành chữ được",
                    en: "the number is too large to compute with or to put into words"),
                fix: Wording("kiểm tra các số trong dữ liệu", en: "check the numbers of the data"))
        case .tooManyDigits:
            Telling(
                "template.too-many-digits",
                Wording(
                    "kết quả đúng có hơn 38 chữ số, không ghi hết được",
                    en: "the exact result has more than 38 digits"),
                fix: Wording(
                    "dùng số ít chữ số hơn trong dữ liệu", en: "use numbers of fewer digits in the data"))
        case .tooLong(let limit):
            Telling(
                "template.text-too-long",
                Wording(
                    "chữ tính ra dài quá \(limit) byte", en: "the computed text is longer than \(limit) bytes"
                ),
                fix: Wording(
                    "kiểm tra các bộ lọc “thay”, “noi” và phép “+” của thẻ",
                    en: "look at the filters “replace”, “join” and at “+” in the tag"))
        case .notPrintable(let value): ValueFault.notPrintable(value)
        case .forbiddenCharacter(let scalar): ValueFault.forbiddenCharacter(scalar)
        case .unsafeAddress(let scheme):
            Telling(
                "template.unsafe-address",
                Wording(
                    "địa chỉ liên kết bắt đầu bằng “\(scheme.prefix(60))”, mở ra có thể chạy chương trình",
                    en: "the address of the link begins with “\(scheme.prefix(60))”, which may run a program"),
                fix: Wording(
                    "dùng địa chỉ https:, http:, mailto:, tel:, sms:, ftp:, sftp: hoặc file:",
                    en: "use an address with https:, http:, mailto:, tel:, sms:, ftp:, sftp: or file:"))
        case .misplacedDirective:
            Telling(
                "template.misplaced-directive",
                Wording("bộ lọc này phải đứng cuối thẻ", en: "this filter must be the last of its tag"),
                fix: Wording("chuyển nó ra cuối", en: "move it to the end"))
        case .unknownColour(let value):
            Telling(
                "template.unknown-colour",
                Wording(
                    "không có màu nào là \(value.described.vietnamese)",
                    en: "no colour is \(value.described.english)"),
                fix: Wording(
                    "dùng một trong: \(SafeColour.names.vietnamese)",
                    en: "use one of: \(SafeColour.names.english)"))
        case .unknownTemplate(let name, let known): ValueFault.unknownTemplate(name, known)
        case .message(let wording):
            Telling(
                "template.wrong-argument", wording,
                fix: Wording(
                    "sửa phần trong ngoặc tròn của bộ lọc", en: "mend what stands in the filter's brackets"))
        }
    }

    private static func unknownTemplate(_ name: String, _ known: [String]) -> Telling {
        let shown = known.filter { !$0.contains(".") }.prefix(10).joined(separator: ", ")
        return Telling(
            "template.include-not-found",
            Wording(
                "không có mẫu “\(name.quoted)” để chèn",
                en: "there is no template “\(name.quoted)” to include"),
            fix: known.isEmpty
                ? Wording("để mẫu ấy cạnh mẫu này", en: "put it beside this template")
                : Wording("các mẫu chèn được: \(shown)", en: "those that can be included: \(shown)"))
    }

    private static let putInSection = Wording(
        "đặt thẻ vào giữa {#…} và {/…}", en: "put the tag between {#…} and {/…}")

    // MARK: Names

    private static func fieldOfList(_ path: String, _ list: String) -> Telling {
        Telling(
            "template.unknown-field",
            Wording(
                "dữ liệu không có “\(path)”, vì “\(list)” là danh sách",
                en: "the data has no “\(path)”, since “\(list)” is a list"),
            fix: Wording(
                "lặp bằng {#\(list)}…{/}, trong đó viết tên trường của từng mục",
                en: "repeat with {#\(list)}…{/}, with the name of the item's field inside"))
    }

    private static func missing(_ path: String, _ nearest: String?) -> Telling {
        Telling(
            "template.unknown-field", Wording("dữ liệu không có “\(path)”", en: "the data has no “\(path)”"),
            fix: today(path) ?? OtherEngines.mend(forName: path) ?? nearest.map(meant)
                ?? Wording(
                    "thêm “\(path)” vào dữ liệu, hoặc sửa tên trong mẫu",
                    en: "add “\(path)” to the data, or mend the name in the template"))
    }

    /// What to write for the day of today, which is no name of the data here.
    private static func today(_ path: String) -> Wording? {
        guard ["hom_nay", "today"].contains(path.split(separator: " ").first) else { return nil }
        return Wording(
            "ghi ngày ấy vào dữ liệu, như hom_nay: 2026-06-29, hoặc thêm --hom-nay 2026-06-29 vào lệnh render; chương trình không tự lấy ngày của máy",
            en:
                "write that day into the data, such as hom_nay: 2026-06-29, or add --today 2026-06-29 to the command render; it is never taken from the clock"
        )
    }

    private static func missing(_ field: String, ofItem item: Int, _ nearest: String?) -> Telling {
        Telling(
            "template.unknown-field",
            Wording("mục \(item) không có “\(field)”", en: "item \(item) has no “\(field)”"),
            fix: nearest.map(meant)
                ?? Wording(
                    "thêm “\(field)” vào mục đó (để trống cũng được), hoặc sửa tên trong mẫu",
                    en: "add “\(field)” to that item (it may be null), or mend the name in the template"))
    }

    private static func meant(_ name: String) -> Wording {
        Wording("có phải “\(name)”?", en: "did you mean “\(name)”?")
    }

    // MARK: Types

    private static func wrongType(_ wanted: Wanted, _ found: Value) -> Telling {
        Telling(
            "template.wrong-type",
            Wording(
                "cần \(wanted.wording.vietnamese), nhưng dữ liệu là \(found.described.vietnamese)",
                en: "\(wanted.wording.english) is needed, but the data is \(found.described.english)"),
            fix: wanted.remedy(for: found))
    }

    private static func wrongItem(_ place: ListPlace, _ wanted: Wanted, _ found: Value) -> Telling {
        let remedy = wanted.remedy(for: found)
        let (place, needed, found) = (place.wording, wanted.wording, found.described)
        return Telling(
            "template.wrong-type",
            Wording(
                "\(place.vietnamese) phải là \(needed.vietnamese), nhưng dữ liệu là \(found.vietnamese)",
                en: "\(place.english) must be \(needed.english), but the data is \(found.english)"),
            fix: remedy)
    }

    private static func operands(_ symbol: String, _ left: Value, _ right: Value) -> Telling {
        let remedy = remedy(symbol, left, right)
        let (left, right) = (left.described, right.described)
        return Telling(
            "template.wrong-operands",
            Wording(
                "phép “\(symbol)” không dùng được cho \(left.vietnamese) và \(right.vietnamese)",
                en: "“\(symbol)” does not work on \(left.english) and \(right.english)"), fix: remedy)
    }

    private static func remedy(_ symbol: String, _ left: Value, _ right: Value) -> Wording {
        if DateMoment(left) != nil, DateMoment(right) != nil, symbol == "-" {
            return Wording(
                "số ngày giữa hai ngày: {tu | so_ngay_den(den)}",
                en: "the days between two dates: {from | days_until(to)}")
        }
        if DateMoment(left) != nil || DateMoment(right) != nil, symbol == "+" || symbol == "-" {
            return Wording(
                "ngày sau hay trước bấy nhiêu ngày: {ngay | cong_ngay(3)}",
                en: "a date some days later or earlier: {day | add_days(3)}")
        }
        let isText: (Value) -> Bool = { if case .text = $0 { true } else { false } }
        guard isText(left) || isText(right) else {
            return Wording("sửa dữ liệu hoặc biểu thức", en: "mend the data or the expression")
        }
        guard symbol == "+" else {
            return Wording(
                "chữ ghi một số thì đổi thành số: (x | thanh_so) \(symbol) …; hoặc sửa dữ liệu",
                en: "make a text that is a number one: (x | number) \(symbol) …; or mend the data")
        }
        return Wording(
            "để cộng: (a | thanh_so) + (b | thanh_so); để nối hai chữ: a + \"\" + b",
            en: "to add: (a | number) + (b | number); to join two texts: a + \"\" + b")
    }

    private static func incomparable(_ first: ListPlace, _ left: Value, _ second: ListPlace, _ right: Value)
        -> Telling
    {
        Telling(
            "template.wrong-operands",
            Wording(
                "không xếp thứ tự được \(first.wording.vietnamese) là \(left.described.vietnamese) với "
                    + "\(second.wording.vietnamese) là \(right.described.vietnamese)",
                en: "\(first.wording.english), \(left.described.english), has no order with "
                    + "\(second.wording.english), \(right.described.english)"),
            fix: Wording(
                "sửa dữ liệu để mọi mục cùng là số, cùng là chữ hoặc cùng là ngày",
                en: "make all items numbers, all texts or all dates"))
    }

    // MARK: Printing

    private static func notPrintable(_ value: Value) -> Telling {
        Telling(
            "template.not-printable",
            Wording(
                "\(value.described.vietnamese) không in thẳng ra được",
                en: "\(value.described.english) cannot be printed as it is"), fix: value.printableParts)
    }

    private static func forbiddenCharacter(_ scalar: UInt32) -> Telling {
        let digits = String(scalar, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Telling(
            "template.forbidden-character",
            Wording(
                "dữ liệu có ký tự \(name) mà tệp văn phòng không được chứa",
                en: "the data has the character \(name), which an office file may not hold"),
            fix: Wording("xóa ký tự đó khỏi dữ liệu", en: "delete it from the data"))
    }
}
