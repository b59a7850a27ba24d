internal import Diagnostics
internal import Values
internal import VietnameseText

/// Why an expression has no value; the renderer adds the place.
struct ValueFault: Error, Hashable {
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    enum Kind: Hashable {
        /// A name that is in no scope, with the nearest one that is, and the list on its way.
        case missing(path: String, nearest: String?, list: String? = nil)
        case noItem
        case noRepeat(counter: String)
        case wrongType(wanted: Wanted, found: Value)
        case operands(operator: String, left: Value, right: Value)
        /// Items of one list that have no order among themselves, by their places from 1.
        case incomparable(first: ListPlace, Value, second: ListPlace, Value)
        /// An item of a list that is not what the filter needs.
        case wrongItem(ListPlace, wanted: Wanted, found: Value)
        /// An item without the field the filter asks for.
        case itemWithout(field: String, item: Int, nearest: String?)
        case divisionByZero
        case overflow
        /// The exact result has more digits than a number can hold.
        case tooManyDigits
        case notPrintable(Value)
        case forbiddenCharacter(UInt32)
        case misplacedDirective
        case message(Wording)
    }

    /// What a filter needs instead of the value it was given.
    enum Wanted: Hashable {
        case date
        case number
        case other(Wording)
    }
}

extension ValueFault.Wanted {
    fileprivate var wording: Wording {
        switch self {
        case .date: Wording("một ngày", en: "a date")
        case .number: Wording("một số", en: "a number")
        case .other(let wording): wording
        }
    }

    fileprivate var remedy: Wording {
        switch self {
        case .date:
            Wording(
                "viết một ngày có thật, như 2026-06-29, trong dữ liệu, hoặc đổi bộ lọc",
                en: "write a date there is, such as 2026-06-29, in the data, or change the filter")
        case .number:
            Wording(
                "viết số không kèm đơn vị hay dấu chấm, như 1250000, trong dữ liệu, hoặc đổi bộ lọc",
                en:
                    "write a number without unit or separators, such as 1250000, in the data, or change the filter"
            )
        case .other: Wording("sửa dữ liệu hoặc đổi bộ lọc", en: "mend the data or change the filter")
        }
    }
}

