internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// Changes one `w:p`.
enum WordParagraphEditor {
    static func apply(_ edits: EditPlan.ParagraphEdits, to paragraph: inout Element) {
        if !edits.format.isEmpty { paragraph.changeChild("pPr") { edits.format.write(word: &$0) } }
        if !edits.characters.isEmpty { set(edits.characters, in: &paragraph) }
        if !edits.texts.isEmpty { replace(edits.texts, in: &paragraph) }
        if edits.composesLetters { composeLetters(in: &paragraph) }
        if edits.losesPageNumber { removePageNumber(from: &paragraph) }
    }

    // MARK: Letters

    private static func replace(_ texts: [(span: TextSpan, text: String)], in paragraph: inout Element) {
        for step in LetterReplacement(WordLetters(paragraph).map, texts).steps {
            guard let index = step.path.last else { continue }
            paragraph.change(at: step.path.dropLast()) { run in
                switch step.what {
                case .insert(let text): run.children.insert(contentsOf: lines(text, in: run), at: index)
                case .change(let change):
                    guard run.children.indices.contains(index), case .element(let node) = run.children[index]
                    else { return }
                    let rest = step.kind == .text ? change.applied(to: node.text) : ""
                    if rest.isEmpty {
                        run.children.remove(at: index)
                    } else {
                        run.children.replaceSubrange(index...index, with: lines(rest, in: run, like: node))
                    }
                }
            }
        }
    }

    /// Text, with an element for each break of a line.
    private static func lines(_ text: String, in run: Element, like old: Element? = nil) -> [Node] {
        let lines = text.unicodeScalars.split(
            separator: DocumentEdit.lineBreak, omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line in
            let letters = String(line)
            return (index > 0 ? [Node.element(Element(run.sibling("br")))] : [])
                + (letters.isEmpty ? [] : [.element(textElement(letters, in: run, like: old))])
        }
    }

    private static func textElement(_ text: String, in run: Element, like old: Element? = nil) -> Element {
        var element = old ?? Element(run.sibling("t"))
        element.children = [.text(text)]
        let isWide = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        if isWide { element.set(.xmlSpace, to: "preserve") }
        return element
    }

    private static func composeLetters(in paragraph: inout Element) {
        for node in WordLetters(paragraph).map.nodes where node.kind == .text {
            paragraph.change(at: node.path[...]) { element in
                let text = element.text
                guard !Normalization.isNFC(text) else { return }
                element.children = [.text(Normalization.nfc(text))]
            }
        }
    }

    // MARK: Runs

    /// The looks asked for, laid upon the letters at once: a paragraph may have as many runs as a book has words.
    private static func set(_ edits: [(span: TextSpan, change: CharacterChange)], in paragraph: inout Element)
    {
        let letters = WordLetters(paragraph)
        for (span, change) in edits where span.range == nil {
            for run in letters.runs.reversed() { paragraph.change(at: run[...]) { set(change, ofRun: &$0) } }
            fillFields(of: &paragraph, change)
        }
        let stretches = LookStretch.all(of: edits, in: letters.map)
        guard !stretches.isEmpty else { return }
        // From the last run to the first, and so through the stretches.
        var next = stretches.count - 1
        for run in runs(of: letters.map).reversed() {
            while next >= 0, stretches[next].range.lowerBound >= run.letters.upperBound { next -= 1 }
            var own: [LookStretch] = []
            var index = next
            while index >= 0, stretches[index].range.upperBound > run.letters.lowerBound {
                own.append(
                    LookStretch(
                        range: stretches[index].range.clamped(to: run.letters),
                        change: stretches[index].change))
                index -= 1
            }
            if !own.isEmpty { set(own.reversed(), ofRun: run, letters.map, in: &paragraph) }
        }
    }

    private typealias RunPlace = (path: [Int], letters: Range<Int>)

    /// Each run with letters, by its path.
    private static func runs(of map: LetterMap) -> [RunPlace] {
        var runs: [RunPlace] = []
        var node: Int?
        for (index, place) in map.places.enumerated() {
            if node == place.node {
                runs[runs.count - 1].letters = runs[runs.count - 1].letters.lowerBound..<index + 1
                continue
            }
            node = place.node
            let run = Array(map.nodes[place.node].path.dropLast())
            if let last = runs.indices.last, runs[last].path == run {
                runs[last].letters = runs[last].letters.lowerBound..<index + 1
            } else {
                runs.append((run, index..<index + 1))
            }
        }
        return runs
    }

    private static func set(
        _ stretches: [LookStretch], ofRun run: RunPlace, _ map: LetterMap, in paragraph: inout Element
    ) {
        if stretches.count == 1, let only = stretches.first, only.range == run.letters {
            return paragraph.change(at: run.path[...]) { set(only.change, ofRun: &$0) }
        }
        guard let index = run.path.last, let whole = paragraph.element(at: run.path) else { return }
        let start = run.letters.lowerBound
        let cuts = stretches.flatMap { [$0.range.lowerBound - start, $0.range.upperBound - start] }
        var pieces = split(whole, at: cuts, map, run)
        // Every second piece is one of the stretches.
        for (number, stretch) in stretches.enumerated() where pieces.indices.contains(2 * number + 1) {
            set(stretch.change, ofRun: &pieces[2 * number + 1])
        }
        paragraph.change(at: run.path.dropLast()) { parent in
            parent.children.replaceSubrange(
                index...index,
                with: pieces.filter { $0.children.contains { !$0.isWord("rPr") } }.map(Node.element))
        }
    }

