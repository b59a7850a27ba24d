internal import OfficeDocument

/// The measures of the forms, chosen inside the ranges the rules allow; all in millimetres.
struct FormLayout: Sendable {
    let page: PageMeasures

    /// A sheet and its margins.
    struct PageMeasures: Sendable {
        let width: Double
        let height: Double
        let top = 20.0
        let bottom = 20.0
        let left = 30.0
        let right = 15.0
        /// From the edge of the paper to the page number: in the middle of the upper margin.
        let header = 10.0

        var textWidth: Double { width - left - right }

        var page: Page {
            Page(
                width: .millimetres(width),
                height: .millimetres(height),
                top: .millimetres(top),
                bottom: .millimetres(bottom),
                left: .millimetres(left),
                right: .millimetres(right),
                headerDistance: .millimetres(header)
            )
        }
    }

    static let portrait = PageMeasures(width: 210, height: 297)
    static let landscape = PageMeasures(width: 297, height: 210)

    /// The letterhead's two columns; they reach a little over both margins, the letters stay inside them, being centred.
    struct Letterhead: Sendable {
        let agencyColumn: Double
        let nationColumn: Double

        var overhang: Double { (agencyColumn + nationColumn - FormLayout.portrait.textWidth) / 2 }
    }

    static func letterhead(of profile: FormatProfile) -> Letterhead { profile.isOfParty ? ofParty : ofState }

    /// Quốc hiệu needs 96 mm on one line and a long place name with its date 104 mm.
    static let ofState = Letterhead(agencyColumn: 68, nationColumn: 104)
    /// The Party's title is shorter and its agencies' names are set larger.
    static let ofParty = Letterhead(agencyColumn: 74, nationColumn: 98)

    /// The columns of recipients and signature.
    static let signatureColumns = [75.0, 90.0]
}
