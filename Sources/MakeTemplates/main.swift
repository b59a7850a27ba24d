internal import Checking
internal import Container
internal import Diagnostics
internal import Forms
internal import OfficePackage
internal import Regulations

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes every form, in both formats, into a folder; with the file of a profile, those made from the regulation it stands in for.
func makeTemplates(in folder: String, by path: String?) throws(Failure) {
    let profile = try path.map { path throws(Failure) in try FormatProfile(opening: path) }
    var publication = Publication(existing: .overwritten)
    let forms = Form.allCases.filter { profile == nil || $0.profile.key == profile?.regulationKey }
    for form in forms {
        for format in OfficeFormat.allCases {
            let file = "\(folder)/\(form.fileName(as: format))"
            try publication.stage(try form.template(as: format, by: profile), at: file)
        }
    }
    try publication.publish()
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, arguments.count <= 2 else {
    print("usage: MakeTemplates FOLDER [PROFILE]")
    exit(ProcessStatus.usage.rawValue)
}
do throws(Failure) { try makeTemplates(in: folder, by: arguments.count == 2 ? arguments.last : nil) } catch {
    for diagnostic in error.diagnostics { print(diagnostic.text(in: .english)) }
    exit(error.processStatus.rawValue)
}
