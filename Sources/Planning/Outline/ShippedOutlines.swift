internal import DataFiles
internal import Diagnostics
internal import Values

extension Outline {
    /// The outline of a plan that names none and writes no parts of its own.
    static let usualName = "ke-hoach-nhieu-nam"

    /// The outlines that come with the program, by name.
    static let shippedFiles: [(name: String, bytes: [UInt8])] = [
        (usualName, PackageResources.ke_hoach_nhieu_nam_yaml),
        ("ke-hoach-tung-nam", PackageResources.ke_hoach_tung_nam_yaml),
        ("ke-hoach-mot-nam", PackageResources.ke_hoach_mot_nam_yaml),
    ]

    /// A shipped outline; nil where there is none of that name.
    static func shipped(_ name: String) -> Outline? { shippedOutlines[name] }

    private static let shippedOutlines: [String: Outline] = Dictionary(
        shippedFiles.map { file -> (String, Outline) in
            var reading = DataReading(file: "de-cuong/\(file.name).yaml")
            do throws(Failure) {
                let node = try SourceNode(yaml: file.bytes, file: reading.file)
                let outline = reading.read(node, as: Outline.form)
                try reading.finish()
                if let outline { return (file.name, outline) }
            } catch {
                preconditionFailure(error.diagnostics.map { $0.text(in: .english) }.joined(separator: "\n"))
            }
            preconditionFailure("\(file.name) holds nothing")
        }, uniquingKeysWith: { first, _ in first })
}
