internal import DataFiles
internal import Diagnostics
internal import Values

/// Words that are often misspelt, with the neighbours that make something else of the same letters.
package struct Misspelling: Hashable, Sendable {
    package var wrong: String
    package var right: String
    /// Behind one of these the letters belong to two words: `hồ sơ xuất trình`.
    package var notAfter: Set<String> = []
    /// Before one of these too: `cảm xúc tích cực`.
    package var notBefore: Set<String> = []

    package static let all: [Misspelling] = ShippedData.value(
        of: PackageResources.chinh_ta_yaml, file: "chinh-ta.yaml", as: listForm)

    private static let listForm: DataForm<[Misspelling]> = .alone(
        "chinh_ta",
        .keyed(
            Wording("chữ sai: chữ đúng", en: "wrong words: right words"), id: \.wrong,
            read: { entry, _, reading in
                let blank = Misspelling(wrong: entry.key, right: "")
                if let right = entry.value.line { return Misspelling(wrong: entry.key, right: right) }
                return form.read(entry.value, blank, &reading)
            }, write: { $0.isPlain ? .text($0.right) : form.write($0) }))

    private var isPlain: Bool { notAfter.isEmpty && notBefore.isEmpty }

    private static let form: DataForm<Misspelling> = .record(
        Wording(
            "{dung: …, khong_sau: […], khong_truoc: […]}", en: "{dung: …, khong_sau: […], khong_truoc: […]}"),
        blank: Misspelling(wrong: "", right: ""),
        check: {
            $0.right.isEmpty ? Wording("thiếu dung: chữ đúng", en: "dung, the right words, is missing") : nil
        },
        [
            .field("dung", \.right, .text), .field("khong_sau", \.notAfterInOrder, .list(of: .text)),
            .field("khong_truoc", \.notBeforeInOrder, .list(of: .text)),
        ])

    private var notAfterInOrder: [String] {
        get { notAfter.sorted() }
        set { notAfter = Set(newValue) }
    }

    private var notBeforeInOrder: [String] {
        get { notBefore.sorted() }
        set { notBefore = Set(newValue) }
    }
}
