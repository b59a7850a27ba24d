internal import OfficePackage

/// Comments of the body; neither format has any in headers and notes.
struct CommentPlaces {
    private let comments: [String: ReadComment]
    /// Those that mark a stretch of the text, and do not only stand in it.
    private let ranged: Set<String>
    private let marksEnd: Bool
    /// The numbers of those that have their place in the new document.
    private var numbers: [String: Int] = [:]
    private var open: Set<String> = []
    private(set) var all: [Comment] = []

    init(of document: ReadDocument) {
        comments = Dictionary(document.comments.map { ($0.id, $0) }) { first, _ in first }
        // Where a comment stands is the end of its stretch in Word, the beginning in OpenDocument.
        marksEnd = document.format == .docx
        var ranged: Set<String> = []
        if !document.comments.isEmpty {
            var begun: Set<String> = []
            for piece in document.paragraphs.lazy.flatMap(\.runs).flatMap(\.pieces) {
                switch piece {
                case .commentStart(let id): begun.insert(id)
                case .comment(let id):
                    if begun.contains(id) { ranged.insert(id) }
                    if document.format == .odt { begun.insert(id) }
                case .commentEnd(let id): if begun.contains(id) { ranged.insert(id) }
                case .text, .tab, .lineBreak, .pageBreak, .columnBreak, .pageNumber, .pageCount, .note,
                    .shape, .object:
                    break
                }
            }
        }
        self.ranged = ranged
    }

    /// What a mark of the source is in the new document; nil where nothing.
    mutating func piece(of mark: ReadRun.Piece) -> Run.Piece? {
        switch mark {
        case .commentStart(let id): return ranged.contains(id) ? begin(id) : nil
        case .commentEnd(let id): return end(id)
        case .comment(let id):
            guard ranged.contains(id) else { return number(id).map { .comment($0) } }
            return marksEnd ? end(id) : begin(id)
        case .text, .tab, .lineBreak, .pageBreak, .columnBreak, .pageNumber, .pageCount, .note, .shape,
            .object:
            return nil
        }
    }

    /// The ends of stretches that have none, such as in a cell that is not shown.
    mutating func missingEnds() -> [Run.Piece] { open.sorted().compactMap { end($0) } }

    func isPlaced(_ id: String) -> Bool { numbers[id] != nil }

    private mutating func begin(_ id: String) -> Run.Piece? {
        guard let number = number(id) else { return nil }
        open.insert(id)
        return .commentStart(number)
    }

    private mutating func end(_ id: String) -> Run.Piece? {
        guard open.remove(id) != nil else { return nil }
        return numbers[id].map { .commentEnd($0) }
    }

    /// The number of a comment that comes into its place; nil where it is there already, or there is none.
    private mutating func number(_ id: String) -> Int? {
        guard numbers[id] == nil, let read = comments[id] else { return nil }
        numbers[id] = all.count
        let lines = read.blocks.paragraphs.map(\.visibleText)
        all.append(
            Comment(author: read.author, initials: read.initials, date: read.date?.pointOfTime, lines: lines))
        return all.count - 1
    }
}
