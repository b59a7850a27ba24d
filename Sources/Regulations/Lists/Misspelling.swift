internal import DataFiles
internal import Diagnostics
internal import Values

/// Words that are often misspelt, with the neighbours that make something else of the same letters.
package struct Misspelling: Hashable, Sendable {
    package var wrong: String
    package var right: String
    /// Behind one of these the letters belong to two words: `hồ sơ xuất trình`.
    package var notAfter: [String]
    /// Before one of these too: `cảm xúc tích cực`.
    package var notBefore: [String]
    /// Whether the words may stand beside each other in right sentences too, as the end of one phrase and the beginning of the next, so that a
    /// person must decide: `hiểu lầm việc thu phí`.
    package var isToldOnly: Bool

    package init(
        wrong: String, right: String, notAfter: [String] = [], notBefore: [String] = [],
        isToldOnly: Bool = false
    ) {
        (self.wrong, self.right, self.isToldOnly) = (wrong, right, isToldOnly)
        (self.notAfter, self.notBefore) = (notAfter, notBefore)
    }

    package static let all: [Misspelling] = ShippedData.value(
        of: PackageResources.chinh_ta_yaml, file: "chinh-ta.yaml", as: listForm)

    private static let listForm: DataForm<[Misspelling]> = .alone("chinh_ta", entriesForm)

    static let entriesForm: DataForm<[Misspelling]> = .keyed(
        Wording("chữ sai: chữ đúng", en: "wrong words: right words"), id: \.wrong,
        read: { entry, _, reading in
            if let right = entry.value.line { return Misspelling(wrong: entry.key, right: right) }
            guard var word = form.read(entry.value, nil, &reading) else { return nil }
            word.wrong = entry.key
            return word
        }, write: { $0.isPlain ? .text($0.right) : form.write($0) })

    private var isPlain: Bool { notAfter.isEmpty && notBefore.isEmpty && !isToldOnly }

    private static let form: DataForm<Misspelling> = .record(
        Wording("chữ đúng, hoặc {dung: …}", en: "the right words, or {dung: …}"),
        blank: Misspelling(wrong: "", right: ""),
        [
            .required("dung", \.right, .text, "Chữ đúng."),
            .optional("khong_sau", keeping: \.notAfter, .list(of: .text), "Sau các chữ này thì không sai."),
            .optional(
                "khong_truoc", keeping: \.notBefore, .list(of: .text), "Trước các chữ này thì không sai."),
            .optional("chi_bao", keeping: \.isToldOnly, .boolean, "`true` khi chỉ báo, không tự sửa."),
        ])
}
