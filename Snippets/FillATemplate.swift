// Fill a template with data. It is compiled once and may be rendered from any thread, any number of times.

import Diagnostics
import DocumentTemplates
import Values

/// Fills the template file with the data file; all faults of either are thrown together, each with its place.
func filled(_ templatePath: String, with dataPath: String) throws(Failure) -> [UInt8] {
    // snippet.show
    let template = try Template(opening: templatePath)
    let data = try Value(opening: dataPath)
    let document: [UInt8] = try template.render(data)
    // snippet.hide
    return document
}

if CommandLine.arguments.count == 3 {
    do throws(Failure) {
        print(try filled(CommandLine.arguments[1], with: CommandLine.arguments[2]).count, "bytes")
    } catch { for fault in error.diagnostics { print(fault.text(in: .english)) } }
} else {
    print("usage: FillATemplate TEMPLATE DATA")
}