extension ValueFault {
    func diagnostic(in tag: String, at place: Location) -> Diagnostic {
        func make(_ code: String, _ message: Wording, _ fix: Wording?) -> Diagnostic {
            Diagnostic(
                code,
                Wording(
                    "thẻ “\(tag.quoted)”: \(message.vietnamese)",
                    en: "the tag “\(tag.quoted)”: \(message.english)"), at: place, fix: fix)
        }
        switch kind {
        case .missing(let path, _, let list?):
            return make(
                "template.unknown-field",
                Wording(
                    "dữ liệu không có “\(path)”, vì “\(list)” là danh sách",
                    en: "the data has no “\(path)”, since “\(list)” is a list"),
                Wording(
                    "lặp bằng {#\(list)}…{/}, trong đó viết tên trường của từng mục",
                    en: "repeat with {#\(list)}…{/}, with the name of the item's field inside"))
        case .missing(let path, let nearest, nil):
            return make(
                "template.unknown-field",
                Wording("dữ liệu không có “\(path)”", en: "the data has no “\(path)”"),
                nearest.map { Wording("có phải “\($0)”?", en: "did you mean “\($0)”?") }
                    ?? Wording(
                        "thêm “\(path)” vào dữ liệu, hoặc sửa tên trong mẫu",
                        en: "add “\(path)” to the data, or mend the name in the template"))
        case .noItem:
            return make(
                "template.no-item",
                Wording(
                    "“.” chỉ dùng được bên trong một danh sách", en: "“.” has a meaning only inside a section"
                ), Wording("đặt thẻ vào giữa {#…} và {/…}", en: "put the tag between {#…} and {/…}"))
        case .noRepeat(let counter):
            return make(
                "template.no-repeat",
                Wording(
                    "“$\(counter)” chỉ dùng được bên trong phần lặp",
                    en: "“$\(counter)” has a meaning only in a repeat"),
                Wording("đặt thẻ vào giữa {#…} và {/…}", en: "put the tag between {#…} and {/…}"))
        case .wrongType(let wanted, let found):
            return make(
                "template.wrong-type",
                Wording(
                    "cần \(wanted.wording.vietnamese), nhưng dữ liệu là \(found.described.vietnamese)",
                    en: "\(wanted.wording.english) is needed, but the data is \(found.described.english)"),
                wanted.remedy)
        case .operands(let symbol, let left, let right):
            return make(
                "template.wrong-operands",
                Wording(
                    "phép “\(symbol)” không dùng được cho \(left.described.vietnamese) và \(right.described.vietnamese)",
                    en:
                        "“\(symbol)” does not work on \(left.described.english) and \(right.described.english)"
                ), Wording("sửa dữ liệu hoặc biểu thức", en: "mend the data or the expression"))
        case .incomparable(let first, let left, let second, let right):
            return make(
                "template.wrong-operands",
                Wording(
                    "không xếp thứ tự được \(first.wording.vietnamese) là \(left.described.vietnamese) với "
                        + "\(second.wording.vietnamese) là \(right.described.vietnamese)",
                    en: "\(first.wording.english), \(left.described.english), has no order with "
                        + "\(second.wording.english), \(right.described.english)"),
                Wording(
                    "sửa dữ liệu để mọi mục cùng là số, cùng là chữ hoặc cùng là ngày",
                    en: "make all items numbers, all texts or all dates"))
        case .wrongItem(let place, let wanted, let found):
            return make(
                "template.wrong-type",
                Wording(
                    "\(place.wording.vietnamese) phải là \(wanted.wording.vietnamese), nhưng dữ liệu là \(found.described.vietnamese)",
                    en:
                        "\(place.wording.english) must be \(wanted.wording.english), but the data is \(found.described.english)"
                ), wanted.remedy)
        case .itemWithout(let field, let item, let nearest):
            return make(
                "template.unknown-field",
                Wording("mục \(item) không có “\(field)”", en: "item \(item) has no “\(field)”"),
                nearest.map { Wording("có phải “\($0)”?", en: "did you mean “\($0)”?") }
                    ?? Wording(
                        "thêm “\(field)” vào mục đó (để trống cũng được), hoặc sửa tên trong mẫu",
                        en: "add “\(field)” to that item (it may be null), or mend the name in the template"))
        case .divisionByZero:
            return make(
                "template.division-by-zero", Wording("chia cho 0", en: "division by zero"),
                Wording(
                    "kiểm tra số chia trước: {#so_chia}…{/so_chia}",
                    en: "test the divisor first: {#divisor}…{/divisor}"))
        case .overflow:
            return make(
                "template.overflow",
                Wording(
                    "số quá lớn, không tính hay đọc thành chữ được",
                    en: "the number is too large to compute with or to put into words"),
                Wording("kiểm tra các số trong dữ liệu", en: "check the numbers of the data"))
        case .tooManyDigits:
            return make(
                "template.too-many-digits",
                Wording(
                    "kết quả đúng có hơn 38 chữ số, không ghi hết được",
                    en: "the exact result has more than 38 digits"),
                Wording("dùng số ít chữ số hơn trong dữ liệu", en: "use numbers of fewer digits in the data"))
        case .notPrintable(let value):
            return make(
                "template.not-printable",
                Wording(
                    "\(value.described.vietnamese) không in thẳng ra được",
                    en: "\(value.described.english) cannot be printed as it is"), value.printableParts)
        case .forbiddenCharacter(let scalar):
            let name =
                "U+" + String(repeating: "0", count: max(0, 4 - String(scalar, radix: 16).count))
                + String(scalar, radix: 16, uppercase: true)
            return make(
                "template.forbidden-character",
                Wording(
                    "dữ liệu có ký tự \(name) mà tệp văn phòng không được chứa",
                    en: "the data has the character \(name), which an office file may not hold"),
                Wording("xóa ký tự đó khỏi dữ liệu", en: "delete it from the data"))
        case .misplacedDirective:
            return make(
                "template.misplaced-directive",
                Wording("bộ lọc này phải đứng cuối thẻ", en: "this filter must be the last of its tag"),
                Wording("chuyển nó ra cuối", en: "move it to the end"))
        case .message(let wording):
            return make(
                "template.wrong-argument", wording,
                Wording(
                    "sửa phần trong ngoặc tròn của bộ lọc", en: "mend what stands in the filter's brackets"))
        }
    }
}

extension Value {
    /// How to print something of a value that cannot be printed whole.
    fileprivate var printableParts: Wording {
        if case .record = self {
            return Wording(
                "viết thêm dấu chấm và tên trường bên trong, như {co_quan.ten}",
                en: "add a dot and the name of a field in it, as in {office.name}")
        }
        return Wording(
            "dùng {#…}{/…} để lặp, hoặc nối các mục bằng bộ lọc: | noi(\", \")",
            en: "repeat it with {#…}{/…}, or join its items with a filter: | noi(\", \")")
    }

    /// What kind of value it is, with the value where it is short.
    var described: Wording {
        switch self {
        case .null: Wording("giá trị trống", en: "null")
        case .boolean(let flag): Wording(flag ? "đúng" : "sai", en: flag ? "true" : "false")
        case .number(let number): Wording("số \(number)", en: "the number \(number)")
        case .text(let text): Wording("chữ “\(text.prefix(40))”", en: "the text “\(text.prefix(40))”")
        case .date(let date): Wording("ngày \(date.text(.short))", en: "the date \(date.text(.iso))")
        case .list(let items): Wording("danh sách \(items.count) mục", en: "a list of \(items.count) items")
        case .record: Wording("một nhóm dữ liệu", en: "a record")
        }
    }
}
