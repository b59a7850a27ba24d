import Container
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import XMLTree

extension Part {
    /// The entries of a file, as they would be made in this process.
    fileprivate static func all(of bytes: [UInt8]) throws -> [Part] {
        let archive = try Archive(bytes: bytes, file: "mau")
        return try archive.entries.map { entry in
            let contents = try archive.contents(of: entry.name)
            if let root = try? Element(parsing: contents, file: entry.name), root.bytes == contents {
                return Part(entry.name, root)
            }
            let compression: ArchiveWriter.Compression = entry.method == .stored ? .stored : .deflated
            return Part(entry.name, bytes: contents, compression: compression)
        }
    }
}

@Test(arguments: Feature.all, OfficeFormat.allCases)
func `a template of parts renders byte for byte what its file renders`(feature: Feature, format: OfficeFormat)
    throws
{
    try withScratchFolder { folder in
        let (bytes, result) = try feature.documents(format, in: folder)
        let resources = Resources(folder: folder.path)
        let template = try Template(
            parts: Part.all(of: bytes), file: "\(feature.name).\(format.rawValue)",
            delimiters: feature.delimiters.map { pair in try Delimiters(parsing: pair) }, includes: resources)
        let direct = try template.render(feature.data, missing: feature.missing, pictures: resources)
        #expect(try SmallDocument.parts(of: direct) == SmallDocument.parts(of: result))
        #expect(direct == result)
    }
}
