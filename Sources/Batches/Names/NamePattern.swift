package import Diagnostics
internal import TemplateLanguage
internal import Values

/// How the documents of a batch are called: a path in the template language, `{so}-{ten | khong_dau}.docx`.
///
/// Slashes between the tags make folders. What a tag prints never does: its slashes become hyphens.
package struct NamePattern: Sendable {
    package let source: String
    private let program: Program
    /// The pattern where every tag is a plain name; nil where one is more.
    private let plain: [Plain]?

    fileprivate enum Plain {
        case literal([UInt8])
        case field(String)
    }

    /// Throws what is wrong with the tags (`template.…`), or with the path (`batch.name-…`).
    package init(parsing source: String, option: String) throws(Failure) {
        let place = Location.argument(option)
        self.source = source
        let pieces = try NamePattern.pieces(of: source, at: place)
        let literals = pieces.map { if case .literal(let text) = $0 { text } else { "x" } }.joined()
        if literals.hasPrefix("/") || literals.split(separator: "/").contains("..") {
            throw Failure(.nameLeavesFolder(source, at: place))
        }
        program = try NamePattern.program(of: pieces, at: place)
        let plain = pieces.compactMap(Plain.init)
        self.plain = plain.count == pieces.count ? plain : nil
    }

    /// The path for a record.
    ///
    /// Throws what is wrong with the data, or that nothing is left of a part of the path, or that a value climbs out of the folder.
    func path(for record: Value, at place: Location, fileExtension: String) throws(Failure) -> String {
        var bytes = plainBytes(for: record) ?? []
        if bytes.isEmpty { bytes = try self.bytes(for: record, at: place) }
        if let path = FileName.plainPath(bytes, fileExtension: fileExtension) { return path }
        let path = String(decoding: bytes, as: UTF8.self)
        var components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = components.removeLast()
        var safe: [String] = []
        for component in components {
            safe.append(try FileName.safe(component, fileExtension: "", at: place))
        }
        safe.append(try FileName.safe(name, fileExtension: fileExtension, at: place))
        return safe.joined(separator: "/")
    }

    /// What the pattern says for a record; slashes are those of the pattern.
    func text(for record: Value, at place: Location) throws(Failure) -> String {
        String(decoding: try bytes(for: record, at: place), as: UTF8.self)
    }

    /// The short way, for a pattern of plain names whose values are plain texts, in which nothing is replaced and nothing wrong.
    private func plainBytes(for record: Value) -> [UInt8]? {
        guard let plain, case .record(let record) = record else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        for piece in plain {
            switch piece {
            case .literal(let literal): bytes += literal
            case .field(let name):
                guard case .text(let text)? = record[name] else { return nil }
                let before = bytes.count
                bytes += text.utf8
                guard bytes[before...].allSatisfy(FileName.isPlain) else { return nil }
            }
        }
        return bytes
    }

    private func bytes(for record: Value, at place: Location) throws(Failure) -> [UInt8] {
        var climbs: String?
        var renderer = Renderer(program, over: record) { _, value, words, output in
            guard let text = value.plainText else { return [.notPrintable(value, words)] }
            if text.utf8.contains(UInt8(ascii: ".")), FileName.climbs(text) { climbs = text }
            for byte in text.utf8 {
                output.append(
                    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") ? UInt8(ascii: "-") : byte)
            }
            return []
        }
        var bytes: [UInt8] = []
        while renderer.append(atLeast: 1 << 12, to: &bytes) {}
        if let failure = Failure(renderer.faults) { throw failure }
        if let climbs { throw Failure(.nameLeavesFolder(climbs, at: place)) }
        return bytes
    }

    // MARK: - Reading

    fileprivate enum Piece {
        case literal(String)
        case tag(inside: String)
    }

    private static func pieces(of source: String, at place: Location) throws(Failure) -> [Piece] {
        var pieces: [Piece] = []
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            var isText = false
            let close = rest[open...].firstIndex { character in
                if character == "\"" { isText.toggle() }
                return character == "}" && !isText
            }
            guard let close else { throw Failure(.unclosedNameTag(source, at: place)) }
            pieces.append(.tag(inside: String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        return pieces
    }

    private static func program(of pieces: [Piece], at place: Location) throws(Failure) -> Program {
        var builder = ProgramBuilder(file: place.text(in: .vietnamese), invertedNames: [])
        var depth = 0
        for piece in pieces {
            switch piece {
            case .literal(let text): builder.append(text.utf8)
            case .tag(let inside):
                let words = TagSource(whole: "{\(inside)}", inside: inside, place: place)
                switch try Tag(parsing: inside, at: place) {
                case .value(let expression): builder.insert(expression, words, insertion: 0)
                case .section(let expression):
                    depth += 1
                    builder.enter(expression, words, inverted: false)
                case .inverted(let expression):
                    depth += 1
                    builder.enter(expression, words, inverted: true)
                case .otherwise:
                    guard depth > 0 else { throw Failure(.unclosedNameTag(words.whole, at: place)) }
                    builder.otherwise()
                case .end:
                    guard depth > 0 else { throw Failure(.unclosedNameTag(words.whole, at: place)) }
                    depth -= 1
                    builder.leave()
                case .comment: break
                case .insertion, .directive, .otherwiseIf, .assignment:
                    throw Failure(.noTagForNames(words.whole, at: place))
                }
            }
        }
        guard depth == 0 else { throw Failure(.unclosedNameTag("{/}", at: place)) }
        return builder.program()
    }
}

extension NamePattern.Plain {
    /// Nil for a tag that is more than a name.
    fileprivate init?(_ piece: NamePattern.Piece) {
        switch piece {
        case .literal(let text): self = .literal(Array(text.utf8))
        case .tag(let inside):
            guard case .value(.path(let names))? = try? Tag(parsing: inside, at: .argument("")),
                names.count == 1
            else { return nil }
            self = .field(names[0])
        }
    }
}

extension Diagnostic {
    static func nameLeavesFolder(_ name: String, at place: Location) -> Diagnostic {
        .error(
            "batch.name-leaves-folder", at: place, "tên “\(name.prefix(100))” dẫn ra ngoài thư mục kết quả",
            en: "the name “\(name.prefix(100))” leads out of the output folder",
            fix: "bỏ “..” và dấu gạch chéo ở đầu", en: "leave out “..” and a slash at the beginning")
    }

    fileprivate static func unclosedNameTag(_ text: String, at place: Location) -> Diagnostic {
        .error(
            "batch.name-unclosed", at: place, "“\(text.prefix(100))” có thẻ thiếu phần mở hoặc phần đóng",
            en: "“\(text.prefix(100))” has a tag without its beginning or its end",
            fix: "viết mỗi thẻ trong { }, mỗi {#…} có một {/}",
            en: "write each tag in { }, and a {/} for each {#…}")
    }

    fileprivate static func noTagForNames(_ tag: String, at place: Location) -> Diagnostic {
        .error(
            "batch.name-tag", at: place, "\(tag) không dùng được trong tên tệp",
            en: "\(tag) has no place in a file name",
            fix: "chỉ dùng thẻ in giá trị, như {so} hoặc {ten | khong_dau}",
            en: "use tags that print a value, such as {so} or {ten | khong_dau}")
    }
}
