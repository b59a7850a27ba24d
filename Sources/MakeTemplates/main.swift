internal import Container
internal import Diagnostics
internal import OfficeDocument
internal import OfficialFormat

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes every form, in both formats, into the folder named on the command line.
func makeTemplates(in folder: String) throws(Failure) {
    var publication = Publication(existing: .replaced)
    for form in Form.allCases {
        for format in OfficeFormat.allCases {
            let file = "\(folder)/\(form.fileName(as: format))"
            try publication.stage(try form.template(as: format), at: file)
        }
    }
    try publication.publish()
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, arguments.count == 1 else {
    print("usage: MakeTemplates FOLDER")
    exit(ProcessStatus.usage.rawValue)
}
do throws(Failure) {
    try makeTemplates(in: folder)
} catch {
    for diagnostic in error.diagnostics { print(diagnostic.text(in: .english)) }
    exit(error.processStatus.rawValue)
}
