internal import Container
internal import Diagnostics
internal import Files
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder nobody else can look into, gone with the value; libxlsxwriter writes to paths only.
struct WritingFolder: ~Copyable {
    let path: String

    init() throws(Failure) {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/vanthu-sheets-XXXXXX".utf8CString)
        // Made with mode 0700.
        guard unsafe mkdtemp(&template) != nil else {
            throw Failure(.unwritableWorkbook(systemMessage(errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What is there is the library's own; it makes no folders.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            unsafe unlink(path + "/" + name)
        }
        unsafe rmdir(path)
    }

    func bytes(of file: String) throws(Failure) -> [UInt8] {
        try InputFile.bytes(ofFileAt: file, limit: 1 << 30)
    }
}
