internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// Changes one `text:p` or `text:h`.
struct OpenDocumentParagraphEditor {
    let part: String
    let writer: OpenDocumentWriter

    func apply(_ edits: EditPlan.ParagraphEdits, to paragraph: inout Element, _ styles: inout DerivedStyles) {
        var whole = DerivedStyles.Change(paragraph: edits.format)
        if !edits.characters.isEmpty {
            let letters = OpenDocumentLetters(paragraph).map
            var parts: [(span: TextSpan, change: CharacterChange)] = []
            for (span, change) in edits.characters {
                if let range = span.range, range != 0..<letters.scalars.count {
                    parts.append((span, change))
                } else {
                    whole.characters.cover(with: change)
                }
            }
            // From the last to the first, so that places stay true.
            for stretch in LookStretch.all(of: parts, in: letters).reversed() {
                set(stretch.change, on: stretch.range, of: letters, in: &paragraph, &styles)
            }
        }
        if !whole.characters.isEmpty { setSpans(whole.characters, in: &paragraph, &styles) }
        if whole != DerivedStyles.Change() {
            let name = styles.style("paragraph", like: paragraph.text("style-name"), whole, in: part)
            paragraph.set(writer.text("style-name"), to: name)
        }
        if !edits.texts.isEmpty { replace(edits.texts, in: &paragraph) }
        if edits.composesLetters { composeLetters(in: &paragraph) }
        if edits.losesPageNumber { removePageNumber(from: &paragraph) }
    }

    // MARK: Looks

    /// Makes spans inside follow where they have something else to say.
    private func setSpans(_ change: CharacterChange, in element: inout Element, _ styles: inout DerivedStyles)
    {
        for index in element.children.indices {
            guard case .element(var child) = element.children[index],
                child.name.namespace == OpenDocumentNames.text, child.name.local != "note"
            else { continue }
            if child.name.local == "span" { setStyle(of: &child, change, &styles) }
            setSpans(change, in: &child, &styles)
            element.children[index] = .element(child)
        }
    }

    private func setStyle(of span: inout Element, _ change: CharacterChange, _ styles: inout DerivedStyles) {
        guard let base = span.text("style-name") else { return }
        if let own = styles.ownTextProperties(of: base, in: part) {
            let names = change.openDocumentNames
            let speaks = own.attributes.contains { names.contains($0.name) }
            guard speaks else { return }
        }
        let name = styles.style("text", like: base, DerivedStyles.Change(characters: change), in: part)
        span.set(writer.text("style-name"), to: name)
    }

    /// Puts a span around every stretch of letters, right at the letters, so that it covers what is around them.
    private func set(
        _ change: CharacterChange, on range: Range<Int>, of map: LetterMap, in paragraph: inout Element,
        _ styles: inout DerivedStyles
    ) {
        let name = styles.style("text", like: nil, DerivedStyles.Change(characters: change), in: part)
        var byNode: [(node: Int, letters: [LetterMap.Place])] = []
        for place in map.places[range] {
            if let last = byNode.indices.last, byNode[last].node == place.node {
                byNode[last].letters.append(place)
            } else {
                byNode.append((place.node, [place]))
            }
        }
        for (node, letters) in byNode.reversed() {
            let path = spanPath(of: map.nodes[node].path, in: paragraph)
            guard let index = path.last, let first = letters.first, let last = letters.last else { continue }
            let range = first.offset..<last.offset + last.extent
            paragraph.change(at: path.dropLast()) { parent in
                guard parent.children.indices.contains(index) else { return }
                let node = parent.children[index]
                if isOnlyText(node, range, of: parent), let base = parent.text("style-name") {
                    let change = DerivedStyles.Change(characters: change)
                    let own = styles.style("text", like: base, change, in: part)
                    parent.set(writer.text("style-name"), to: own)
                    return
                }
                let pieces = self.pieces(of: node, range).map { piece, isChosen in
                    guard isChosen else { return piece }
                    var span = Element(writer.text("span"))
                    span.attributes = [.init(writer.text("style-name"), name)]
                    span.children = [piece]
                    return .element(span)
                }
                parent.children.replaceSubrange(index...index, with: pieces)
            }
        }
    }

    /// Where a span can go: around the letters, or around the field whose letters they are.
    private func spanPath(of path: [Int], in paragraph: Element) -> [Int] {
        var element = paragraph
        for (depth, index) in path.dropLast().enumerated() {
            guard element.children.indices.contains(index),
                case .element(let child) = element.children[index],
                ["span", "a", "meta", "ruby", "ruby-base"].contains(child.name.local)
            else { return Array(path[...depth]) }
            element = child
        }
        return path
    }

    private func isOnlyText(_ node: Node, _ range: Range<Int>, of parent: Element) -> Bool {
        guard case .text(let words) = node else { return false }
        return range == 0..<words.unicodeScalars.count && parent.children.count == 1
            && parent.is("span", in: OpenDocumentNames.text)
    }

