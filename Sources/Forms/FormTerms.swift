internal import OfficeDocument
internal import Regulations

/// What a form takes from its profile besides its styles: measures and words.
struct FormTerms {
    let profile: FormatProfile
    /// The regulation the form was drawn up for: it rules what the profile has no rule for.
    let regulation: FormatProfile
    let layout: FormLayout
    /// Tên loại in capitals: that of a plan, unless another kind is laid out as plans are.
    let planType: String
    /// Whether a workspace's document is made from it, which may have addressees, or no opening sentence.
    let isOfWorkspace: Bool
    let signatures: Form.Signatures
    /// Whether a workspace's document is a letter (công văn), which has no type's name.
    var isLetter: Bool { isOfWorkspace && planType == "CÔNG VĂN" }

    init(_ form: Form, by profile: FormatProfile, planType: String? = nil, signatures: Form.Signatures = .one)
    {
        self.signatures = signatures
        self.planType = planType?.uppercased() ?? "KẾ HOẠCH"
        isOfWorkspace = planType != nil
        self.profile = profile
        regulation = form.profile
        layout = FormLayout(profile)
    }

    func format(of component: Component) -> ComponentFormat? {
        profile.format(of: component) ?? regulation.format(of: component)
    }

    // MARK: Words

    /// What a component always says.
    func wording(of component: Component) -> String {
        guard case .exactly(let text)? = format(of: component)?.wording else { return "" }
        return text
    }

    /// `Số: {so}/{ky_hieu}`.
    var number: String {
        let grammar = profile.number
        return "\(grammar.label)\(grammar.colon == .written ? ":" : "") {so}\(grammar.afterNumber){ky_hieu}"
    }

    /// `I. MỤC ĐÍCH`, in the Party's documents `I- MỤC ĐÍCH`.
    func roman(_ number: String, _ text: String) -> Block {
        FormStyle.romanHeading("\(number)\(profile.numbering.mark(of: .roman) ?? ".") \(text)")
    }

    /// `1. Mục đích`.
    func clause(_ number: String, _ text: String) -> Block {
        FormStyle.titledClause("\(number)\(profile.numbering.mark(of: .arabic) ?? ".") \(text)")
    }

    /// `a) …`.
    func point(_ letter: String, _ text: String) -> Block {
        FormStyle.point("\(letter)\(profile.numbering.mark(of: .letter) ?? ")") \(text)")
    }

    /// The legal bases, each with its dash and its mark.
    var legalBases: [Block] { legalBases(of: "can_cu") }

    /// Those of a list that `expression` gives.
    func legalBases(of expression: String) -> [Block] {
        let grammar = profile.legalBasis
        let dash = grammar.dash == .written ? "- " : ""
        return Template.repeated(
            expression,
            [FormStyle.legalBasis("\(dash){.}{#$last}\(grammar.lastEnd){^}\(grammar.betweenItems){/}")])
    }

    /// The columns of the foot; two signatures share its width.
    var signatureColumns: [Length] {
        let half = layout.portrait.textWidth / 2
        return (signatures == .one ? layout.signatureColumns : [half, half]).map(Length.millimetres)
    }

    /// The paragraph that ends the text; where a workspace's body ends in `Điều 3.` or other bold words, they stay bold.
    var closing: Block {
        guard isOfWorkspace else { return FormStyle.closing("{ket}\(profile.endMark)") }
        let words = "ket_dam | mac_dinh(\"\")"
        return .paragraph(
            Paragraph(
                style: FormStyle.closing.rawValue,
                runs: [
                    Run("{#\(words)}{ket_dam}{/}", format: CharacterFormat(weight: .bold)),
                    Run("{#\(words)} {ket_con}{^}{ket}{/}\(profile.endMark)"),
                ]))
    }

    /// The recipients and the file line.
    var recipients: [Block] { recipients(under: .recipientsLabel) }

    func recipients(under label: FormStyle) -> [Block] {
        let grammar = profile.recipients
        let colon = profile.number.colon == .written ? ":" : ""
        return [label(grammar.label)]
            + Template.repeated("noi_nhan", [FormStyle.recipient("- {.}\(grammar.betweenItems)")]) + [
                FormStyle.recipient("- Lưu\(colon) {luu}\(grammar.lastEnd)")
            ]
    }
}