    /// A field without a result has no run to carry its look.
    private static func fillFields(of paragraph: inout Element, _ change: CharacterChange) {
        for index in paragraph.children.indices where paragraph.children[index].isWord("fldSimple") {
            paragraph.change(at: [index]) { field in
                guard field.word("r") == nil else { return }
                var run = Element(field.sibling("r"))
                set(change, ofRun: &run)
                run.children.append(.element(textElement("1", in: run)))
                field.children.append(.element(run))
            }
        }
    }

    private static func set(_ change: CharacterChange, ofRun run: inout Element) {
        guard run.isWord("r") else { return }
        run.changeChild("rPr") { change.write(word: &$0) }
    }

    /// Runs of one look out of one, parted before these letters of it.
    private static func split(
        _ run: Element, at cuts: [Int], _ map: LetterMap, _ place: (path: [Int], letters: Range<Int>)
    ) -> [Element] {
        var pieces = Array(repeating: run, count: cuts.count + 1)
        for index in pieces.indices { pieces[index].children = run.children.filter { $0.isWord("rPr") } }
        var current = 0
        var count = 0
        for (index, node) in run.children.enumerated() where !node.isWord("rPr") {
            let own = map.places[place.letters].filter { map.nodes[$0.node].path == place.path + [index] }
            guard case .element(let element) = node, !own.isEmpty else {
                pieces[current].children.append(node)
                continue
            }
            guard element.isWord("t") else {
                while current < cuts.count, count >= cuts[current] { current += 1 }
                pieces[current].children.append(node)
                count += own.count
                continue
            }
            var part = String.UnicodeScalarView()
            for scalar in element.text.unicodeScalars {
                while current < cuts.count, count >= cuts[current] {
                    if !part.isEmpty {
                        pieces[current].children.append(
                            .element(textElement(String(part), in: run, like: element)))
                    }
                    part = .init()
                    current += 1
                }
                part.append(scalar)
                count += 1
            }
            if !part.isEmpty {
                pieces[current].children.append(.element(textElement(String(part), in: run, like: element)))
            }
        }
        return pieces
    }

    // MARK: Whole paragraphs

    /// Whether it holds nothing: no letter but blanks, no break, anchor, bookmark or end of a section.
    static func isBare(_ paragraph: Element) -> Bool {
        paragraph.elements.allSatisfy { child in
            switch child.word {
            case "pPr": child.word("sectPr") == nil && child.word("rPr").map(isUntracked) != false
            case "proofErr": true
            case "r":
                child.elements.allSatisfy { piece in
                    switch piece.word {
                    case "rPr", "lastRenderedPageBreak", "tab": true
                    case "t": piece.text.allSatisfy(\.isWhitespace)
                    default: false
                    }
                }
            default: false
            }
        }
    }

    private static func isUntracked(_ mark: Element) -> Bool {
        ["ins", "del", "moveFrom", "moveTo"].allSatisfy { mark.word($0) == nil }
    }

    /// A new paragraph with the properties of another and the look of its first letters.
    static func paragraph(_ insertion: EditPlan.Insertion, like other: Element) -> Element {
        var paragraph = Element(other.name)
        if var properties = other.word("pPr") {
            for name in ["sectPr", "numPr", "pPrChange"] { properties.removeChild(name) }
            paragraph.children.append(.element(properties))
        }
        if !insertion.paragraph.isEmpty {
            paragraph.changeChild("pPr") { insertion.paragraph.write(word: &$0) }
        }
        var run = Element(other.sibling("r"))
        let letters = WordLetters(other)
        let first = letters.map.nodes.first.flatMap { other.element(at: $0.path.dropLast()) }
        if var look = first?.word("rPr") {
            look.removeChild("rPrChange")
            run.children.append(.element(look))
        }
        run.children.append(.element(textElement(insertion.text, in: run)))
        if !insertion.characters.isEmpty { set(insertion.characters, ofRun: &run) }
        paragraph.children.append(.element(run))
        return paragraph
    }

    /// Takes the fields that show the page's number out, with signs around them, where there are no other words.
    private static func removePageNumber(from paragraph: inout Element) {
        let words = String(of: WordLetters(paragraph).map.scalars)
        guard PageNumberWords.areAlone(words) else { return }
        paragraph.children.removeAll { node in
            guard case .element(let child) = node else { return false }
            switch child.word {
            case "r", "fldSimple", "proofErr": return !Self.holdsShape(child)
            default: return false
            }
        }
    }

    private static func holdsShape(_ element: Element) -> Bool {
        element.elements.contains {
            ["drawing", "pict", "object"].contains($0.word ?? "") || $0.name.local == "AlternateContent"
                || holdsShape($0)
        }
    }
}

/// What may stand beside the number of a page without being text of its own.
enum PageNumberWords {
    static func areAlone(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return words.allSatisfy { ["trang", "page", "of", "tr"].contains(Normalization.nfc(String($0))) }
    }
}
