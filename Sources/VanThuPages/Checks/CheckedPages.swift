internal import Diagnostics
internal import Printing
internal import VanThu

/// The pages of a checked document, and where its findings stand on them.
struct CheckedPages: Sendable {
    let sizes: [PDFPages.Size]
    /// By the number of the finding.
    let spots: [Int: PDFPages.Spot]

    /// What was printed before; nil where that has to be done yet.
    init?(of record: CheckRecord) {
        guard let text = OwnFiles.text(of: record.places) else { return nil }
        var sizes: [PDFPages.Size] = []
        var spots: [Int: PDFPages.Spot] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == "trang", let width = Double(words[1]),
                let height = Double(words[2])
            {
                sizes.append(PDFPages.Size(width: width, height: height))
            } else if words.count == 4, let index = Int(words[0]), let page = Int(words[1]),
                let x = Double(words[2]), let y = Double(words[3])
            {
                spots[index] = PDFPages.Spot(page: page, x: x, y: y)
            }
        }
        (self.sizes, self.spots) = (sizes, spots)
    }

    /// Prints the document and keeps where the findings stand.
    init(printing review: DocumentReview, of record: CheckRecord, on site: Site) throws(Failure) {
        guard let office = site.office else { throw Failure(.noOffice()) }
        try OwnFiles.write(review.printed(by: office), to: record.pdf)
        let pages = PDFPages(of: record.pdf, folder: site.spool, environment: site.settings.environment)
        sizes = try pages.sizes()
        let named = try pages.destinations(on: sizes)
        var spots: [Int: PDFPages.Spot] = [:]
        for index in review.checked.findings.indices {
            spots[index] = named[DocumentReview.destination(of: index)]
        }
        self.spots = spots
        let lines =
            sizes.map { "trang \($0.width) \($0.height)" }
            + spots.sorted { $0.key < $1.key }.map {
                "\($0.key) \($0.value.page) \($0.value.x) \($0.value.y)"
            }
        try OwnFiles.write(lines.map { $0 + "\n" }.joined(), to: record.places)
    }

    /// The picture of a page, made when it is first looked at.
    static func picture(ofPage page: Int, of pdf: String, on site: Site) throws(Failure) -> String {
        let stem = "\(pdf.dropLast(4))-\(page)"
        if OwnFiles.exists(stem + ".jpg") { return stem + ".jpg" }
        // Two browsers may ask at once: each makes its own, and the last one stays.
        let own = "\(stem)-\(Secrets.token().prefix(8))"
        let pages = PDFPages(of: pdf, folder: site.spool, environment: site.settings.environment)
        let made = try pages.picture(ofPage: page, resolution: 110, to: own)
        guard let bytes = OwnFiles.bytes(of: made) else { throw Failure(.unusableFolder(stem)) }
        try OwnFiles.write(bytes, to: stem + ".jpg")
        OwnFiles.remove(made)
        return stem + ".jpg"
    }
}

extension Diagnostic {
    static func noOffice() -> Diagnostic {
        .environment(
            "pages.no-office", at: .argument("vanthu-office"),
            "máy chủ chưa có LibreOffice (hoặc vanthu-office), nên không hiện trang và không tạo PDF được",
            en:
                "the server has no LibreOffice (or vanthu-office), so pages cannot be shown and PDF cannot be made",
            fix: "cài libreoffice-writer và poppler-utils trên máy chủ",
            en: "install libreoffice-writer and poppler-utils on the server")
    }
}
