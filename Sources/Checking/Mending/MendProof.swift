internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

/// A mended document held against the one it was made from: it must differ where its edits stand, and nowhere else.
///
/// Letters may only have changed at the edits' own places; every line is still the component it was; all that is drawn, dotted, pictured
/// or broken is there; tables have their rows and cells; and the room of the signature is untouched.
struct MendProof {
    private let before: ReadDocument
    private let after: ReadDocument
    private let plan: [ElementPlace: MendedParagraph]
    private let componentsBefore: [ElementPlace: [Component]]
    private let componentsAfter: [ElementPlace: [Component]]
    private var spoilt: [ElementPlace?] = []

    /// The paragraphs where more or else has changed than was meant, nil for one that is not told by a place; empty for a faithful copy.
    static func spoiltPlaces(
        from before: (document: ReadDocument, components: [RecognisedComponent]),
        to after: (document: ReadDocument, components: [RecognisedComponent]), by edits: [DocumentEdit]
    ) -> [ElementPlace?] {
        var proof = MendProof(before, after, edits)
        proof.compareBodies()
        proof.compareMargins()
        proof.compareTables()
        return proof.spoilt
    }

    private init(
        _ before: (document: ReadDocument, components: [RecognisedComponent]),
        _ after: (document: ReadDocument, components: [RecognisedComponent]), _ edits: [DocumentEdit]
    ) {
        self.before = before.document
        self.after = after.document
        plan = MendedParagraph.all(in: edits)
        componentsBefore = Self.byPlace(before.components)
        componentsAfter = Self.byPlace(after.components)
    }

    private static func byPlace(_ components: [RecognisedComponent]) -> [ElementPlace: [Component]] {
        var byPlace: [ElementPlace: [Component]] = [:]
        for component in components {
            byPlace[component.place.element, default: []].append(component.component.inMending)
        }
        return byPlace
    }

    // MARK: The body

    private enum Expected {
        case kept(ReadParagraph)
        case removed(ReadParagraph)
        case inserted(String, beside: ElementPlace)
    }

    private func expected() -> [Expected] {
        var expected: [Expected] = []
        for paragraph in before.paragraphs {
            guard let edits = plan[paragraph.element] else {
                expected.append(.kept(paragraph))
                continue
            }
            expected += edits.insertedBefore.map { .inserted($0, beside: paragraph.element) }
            expected.append(edits.isRemoved ? .removed(paragraph) : .kept(paragraph))
            expected += edits.insertedBehind.map { .inserted($0, beside: paragraph.element) }
        }
        return expected
    }

    /// Paragraphs that hold something are matched one by one; between two of them as many empty ones are left as were not to go, or more.
    private mutating func compareBodies() {
        let found = after.paragraphs
        var next = 0
        var (kept, removed) = ([ReadParagraph](), 0)
        func closeGap(_ place: ElementPlace?) -> Bool {
            let from = next
            while next < found.count, found[next].holdsNothing { next += 1 }
            let count = next - from
            return (kept.count...kept.count + removed).contains(count)
        }
        for entry in expected() {
            switch entry {
            case .kept(let paragraph) where paragraph.holdsNothing && !isFilled(paragraph):
                kept.append(paragraph)
            case .removed: removed += 1
            case .kept(let paragraph):
                if !closeGap(paragraph.element) { spoilt.append(paragraph.element) }
                (kept, removed) = ([], 0)
                guard next < found.count else { return spoilt.append(paragraph.element) }
                compare(paragraph, with: found[next])
                next += 1
            case .inserted(let text, let place):
                if !closeGap(place) { spoilt.append(place) }
                (kept, removed) = ([], 0)
                guard next < found.count, found[next].typedText == text else { return spoilt.append(place) }
                next += 1
            }
        }
        if !closeGap(nil) || next < found.count { spoilt.append(nil) }
        checkRoomOfSignature()
    }

    private func isFilled(_ paragraph: ReadParagraph) -> Bool {
        plan[paragraph.element]?.texts.contains { !$0.text.isEmpty } ?? false
    }

