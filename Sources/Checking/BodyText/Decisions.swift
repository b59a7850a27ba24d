internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let decisions = document([.enactmentForm, .authorityMismatch, .executionArticle], about: []) {
        $0.checkEnactment(&$1)
        $0.checkAuthorityOfIssuer(&$1)
        $0.checkExecutionArticle(&$1)
    }
}

extension Rule {
    static let enactmentForm = Rule(
        "format.enactment-form", "T07", .error, .automatic(.mark), .forms("các mẫu 1.1–1.3"),
        "Dòng \"QUYẾT ĐỊNH:\" giữa căn cứ và nội dung có dấu hai chấm, canh giữa.",
        en: "The line QUYẾT ĐỊNH: between bases and text has a colon and is centred.", right: "QUYẾT ĐỊNH:",
        wrong: "QUYẾT ĐỊNH")

    static let authorityMismatch = Rule(
        "format.authority-mismatch", "G02", .warning, .byHand, .forms("các mẫu 1.1–1.3"),
        "Thẩm quyền ban hành ghi ở đầu quyết định và ở chữ ký là một: của Chủ tịch thì không ký thay mặt Ủy ban, của Ủy "
            + "ban thì có TM.",
        en:
            "The authority a decision is issued by is the same above its bases and in its signature: the chairman does not sign for the "
            + "committee, the committee's is signed TM.", right: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … / CHỦ TỊCH",
        wrong: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … / TM. ỦY BAN NHÂN DÂN")

    static let executionArticle = Rule(
        "format.execution-article", "R02", .warning, .byHand, .forms("các mẫu 1.1–1.3"),
        "\"Như Điều …\" ở nơi nhận là điều quy định ai thi hành.",
        en: "Như Điều … among the recipients names the article that says who carries it out.",
        right: "- Như Điều 4;", wrong: "- Như Điều 3;")
}

extension CheckContext {
    private var enactment: Int? { structure.marks.first { $0.value == .enactment }?.key }

    func checkEnactment(_ log: inout FindingLog) {
        guard let index = enactment, !lines[index].hasTags else { return }
        let line = lines[index]
        let letters = TextScalars(line.trimmed)
        if !line.trimmed.hasSuffix(":"), letters[letters.count - 1]?.isLetter == true {
            let fault = letters.fault(
                .enactmentForm, at: letters.count..<letters.count,
                told: Wording("không có dấu hai chấm", en: "no colon"), right: "\(line.trimmed):",
                en: "\(line.trimmed):", correction: ":")
            log.add([fault], nil, line)
        }
        guard line.spot.table == nil, let alignment = line.paragraph.format.alignment, alignment != .centre,
            !line.text.hasPrefix("\t"), !line.text.hasPrefix("   "),
            (line.paragraph.format.leftIndent?.millimetres ?? 0)
                + (line.paragraph.format.firstLineIndent?.millimetres ?? 0) < 40
        else { return }
        log.add(
            .enactmentForm, nil, line, found: alignment.name, right: Wording("căn giữa", en: "centred"),
            mend: [
                .paragraph(
                    line.paragraph.element,
                    ParagraphChange(alignment: .centre, firstLineIndent: .millimetres(0)))
            ])
    }

    /// A chairman's title and a committee's name, where both places say so plainly.
    func checkAuthorityOfIssuer(_ log: inout FindingLog) {
        guard structure.typeName == "Quyết định",
            let title = structure.marks.filter({ $0.value == .issuerTitle }).keys.min(),
            let authority = structure.first(.authority) ?? structure.first(.position)
        else { return }
        let (above, below) = (lines[title].folded, lines[authority].folded)
        let (head, committee) = (HeadWords.fold("CHỦ TỊCH"), HeadWords.fold("ỦY BAN NHÂN DÂN"))
        let signsFor = below.hasPrefix("TM") && below.contains(committee)
        let isOfHead = above.hasPrefix(head)
        let isOfBody = above.hasPrefix(committee)
        guard isOfHead && signsFor || isOfBody && below.hasPrefix(head) else { return }
        log.add(
            .authorityMismatch, .authority, lines[authority],
            found: Wording(
                "đầu văn bản: “\(lines[title].trimmed)”, chữ ký: “\(lines[authority].trimmed)”",
                en: "above: “\(lines[title].trimmed)”, signed: “\(lines[authority].trimmed)”"),
            right: Wording("cùng một thẩm quyền", en: "the same authority"))
    }

    func checkExecutionArticle(_ log: inout FindingLog) {
        guard structure.typeName == "Quyết định", let first = structure.first(.recipient),
            let named = Self.article(behind: "NHƯ ĐIỀU ", in: lines[first].folded)
        else { return }
        var article: Int?
        var executed: [Int] = []
        for index in structure.text {
            if let number = HeadingNumber(lines[index].trimmed), number.kind == .article {
                article = number.value
            }
            if let article, lines[index].folded.contains(Self.execution) { executed.append(article) }
        }
        guard executed.count == 1, let right = executed.first, right != named else { return }
        log.add(
            .executionArticle, .recipient, lines[first],
            found: Wording(
                "Như Điều \(named), mà Điều \(right) quy định thi hành",
                en: "Như Điều \(named), while Điều \(right) says who carries it out"),
            right: Wording("- Như Điều \(right);", en: "- Như Điều \(right);"))
    }

    private static let execution = HeadWords.fold("CHỊU TRÁCH NHIỆM THI HÀNH")

    /// The one number behind those words.
    private static func article(behind words: String, in text: String) -> Int? {
        guard let range = text.firstRange(of: HeadWords.fold(words)) else { return nil }
        let rest = text[range.upperBound...]
        let digits = rest.prefix { $0.isNumber }
        let behind = rest[digits.endIndex...]
        guard !digits.isEmpty, behind.allSatisfy({ !$0.isNumber }), !behind.contains(",") else { return nil }
        return Int(digits)
    }
}
