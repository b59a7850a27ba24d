internal import Diagnostics
internal import Printing
internal import VanThu

/// The pages of a printed document, and where on them stands what is said of it.
struct MarkedPages: Sendable {
    let sizes: [PDFPages.Size]
    /// By the number of the remark.
    let spots: [Int: PDFPages.Spot]

    /// What was kept in a file before; nil where that has to be done yet.
    private init?(keptAt path: String) {
        guard let text = OwnFiles.text(of: path) else { return nil }
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

    /// Keeps a PDF, which has a destination for each of `count` remarks that has a place, and where they stand.
    private init(of bytes: [UInt8], remarks count: Int, keptAt pdf: String, _ places: String, on site: Site)
        throws(Failure)
    {
        try OwnFiles.write(bytes, to: pdf)
        let pages = PDFPages(of: pdf, folder: site.spool, environment: site.settings.environment)
        sizes = try pages.sizes()
        let named = try pages.destinations(on: sizes)
        var spots: [Int: PDFPages.Spot] = [:]
        for index in 0..<count { spots[index] = named[PrintedSource.destination(of: index)] }
        self.spots = spots
        let lines =
            sizes.map { "trang \($0.width) \($0.height)" }
            + spots.sorted { $0.key < $1.key }.map {
                "\($0.key) \($0.value.page) \($0.value.x) \($0.value.y)"
            }
        try OwnFiles.write(lines.map { $0 + "\n" }.joined(), to: places)
    }

    /// Those of a folder of their own, printed when they are first looked at.
    static func kept(
        in folder: String, remarks count: Int, on site: Site,
        printing: (OfficeWorkers) throws(Failure) -> [UInt8]
    ) throws(Failure) -> MarkedPages {
        let places = "\(folder)/vi-tri"
        if let known = MarkedPages(keptAt: places) { return known }
        guard let office = site.office else { throw Failure(.noOffice()) }
        return try MarkedPages(
            of: printing(office), remarks: count, keptAt: pdf(in: folder), places, on: site)
    }

    static func pdf(in folder: String) -> String { "\(folder)/trang.pdf" }

    /// The picture of a page that was printed into such a folder; nil where there is no such page.
    static func picture(named name: String, in folder: String, on site: Site) throws(Failure) -> String? {
        guard let page = Int(nameParts(name).stem), let pages = MarkedPages(keptAt: "\(folder)/vi-tri"),
            pages.sizes.indices.contains(page - 1)
        else { return nil }
        return try picture(ofPage: page, of: pdf(in: folder), on: site)
    }

    /// A page with its marks: of each remark a bar along its line and its number in the margin; those of one line stand side by side.
    func figure(ofPage page: Int, picture: String, _ remarks: [Remark], _ visit: Visit) -> HTML {
        let size = sizes[page - 1]
        let marks = remarks.compactMap { remark -> HTML? in
            guard let spot = spots[remark.index], spot.page == page else { return nil }
            let stacked = remarks.count { other in
                other.index < remark.index
                    && (spots[other.index].map { $0.page == page && abs($0.y - spot.y) < 6 } ?? false)
            }
            let left = max(12, 40 - 17 * Double(stacked))
            let name = visit.say("Nhận xét \(remark.index + 1): ", en: "Remark \(remark.index + 1): ")
            return """
                <a href="#nx-\(remark.index + 1)" class="dau \(Visit.className(of: remark.severity))" data-nx="\(remark.index)" aria-label="\(name)\(remark.text)"><rect x="\(Int(spot.x))" y="\(Int(spot.y))" width="\(max(20, Int(size.width - spot.x - 50)))" height="16"/><circle cx="\(Int(left))" cy="\(Int(spot.y) + 8)" r="8"/><text x="\(Int(left))" y="\(Int(spot.y) + 11)" aria-hidden="true">\(remark.index + 1)</text></a>
                """
        }
        let alternative = visit.say("Trang \(page) của văn bản", en: "Page \(page) of the document")
        return """
            <figure class="trang"><img src="\(picture)" width="\(Int(size.width))" height="\(Int(size.height))" alt="\(alternative)" loading="\(page == 1 ? "eager" : "lazy")">
            <svg viewBox="0 0 \(Int(size.width)) \(Int(size.height))" role="group" aria-label="\(visit.say("Nhận xét trên trang \(page)", en: "Remarks on page \(page)"))">\(marks)</svg>
            <figcaption>\(page)/\(sizes.count)</figcaption></figure>
            """
    }

    /// What is said of a place, by its number.
    struct Remark: Sendable {
        let index: Int
        let severity: Severity
        let text: String
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
