internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Turns Word's merge fields into tags, so that they are found and filled like any other.
///
/// The tag stands where the field's result begins and looks like it. A field whose ends stand in two paragraphs, and one inside the code of
/// another (`IF`), stays.
struct WordMergeFields {
    private let delimiters: Delimiters
    private let file: String
    private let part: String
    private(set) var found: [NativeField] = []
    private(set) var remarks: [Diagnostic] = []
    private(set) var convertedCount = 0
    private var paragraphNumber = 0
    /// Fields whose end is still to come.
    private var open: [OpenField] = []
    /// Whether the walk is in a form field that data can fill.
    private var isInForm = false

    init(delimiters: Delimiters, file: String, part: String) {
        self.delimiters = delimiters
        self.file = file
        self.part = part
    }

    private struct OpenField {
        var code = ""
        var isInResult = false
        let paragraph: Int
        let firstAtom: Int
        var result: Int?
        /// Whether it stands in the code of another field.
        let isInCode: Bool
    }

    /// A field that becomes a tag: the atoms it had, and the one whose place the tag takes.
    private struct Replacement {
        let atoms: Range<Int>
        let place: Int
        let tag: String
    }

    /// The part with its merge fields as tags; the element itself when there are none.
    mutating func rewritten(_ root: Element) -> Element {
        guard root.hasWordField else { return root }
        return node(root)
    }

    private mutating func node(_ element: Element) -> Element {
        guard !element.isWord("p") else { return paragraph(element) }
        var copy = element
        copy.children = element.children.map { child in
            if case .element(let inner) = child { .element(node(inner)) } else { child }
        }
        return copy
    }

    // MARK: One paragraph

    private mutating func paragraph(_ element: Element) -> Element {
        paragraphNumber += 1
        var scan = Scan()
        self.scan(element, &scan)
        var rewriting = Rewriting(replacements: scan.replacements, emptyFields: scan.emptyFields)
        var copy = element
        copy.children = children(of: element, &rewriting)
        return copy
    }

    private struct Scan {
        var atom = 0
        /// In order, without overlaps.
        var replacements: [Replacement] = []
        /// Tags of fields without a result, by the atom they stand before.
        var emptyFields: [Int: [String]] = [:]
    }

    private static let opaque: Set<String> = ["del", "moveFrom", "pPr", "rPr", "sdtPr", "p"]

    private mutating func scan(_ element: Element, _ scan: inout Scan) {
        for child in element.elements
        where !(child.isWord && WordMergeFields.opaque.contains(child.name.local)) {
            if child.isWord("r") {
                scanRun(child, &scan)
            } else if FormField.isMark(child) {
                isInForm = true
                self.scan(child, &scan)
                isInForm = false
            } else if child.isWord("fldSimple") {
                let start = scan.atom
                open.append(opened(at: start))
                open[open.count - 1].code = child.wordAttribute("instr") ?? ""
                open[open.count - 1].isInResult = true
                self.scan(child, &scan)
                close(&scan, atoms: start..<scan.atom)
            } else {
                self.scan(child, &scan)
            }
        }
    }

    private mutating func scanRun(_ run: Element, _ scan: inout Scan) {
        for atom in run.elements where !atom.isWord("rPr") {
            let here = scan.atom
            scan.atom += 1
            guard atom.isWord else { continue }
            switch (atom.name.local, atom.wordAttribute("fldCharType")) {
            case ("fldChar", "begin"): open.append(opened(at: here))
            case ("fldChar", "separate"): if !open.isEmpty { open[open.count - 1].isInResult = true }
            case ("fldChar", "end"):
                if let field = open.last { close(&scan, atoms: field.firstAtom..<here + 1) }
            case ("instrText", _):
                if let last = open.indices.last, !open[last].isInResult { open[last].code += atom.text }
            case ("t", _):
                for place in open.indices where open[place].isInResult && open[place].result == nil {
                    open[place].result = here
                }
            default: break
            }
        }
    }

    private func opened(at atom: Int) -> OpenField {
        OpenField(paragraph: paragraphNumber, firstAtom: atom, isInCode: open.contains { !$0.isInResult })
    }

