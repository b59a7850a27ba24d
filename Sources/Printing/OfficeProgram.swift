package import Diagnostics

/// LibreOffice, either way: started for one document, or warm.
package enum OfficeProgram: Sendable {
    /// Started when it is needed, from the search path of that environment.
    case onDemand([String: String])
    case warm(OfficeWorkers)

    /// The document as PDF; destinations in it, and PDF/A, are known to warm ones only.
    package func pdf(of document: LibreOffice.Document) throws(Failure) -> [UInt8] {
        switch self {
        case .onDemand(let environment): try LibreOffice(in: environment).pdfs(of: [document])[0]
        case .warm(let workers): try workers.pdf(of: document)
        }
    }

    /// An old Word file or one in Rich Text as a Word file of today.
    package func wordFile(of document: LibreOffice.Document) throws(Failure) -> [UInt8] {
        switch self {
        case .onDemand(let environment):
            try LibreOffice(in: environment, for: .reading(document.name)).wordFile(of: document)
        case .warm(let workers): try workers.wordFile(of: document)
        }
    }
}