    private mutating func compare(_ old: ReadParagraph, with new: ReadParagraph) {
        let edits = plan[old.element] ?? MendedParagraph()
        let components = componentsBefore[old.element] ?? []
        let isFaithful =
            edits.canTurn(old.typedText, into: new.typedText) && isKept(old, as: new, edits)
            && old.place.cell == new.place.cell
            && (components.isEmpty || components == componentsAfter[new.element] ?? [])
        if !isFaithful { spoilt.append(old.element) }
    }

    /// Whether all that is drawn is there; only as many lines have another length as were to get one.
    private func isKept(_ old: ReadParagraph, as new: ReadParagraph, _ edits: MendedParagraph) -> Bool {
        guard edits.scaledLines > 0 else { return old.ink == new.ink }
        let (before, after) = (old.ink, new.ink)
        guard before.sizes.count == after.sizes.count else { return false }
        let changed = zip(before.sizes, after.sizes).count { $0 != $1 }
        return changed <= edits.scaledLines && before.withoutSizes == after.withoutSizes
    }

    /// The empty lines between title and name are for the signature.
    private mutating func checkRoomOfSignature() {
        guard plan.values.contains(where: \.isRemoved) else { return }
        let foot: Set<Component> = [.recipientsLabel, .recipient, .authority, .position, .signerName]
        let paragraphs = before.paragraphs
        let places = paragraphs.indices.filter { index in
            componentsBefore[paragraphs[index].element]?.contains(where: foot.contains) == true
        }
        guard let first = places.first, let last = places.last else { return }
        for paragraph in paragraphs[first...last] where plan[paragraph.element]?.isRemoved == true {
            spoilt.append(paragraph.element)
        }
    }

    // MARK: Headers, footers, tables

    /// What is written in the margins of the pages; numbers of pages come and go.
    private mutating func compareMargins() {
        let new = Set(after.marginParagraphs.map { $0.typedText.filter(\.isLetter) })
        for paragraph in before.marginParagraphs {
            let edits = plan[paragraph.element] ?? MendedParagraph()
            guard !edits.losesPageNumber else { continue }
            let isThere =
                edits.isPlain
                ? new.contains(paragraph.typedText.filter(\.isLetter))
                : after.marginParagraphs.contains { edits.canTurn(paragraph.typedText, into: $0.typedText) }
            if !isThere, !paragraph.holdsNothing { spoilt.append(paragraph.element) }
        }
    }

    private mutating func compareTables() {
        func shapes(_ document: ReadDocument) -> [[Int]] {
            document.blocks.compactMap { block in
                if case .table(let table) = block { table.rows.map(\.cells.count) } else { nil }
            }
        }
        if shapes(before) != shapes(after) { spoilt.append(nil) }
    }
}

extension Component {
    /// Components of the text go by number, mark and weight, which are mended; all others stay what they are.
    fileprivate var inMending: Component {
        switch self {
        case .part, .partTitle, .division, .divisionTitle, .article, .romanHeading, .titledClause, .clause,
            .point:
            .body
        default: self
        }
    }
}

extension ReadDocument {
    fileprivate var marginParagraphs: [ReadParagraph] {
        sections.flatMap { section in
            (Array(section.headers.values) + Array(section.footers.values)).flatMap(\.blocks.paragraphs)
        }
    }
}

extension ReadParagraph {
    fileprivate struct Ink: Equatable {
        let shapes: [ReadShape.Kind]
        var sizes: [Length?]
        let lines: Int
        let marks: [ReadRun.Piece]
        let leaders: Int
        let label: NumberingFormat?

        var withoutSizes: Ink {
            var ink = self
            ink.sizes = []
            return ink
        }
    }

    fileprivate var ink: Ink {
        Ink(
            shapes: shapes.map(\.kind), sizes: shapes.map(\.width), lines: lines.count,
            marks: runs.flatMap(\.pieces).filter { piece in
                switch piece {
                case .text, .tab, .lineBreak, .pageNumber: false
                default: true
                }
            }, leaders: format.tabs.count { $0.leader != .nothing }, label: label?.format)
    }

    /// Whether there is no letter, break, drawing or line in it.
    fileprivate var holdsNothing: Bool { isBare && lines.isEmpty && label == nil }
}
