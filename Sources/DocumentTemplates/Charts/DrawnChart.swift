internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A chart that is drawn in the template and takes its figures from data, with the tags in its own texts: titles of the chart and of axes.
struct DrawnChart: Sendable {
    /// The part; a paragraph with tags has the number of its text.
    private(set) var root: Element
    /// What the tags print, in their order.
    private(set) var values: [Expression] = []
    /// What cannot be filled in such a text.
    private(set) var faults: [Diagnostic] = []
    private var texts: [[Piece]] = []

    private enum Piece: Sendable {
        case words(String)
        case value(Int)
    }

    private static let number = QualifiedName(local: "vanthu-text")

    /// `origin` says where the part stands, and what its tags begin and end with.
    init(_ part: Element, _ origin: TextOrigin) {
        root = part
        root = marked(part, origin)
    }

    private mutating func marked(_ element: Element, _ origin: TextOrigin) -> Element {
        // Figures and their names are others in the result.
        guard element.name.local != "ser" else { return element }
        var copy = element
        if element.isDrawingParagraph, let pieces = pieces(of: element.text, origin) {
            copy.attributes.append(.init(DrawnChart.number, "\(texts.count)"))
            texts.append(pieces)
            return copy
        }
        copy.children = element.children.map { child in
            guard case .element(let inner) = child else { return child }
            return .element(marked(inner, origin))
        }
        return copy
    }

    /// A text with its tags; nil where it has none.
    private mutating func pieces(of text: String, _ origin: TextOrigin) -> [Piece]? {
        let bytes = Array(text.utf8)
        let found = origin.delimiters.tags(in: bytes).tags
        guard !found.isEmpty else { return nil }
        var pieces: [Piece] = []
        var end = 0
        for tag in found {
            pieces.append(.words(String(decoding: bytes[end..<tag.range.lowerBound], as: UTF8.self)))
            end = tag.range.upperBound
            let whole = String(decoding: bytes[tag.range], as: UTF8.self)
            let words = TagSource(
                whole: whole, inside: String(decoding: bytes[tag.inside], as: UTF8.self),
                place: .paragraph(
                    file: origin.file, part: origin.part, number: texts.count + 1,
                    excerpt: origin.delimiters.showingFields(excerpt(of: bytes, around: tag.range)), cell: nil
                ), isNativeField: false)
            // One that cannot be read is told of where the part is looked at by itself.
            guard !tag.changesDelimiters, let read = try? Tag(parsing: words.inside, at: words.place) else {
                continue
            }
            switch read {
            case .value(let expression):
                pieces.append(.value(values.count))
                values.append(expression)
            case .comment: break
            case .section, .inverted, .otherwise, .otherwiseIf, .end, .insertion, .directive, .assignment:
                faults.append(.structuralTagInAttribute(words))
            }
        }
        return pieces + [.words(String(decoding: bytes[end...], as: UTF8.self))]
    }

    /// The part with what its tags print.
    func filled(with printed: [String]) -> Element { texts.isEmpty ? root : filled(root, printed) }

    private func filled(_ element: Element, _ printed: [String]) -> Element {
        var copy = element
        guard let place = element.attributes.firstIndex(where: { $0.name == DrawnChart.number }) else {
            copy.children = element.children.map { child in
                guard case .element(let inner) = child else { return child }
                return .element(filled(inner, printed))
            }
            return copy
        }
        let number = Int(copy.attributes.remove(at: place).value) ?? 0
        let text = texts[number].map { piece in
            switch piece {
            case .words(let words): words
            case .value(let value): value < printed.count ? printed[value] : ""
            }
        }.joined()
        // The text has the look of its first run, as a tag has that several runs share.
        var isWritten = false
        copy.children = element.elements.compactMap { child in
            guard ["r", "fld", "br"].contains(child.name.local) else { return .element(child) }
            guard !isWritten, child.name.local == "r" else { return nil }
            isWritten = true
            var run = child
            run.children = child.elements.map {
                .element($0.name.local == "t" ? $0.filled([.text(text)]) : $0)
            }
            return .element(run)
        }
        return copy
    }
}

extension Compilation {
    /// Gives the tags of charts that are drawn in the template what the drawings' own texts take from data, and keeps the drawings.
    mutating func followDrawnCharts(in text: inout PlacedText, of part: String) throws(Failure) {
        guard let list = dialect.packaging.relationships(part) else { return }
        for index in text.tags.indices {
            guard case .insertion(.image, let figures, let arguments) = text.tags[index].tag,
                arguments.contains(where: { $0.name == Tag.chartName }),
                let id = text.tags[index].surroundings.placeholder?.chartReference
            else { continue }
            let related = Relationships(try trees.tree(list), of: part)
            guard let name = related[id]?.name, trees.contains(name), let root = try trees.tree(name) else {
                continue
            }
            let drawn = DrawnChart(
                root, TextOrigin(file: trees.source.file, part: name, delimiters: delimiters))
            findings.faults += drawn.faults
            if root.plotsPairs { findings.faults.append(.unfillableChart(text.tags[index].words)) }
            drawnCharts[part, default: [:]][id] = drawn
            guard !drawn.values.isEmpty else { continue }
            text.tags[index].surroundings.hasDrawnTexts = true
            text.tags[index].tag = .insertion(
                .image, Filter.figures(figures, beside: drawn.values), arguments)
        }
    }
}

extension Diagnostic {
    fileprivate static func unfillableChart(_ words: TagSource) -> Diagnostic {
        .error(
            "template.unfillable-chart", at: words.place,
            "thẻ “\(words.whole)”: biểu đồ phân tán và biểu đồ bong bóng không nhận nhãn và số liệu",
            en: "the tag “\(words.whole)”: a scatter or bubble chart takes no labels and figures",
            fix: "trong Word đổi kiểu biểu đồ (Change Chart Type) thành cột, đường, vùng hoặc tròn",
            en: "change the type of the chart in Word to columns, lines, areas or a pie")
    }
}

extension Element {
    /// Whether its points have two coordinates of their own.
    fileprivate var plotsPairs: Bool {
        ["scatterChart", "bubbleChart"].contains(name.local) || elements.contains(where: \.plotsPairs)
    }

    fileprivate var isDrawingParagraph: Bool { name.local == "p" && name.namespace.contains("drawingml") }
}
