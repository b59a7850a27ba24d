internal import OfficeDocument
internal import Regulations

/// The measures of the forms, chosen inside the ranges the rules allow; all in millimetres.
struct FormLayout: Sendable {
    let portrait: PageMeasures
    let landscape: PageMeasures
    let letterhead: Letterhead

    /// The narrowest margins that the profile allows.
    init(_ profile: FormatProfile) {
        let (short, long) = (profile.page.width, profile.page.height)
        portrait = PageMeasures(width: short, height: long, of: profile)
        landscape = PageMeasures(width: long, height: short, of: profile)
        letterhead = Letterhead(textWidth: portrait.textWidth, of: profile)
    }

    /// A sheet and its margins.
    struct PageMeasures: Sendable {
        let width: Double
        let height: Double
        let top: Double
        let bottom: Double
        let left: Double
        let right: Double
        /// From the edge of the paper to the page number: in the middle of the upper margin.
        let header: Double

        init(width: Double, height: Double, of profile: FormatProfile) {
            self.width = width
            self.height = height
            top = profile.page.top.lowerBound
            bottom = profile.page.bottom.lowerBound
            left = profile.page.left.lowerBound
            right = profile.page.right.lowerBound
            header = profile.pageNumber.fromTop ?? top / 2
        }

        var textWidth: Double { width - left - right }

        var page: Page {
            Page(
                width: .millimetres(width), height: .millimetres(height), top: .millimetres(top),
                bottom: .millimetres(bottom), left: .millimetres(left), right: .millimetres(right),
                headerDistance: .millimetres(header))
        }
    }

    /// The letterhead's two columns; they reach a little over both margins, the letters stay inside them, being centred.
    struct Letterhead: Sendable {
        let agencyColumn: Double
        let nationColumn: Double
        let overhang = 3.5
        /// The width of the agency's side inside the page's margin; letters stay as far from the column's other edge.
        var agencyText: Double { agencyColumn - 2 * overhang }

        /// Quốc hiệu needs 96 mm on one line and a long place name with its date 104 mm; the Party's title is shorter and its agencies'
        /// names are set larger.
        init(textWidth: Double, of profile: FormatProfile) {
            nationColumn = profile.isOfParty ? 98 : 104
            agencyColumn = max(20, textWidth + 2 * overhang - nationColumn)
        }
    }

    /// The columns of recipients and signature.
    var signatureColumns: [Double] {
        let recipients = portrait.textWidth * 75 / 165
        return [recipients, portrait.textWidth - recipients]
    }

    /// How much wider than A4 with its usual margins a landscape table can be.
    var tableScale: Double { landscape.textWidth / 252 }
}
