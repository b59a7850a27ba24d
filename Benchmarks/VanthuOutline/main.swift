import Container
import Diagnostics
import OfficeDocument
import Recognition
import Regulations

// What the recogniser makes of documents, a line for each thing recognised: file, paragraph, name, level, how it is numbered, text.
// `readings.py` holds it against what careful readers say.

for path in CommandLine.arguments.dropFirst() {
    do throws(Failure) {
        let read = try ReadDocument.reading(Archive(opening: path)).value
        let clock = ContinuousClock()
        var outline: Outline?
        let time = clock.measure { outline = Outline(of: read) }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print(path, "-", "seconds", "\(seconds)", "", "", separator: "\t")
        for row in outline?.rows ?? [] { print(path, row, separator: "\t") }
    } catch {
        print(
            path, "-", "unreadable", "", "", error.diagnostics.first.map { "\($0.code)" } ?? "",
            separator: "\t")
    }
}
