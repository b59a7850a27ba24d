package import Checking
internal import Container
package import Diagnostics
internal import Files
internal import OfficeDocument
internal import OfficePackage
package import Planning
package import Printing

/// A document under review: what the check says of it, its pages, and copies with remarks or with chosen things mended.
package struct DocumentReview: Sendable {
    package let checked: CheckedDocument
    private let judged: Examination.Judged?
    private let terms: ReadCheckTerms
    /// The mark of secrecy the document carries; nil where it has none.
    package let secrecyMark: SecrecyMark?

    /// Reads and judges; an old Word file goes through LibreOffice.
    ///
    /// Throws the faults of settings and profiles; why the document itself cannot be read is in `checked`.
    package init(of path: String, by terms: Clerk.CheckTerms, office: OfficeProgram) throws(Failure) {
        let read = try ReadCheckTerms(terms, for: [path])
        let examination = Examination(of: path, by: read, office: office)
        (checked, judged, self.terms) = (examination.result, examination.judged, read)
        secrecyMark = examination.document?.secrecyMark
    }

    /// The ending of a copy: the document's own format; nil where it was not judged.
    package var fileExtension: String? { judged?.file.document.kind.rawValue }

    /// Why no copy can be made of it; nil where one can.
    package var refusal: Diagnostic? {
        judged.flatMap { Clerk.CheckCopy.mendingPreview.refusals(of: $0).first }
    }

    /// The file with a comment at each finding.
    package func annotated(in language: Language) throws(Failure) -> [UInt8] {
        let judged = try copied()
        return try judged.annotated(in: language)
    }

    /// The file with the findings of these numbers mended, and what was mended.
    ///
    /// A finding that only comes to light by a mend is left alone unless it is of a chosen rule at a chosen place.
    package func mended(_ chosen: Set<Int>) throws(Failure) -> (bytes: [UInt8], changes: [Finding]) {
        let judged = try copied()
        let spots = Set(chosen.filter(checked.findings.indices.contains).map { Spot(checked.findings[$0]) })
        let mending = try judged.mending(by: terms) { spots.contains(Spot($0)) }
        return (mending.bytes ?? judged.file.bytes, mending.mended)
    }

    private func copied() throws(Failure) -> Examination.Judged {
        if let refusal { throw Failure(refusal) }
        guard let judged else { throw Failure(Clerk.CheckCopy.mendingPreview.wasNotMade(of: checked.file)) }
        return judged
    }

    private struct Spot: Hashable {
        let rule: Rule
        let place: ReadParagraph.Place?

        init(_ finding: Finding) { (rule, place) = (finding.rule, finding.place) }
    }

    /// The document as a PDF whose destinations, named as `PrintedSource` does, stand where the findings of these numbers are.
    package func printed(by workers: OfficeWorkers) throws(Failure) -> [UInt8] {
        guard let judged else { throw Failure(Clerk.CheckCopy.mendingPreview.wasNotMade(of: checked.file)) }
        return try PrintedSource(judged.file).printed(
            by: workers, marking: checked.findings.map { $0.place?.element })
    }
}