    /// A node parted before and behind the scalars that are meant; a field is not parted.
    private func pieces(of node: Node, _ range: Range<Int>) -> [(Node, isChosen: Bool)] {
        let count: Int
        let cut: (Range<Int>) -> Node
        switch node {
        case .text(let words):
            let scalars = Array(words.unicodeScalars)
            count = scalars.count
            cut = { .text(String(of: scalars[$0])) }
        case .element(let element) where element.is("s", in: OpenDocumentNames.text):
            count = element.text("c").flatMap { Int($0) } ?? 1
            cut = { range in
                var blanks = element
                blanks.set(writer.text("c"), to: String(range.count))
                return .element(blanks)
            }
        default: return [(node, true)]
        }
        guard range.upperBound <= count, range != 0..<count else { return [(node, true)] }
        return [(0..<range.lowerBound, false), (range, true), (range.upperBound..<count, false)].filter {
            !$0.0.isEmpty
        }.map { (cut($0.0), isChosen: $0.1) }
    }

    // MARK: Letters

    private func replace(_ texts: [(span: TextSpan, text: String)], in paragraph: inout Element) {
        for step in LetterReplacement(OpenDocumentLetters(paragraph).map, texts).steps {
            guard let index = step.path.last else { continue }
            paragraph.change(at: step.path.dropLast()) { parent in
                switch step.what {
                case .insert(let text):
                    parent.children.insert(
                        contentsOf: nodes(
                            of: "", after: .init(removed: [], removedLetters: 0, inserted: [(0, text)])),
                        at: index)
                case .change(let change):
                    guard parent.children.indices.contains(index) else { return }
                    apply(change, kind: step.kind, at: index, in: &parent)
                }
            }
        }
    }

    private func apply(
        _ change: LetterReplacement.NodeChange, kind: LetterMap.Node.Kind, at index: Int,
        in parent: inout Element
    ) {
        switch (kind, parent.children[index]) {
        case (.text, .text(let words)):
            parent.children.replaceSubrange(index...index, with: nodes(of: words, after: change))
        case (.blanks, .element(var element)):
            let count = (element.text("c").flatMap { Int($0) } ?? 1) - change.removedLetters
            if count > 0 {
                element.set(writer.text("c"), to: String(count))
                parent.children[index] = .element(element)
            } else {
                parent.children.remove(at: index)
            }
        case (.solid, .element): parent.children.remove(at: index)
        default: break
        }
    }

    private func composeLetters(in paragraph: inout Element) {
        let map = OpenDocumentLetters(paragraph).map
        for node in map.nodes where node.kind == .text {
            guard let index = node.path.last else { continue }
            paragraph.change(at: node.path.dropLast()) { parent in
                guard case .text(let words) = parent.children[index], !Normalization.isNFC(words) else {
                    return
                }
                parent.children[index] = .text(Normalization.nfc(words))
            }
        }
    }

    // MARK: Whole paragraphs

    /// Whether it holds nothing: no letter but blanks, no break, anchor or bookmark.
    static func isBare(_ element: Element) -> Bool {
        element.children.allSatisfy { node in
            switch node {
            case .text(let words): return words.allSatisfy(\.isWhitespace)
            case .element(let child):
                guard child.name.namespace == OpenDocumentNames.text else { return false }
                switch child.name.local {
                case "span": return isBare(child)
                case "s", "tab", "soft-page-break": return true
                default: return false
                }
            case .comment, .instruction: return false
            }
        }
    }

    /// A new paragraph in the style of another, with the look of its first letters.
    func paragraph(_ insertion: EditPlan.Insertion, like other: Element, _ styles: inout DerivedStyles)
        -> Element
    {
        var paragraph = Element(writer.text("p"))
        let change = DerivedStyles.Change(paragraph: insertion.paragraph, characters: insertion.characters)
        if change == DerivedStyles.Change() {
            if let name = other.text("style-name") { paragraph.set(writer.text("style-name"), to: name) }
        } else {
            let name = styles.style("paragraph", like: other.text("style-name"), change, in: part)
            paragraph.set(writer.text("style-name"), to: name)
        }
        let spans = other.elements.filter { $0.is("span", in: OpenDocumentNames.text) }
        let holdsAll = other.children.allSatisfy { node in
            if case .text(let words) = node { words.allSatisfy(\.isWhitespace) } else { true }
        }
        if holdsAll, var span = spans.first {
            span.children = [.text(insertion.text)]
            if !insertion.characters.isEmpty { setStyle(of: &span, insertion.characters, &styles) }
            paragraph.children = [.element(span)]
        } else {
            paragraph.children = [.text(insertion.text)]
        }
        return paragraph
    }

    private func removePageNumber(from paragraph: inout Element) {
        let words = String(of: OpenDocumentLetters(paragraph).map.scalars)
        guard PageNumberWords.areAlone(words) else { return }
        paragraph.children.removeAll { node in
            switch node {
            case .text: true
            case .element(let child):
                child.name.namespace == OpenDocumentNames.text
                    && ["span", "page-number", "page-count", "s", "tab"].contains(child.name.local)
            case .comment, .instruction: false
            }
        }
    }
}
