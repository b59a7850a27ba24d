import Diagnostics
import TemplateLanguage
import Values

/// Renders a template of plain text: tags between braces, everything else as it is.
///
/// Only for tests of the language; office documents go through DocumentTemplates.
func rendered(_ source: String, _ data: Value, missing: MissingValue = .isAnError) throws(Failure) -> String {
    var pieces: [(literal: String, tag: String?)] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        pieces.append((String(rest[..<open]), String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
    }
    pieces.append((String(rest), nil))
    var builder = ProgramBuilder(file: "thu.txt", invertedNames: [])
    // How many sections each end closes.
    var ends: [Int] = []
    for piece in pieces {
        builder.append(piece.literal.utf8)
        guard let inside = piece.tag else { continue }
        let words = TagSource(whole: "{\(inside)}", inside: inside, place: .file("thu.txt"))
        switch try Tag(parsing: inside, at: words.place) {
        case .value(let expression):
            builder.emit(expression, words, style: TextStyle(lineBreak: "⏎", tab: "→"))
        case .section(let expression), .inverted(let expression):
            var isInverted = false
            if case .inverted = try Tag(parsing: inside, at: words.place) { isInverted = true }
            builder.enter(expression, words, inverted: isInverted)
            ends.append(1)
        case .otherwise: builder.otherwise()
        case .otherwiseIf(let expression):
            builder.otherwise()
            builder.enter(expression, words, inverted: false)
            if !ends.isEmpty { ends[ends.count - 1] += 1 }
        case .end: for _ in 0..<(ends.popLast() ?? 1) { builder.leave() }
        case .assignment(let name, let expression): builder.assign(expression, words, to: name)
        case .comment, .directive, .insertion: break
        }
    }
    var renderer = Renderer(builder.program(), over: data, missing: missing)
    var bytes: [UInt8] = []
    while renderer.append(atLeast: 7, to: &bytes) {}
    if let failure = Failure(renderer.faults) { throw failure }
    return String(decoding: bytes, as: UTF8.self)
}
