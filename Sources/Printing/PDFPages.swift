package import Diagnostics
internal import Files
internal import FoundationEssentials

/// What Poppler's tools tell of a PDF, and the pictures they make of its pages.
package struct PDFPages: Sendable {
    private let file: String
    private let environment: [String: String]
    private let folder: String

    /// Where something stands on the pages.
    package struct Spot: Hashable, Sendable {
        /// Counts from 1.
        package let page: Int
        /// From the left and from the top edge of the page, in points.
        package let x: Double
        package let y: Double

        package init(page: Int, x: Double, y: Double) { (self.page, self.x, self.y) = (page, x, y) }
    }

    /// The size of a page, in points.
    package struct Size: Hashable, Sendable {
        package let width: Double
        package let height: Double

        package init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
    }

    /// `folder` is where the tools' output may lie for a moment.
    package init(of file: String, folder: String, environment: [String: String]) {
        self.file = file
        self.folder = folder
        self.environment = environment
    }

    /// The sizes of all pages, in their order; empty where the PDF is damaged.
    package func sizes() throws(Failure) -> [Size] {
        var sizes: [Size] = []
        for line in try lines("pdfinfo", ["-f", "1", "-l", "10000", file]) where line.hasPrefix("Page ") {
            // Page    1 size:  595.304 x 841.89 pts (A4)
            let words = line.split(separator: " ")
            guard words.count > 5, words[2] == "size:", let width = Double(words[3]),
                let height = Double(words[5])
            else { continue }
            sizes.append(Size(width: width, height: height))
        }
        return sizes
    }

    /// Where the destinations with names are.
    package func destinations(on sizes: [Size]) throws(Failure) -> [String: Spot] {
        var spots: [String: Spot] = [:]
        for line in try lines("pdfinfo", ["-dests", file]) {
            // "   1 [ XYZ   85  735 null      ] "name""
            let words = line.split(whereSeparator: { $0 == " " || $0 == "[" || $0 == "]" })
            guard words.count >= 6, let page = Int(words[0]), sizes.indices.contains(page - 1),
                words[1] == "XYZ", let x = Double(words[2]), let y = Double(words[3]), let name = words.last
            else { continue }
            spots[name.filter { $0 != "\"" }] = Spot(page: page, x: x, y: sizes[page - 1].height - y)
        }
        return spots
    }

    /// Writes a page as a JPEG of that many dots an inch; its path.
    package func picture(ofPage page: Int, resolution: Int, to stem: String) throws(Failure) -> String {
        _ = try lines(
            "pdftoppm",
            [
                "-jpeg", "-jpegopt", "quality=82", "-r", String(resolution), "-f", String(page), "-l",
                String(page), "-singlefile", file, stem,
            ])
        return stem + ".jpg"
    }

    /// The fonts of the PDF, each once, without the tags of their subsets.
    package func fonts() throws(Failure) -> [String] {
        var names: [String] = []
        for line in try lines("pdffonts", [file]).dropFirst(2) {
            guard let word = line.split(separator: " ").first else { continue }
            let name = String(word.split(separator: "+").last ?? word)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func lines(_ tool: String, _ arguments: [String]) throws(Failure) -> [String] {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        guard
            let program = folders.map({ "\($0)/\(tool)" }).first(
                where: FileManager.default.isExecutableFile(atPath:))
        else { throw Failure(.missingPoppler(tool)) }
        guard let scratch = PrivateFolder(in: folder) else { throw Failure(.unusableScratchFolder(folder)) }
        var child = ChildProcess(program: program, arguments: arguments, environment: environment)
        child.output = "\(scratch.path)/ra"
        guard child.run(timeLimit: .seconds(60)) == .exited(0) else { throw Failure(.unreadablePDF(file)) }
        guard let data = try? Data(contentsOf: URL(filePath: child.output)) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension Diagnostic {
    fileprivate static func missingPoppler(_ tool: String) -> Diagnostic {
        .environment(
            "system.missing-program", at: .argument(tool), "cần \(tool) để hiện các trang, nhưng máy chưa có",
            en: "showing pages needs \(tool), which is not installed",
            fix: "cài Poppler (Debian, Ubuntu: sudo apt-get install poppler-utils)",
            en: "install Poppler (Debian, Ubuntu: sudo apt-get install poppler-utils)")
    }

    fileprivate static func unreadablePDF(_ file: String) -> Diagnostic {
        .environment(
            "system.not-printed", at: .file(file), "không đọc được các trang của bản PDF",
            en: "the pages of the PDF cannot be read",
            fix: "thử lại; nếu vẫn vậy thì khởi động lại chương trình",
            en: "try again; if it stays so, start the program again")
    }
}
