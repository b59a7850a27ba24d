/// What a browser asks, with everything in it read and bounded; handlers know nothing of sockets.
package struct Request: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
    }

    package var method: Method
    /// The pieces of the path, decoded; the home page has none.
    package var path: [String]
    package var query: Fields
    /// Names in lower case.
    package var headers: [String: String]
    package var form: Fields
    package var uploads: [Upload]
    /// The address it came from.
    package var peer: String
    /// What was wrong with the body, told when the request is answered.
    package var bodyFault: BodyFault?

    package init(
        _ method: Method, _ path: String, query: Fields = Fields(), headers: [String: String] = [:],
        form: Fields = Fields(), uploads: [Upload] = [], peer: String = "127.0.0.1"
    ) {
        self.method = method
        self.path = path.split(separator: "/").map(String.init)
        self.query = query
        self.headers = headers
        self.form = form
        self.uploads = uploads
        self.peer = peer
    }

    /// The page that was asked for, as a link to it.
    var address: String {
        let values = query.entries.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        let path = "/" + path.map { percentEncoded($0) }.joined(separator: "/")
        return path + (values.isEmpty ? "" : "?" + values.joined(separator: "&"))
    }

    package enum BodyFault: Sendable {
        case tooLarge
        case tooManyFields
        case damaged
        case notSpooled
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? {
        for piece in (headers["cookie"] ?? "").split(separator: ";") {
            let words = piece.drop { $0 == " " }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if words.count == 2, words[0] == name { return String(words[1]) }
        }
        return nil
    }

    /// The path as it is written in a link.
    var link: String { "/" + path.map(percentEncoded).joined(separator: "/") }
}

/// Names with values, in their order; a name may come several times.
package struct Fields: Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var entries: [(name: String, value: String)] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    package mutating func add(_ name: String, _ value: String) { entries.append((name, value)) }

    /// The first value of a name.
    package subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { entries.filter { $0.name == name }.map(\.value) }
}

/// A file that came with a request: it lies where only this program can read it, and goes with the request.
package struct Upload: Sendable {
    package let field: String
    /// As the browser calls it; never a path.
    package let name: String
    package let path: String
    package let byteCount: Int

    package init(field: String, name: String, path: String, byteCount: Int) {
        self.field = field
        // Browsers write a quotation mark so.
        self.name = plainFileName(name.replacing("%22", with: "\""))
        self.path = path
        self.byteCount = byteCount
    }
}

/// What is behind the last slash of either kind, without control characters, not longer than a file's name may be.
package func plainFileName(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var plain = ""
    for scalar in last.unicodeScalars.prefix(4096) where scalar.value >= 32 && scalar.value != 127 {
        plain.unicodeScalars.append(scalar)
    }
    while plain.hasPrefix(".") { plain.removeFirst() }
    let longest = 180
    if plain.utf8.count > longest {
        // What kind of file it is stays to be seen.
        let dot = plain.lastIndex(of: ".")
        let ending = dot.map { plain[$0...] }.flatMap { $0.utf8.count <= 12 ? String($0) : nil } ?? ""
        var stem = ending.isEmpty ? plain : String(plain[..<(dot ?? plain.endIndex)])
        while stem.utf8.count + ending.utf8.count > longest { stem.removeLast() }
        plain = stem + ending
    }
    return plain.isEmpty ? "tep" : plain
}

/// A file's name without its ending, and the ending in lower case.
func nameParts(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), name[name.index(after: dot)...].lowercased())
}

/// A text as a piece of a link's path or query.
func percentEncoded(_ text: some StringProtocol) -> String {
    var encoded = ""
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += "%" + (digits.utf8.count == 1 ? "0" + digits : digits)
        }
    }
    return encoded
}