    private mutating func close(_ scan: inout Scan, atoms: Range<Int>) {
        guard let field = open.popLast() else { return }
        let code = FieldCode(field.code)
        let place = Location.paragraph(
            file: file, part: part, number: field.paragraph,
            excerpt: field.code.split(whereSeparator: \.isWhitespace).joined(separator: " "), cell: nil)
        guard code.isMerge else {
            if code.isTableFormula {
                found.append(NativeField(kind: .leftAlone, name: field.code.trimmingBlanks, place: place))
            } else if WordMergeFields.mailMerge.contains(code.keyword), !isInForm {
                found.append(NativeField(kind: .leftAlone, name: code.keyword, place: place))
            }
            return
        }
        guard field.paragraph == paragraphNumber, !field.isInCode else {
            found.append(NativeField(kind: .leftAlone, name: "MERGEFIELD \(code.name)", place: place))
            return
        }
        guard let tag = code.tag else { return remarks.append(.unnamableField(code.name, at: place)) }
        found.append(NativeField(kind: .mergeField, name: code.name, place: place))
        for mark in code.unknownSwitches {
            remarks.append(.unknownFieldSwitch(mark, of: code.name, at: place))
        }
        convertedCount += 1
        // A field in the result of this one goes with it.
        while let last = scan.replacements.last, atoms.contains(last.place) { scan.replacements.removeLast() }
        let words = delimiters.opening + tag + delimiters.closing
        if atoms.isEmpty {
            scan.emptyFields[atoms.lowerBound, default: []].append(words)
        } else {
            scan.replacements.append(
                Replacement(atoms: atoms, place: field.result ?? atoms.lowerBound, tag: words))
        }
    }

    /// Fields of a mail merge, and of old forms, that this engine does not carry out.
    private static let mailMerge: Set<String> = [
        "IF", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ASK", "FILLIN", "SET", "ADDRESSBLOCK",
        "GREETINGLINE", "DATABASE", "COMPARE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    ]

    // MARK: Rewriting

    private struct Rewriting {
        let replacements: [Replacement]
        var emptyFields: [Int: [String]]
        var atom = 0

        /// The field that an atom belongs to; found by halving.
        func replacement(at atom: Int) -> Replacement? {
            var stretch = 0..<replacements.count
            while !stretch.isEmpty {
                let middle = (stretch.lowerBound + stretch.upperBound) / 2
                if replacements[middle].atoms.contains(atom) { return replacements[middle] }
                stretch =
                    replacements[middle].atoms.lowerBound > atom
                    ? stretch.lowerBound..<middle : middle + 1..<stretch.upperBound
            }
            return nil
        }

        /// The tag of the next field that has no atoms and stands here.
        mutating func nextEmptyField(at atom: Int) -> String? {
            guard let tags = emptyFields[atom], !tags.isEmpty else { return nil }
            return emptyFields[atom]?.removeFirst()
        }
    }

    private mutating func children(of element: Element, _ rewriting: inout Rewriting) -> [Node] {
        element.children.flatMap { child -> [Node] in
            guard case .element(var inner) = child else { return [child] }
            if inner.isWord("p") { return [.element(inText(inner))] }
            guard !(inner.isWord && WordMergeFields.opaque.contains(inner.name.local)) else { return [child] }
            if inner.isWord("r") { return run(inner, &rewriting).map { [.element($0)] } ?? [] }
            let start = rewriting.atom
            inner.children = children(of: inner, &rewriting)
            guard inner.isWord("fldSimple") else { return [.element(inner)] }
            guard rewriting.atom == start else {
                return rewriting.replacement(at: start) == nil ? [.element(inner)] : inner.children
            }
            guard FieldCode(inner.wordAttribute("instr") ?? "").isMerge,
                let tag = rewriting.nextEmptyField(at: start)
            else { return [.element(inner)] }
            return [.element(inner.wordElement("r", [.element(inner.wordText(tag))]))]
        }
    }

    private mutating func run(_ run: Element, _ rewriting: inout Rewriting) -> Element? {
        var copy = run
        var isEmptied = false
        copy.children = []
        for child in run.children {
            guard case .element(let atom) = child, !atom.isWord("rPr") else {
                copy.children.append(child)
                continue
            }
            let here = rewriting.atom
            rewriting.atom += 1
            if let replacement = rewriting.replacement(at: here) {
                isEmptied = true
                if here == replacement.place { copy.children.append(.element(run.wordText(replacement.tag))) }
            } else {
                copy.children.append(.element(inText(atom)))
            }
        }
        return isEmptied && !copy.elements.contains { !$0.isWord("rPr") } ? nil : copy
    }

    /// What stands inside an atom, such as a text box, has fields of its own.
    private mutating func inText(_ element: Element) -> Element {
        guard !element.children.isEmpty else { return element }
        let outer = open
        open = []
        defer { open = outer }
        return node(element)
    }
}

extension Element {
    fileprivate var hasWordField: Bool {
        if isWord, name.local == "fldSimple" || name.local == "fldChar" { return true }
        return children.contains { if case .element(let inner) = $0 { inner.hasWordField } else { false } }
    }
}
