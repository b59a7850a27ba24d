internal import Diagnostics

/// What could not be taken over, told once for each kind with its first place.
struct ConversionLosses {
    let file: String
    private var entries: [Entry] = []

    private struct Entry {
        let kind: Kind
        let place: ReadParagraph.Place?
        let excerpt: String
        let detail: String
        var further = 0
    }

    init(file: String) { self.file = file }

    enum Kind: String {
        case picture = "lost-picture"
        case picturePlace = "moved-picture"
        case pictureLook = "lost-picture-look"
        case object = "object-as-picture"
        case figure = "lost-figure"
        case note = "lost-note"
        case noteNumbering = "lost-note-numbering"
        case comment = "lost-comment"
        case link = "lost-link"
        case background = "lost-background"
        case sideBorder = "lost-border"
        case columns = "lost-columns"
        case evenPages = "lost-even-pages"
        case tableInHeader = "lost-header-table"
        case firstPageLayout = "lost-first-page-layout"
        case pageNumberFormat = "lost-page-number-format"
        case signature = "lost-signature"
        case trackedChanges = "accepted-changes"
        case textBox = "unboxed-text"
        case sideBoxes = "boxes-as-table"
        case drawnLine = "redrawn-line"
        case typedLabel = "typed-label"
        case symbol = "lost-symbol"
        case formula = "lost-formula"
        case ruby = "lost-ruby"
        case field = "lost-field"
        case sectionOnPage = "new-page"
    }

    /// `detail` is what is lost, where it can be said: a note's text, a picture's name.
    mutating func add(
        _ kind: Kind, at place: ReadParagraph.Place?, _ excerpt: String = "", _ detail: String = ""
    ) {
        if let index = entries.firstIndex(where: { $0.kind == kind && (kind != .note || $0.detail == detail) }
        ) {
            entries[index].further += 1
        } else {
            entries.append(Entry(kind: kind, place: place, excerpt: excerpt, detail: detail))
        }
    }

    /// In the order they were met.
    var diagnostics: [Diagnostic] {
        entries.map { entry in
            let (vietnamese, english) = entry.kind.words
            let detail = entry.detail.isEmpty ? "" : " “\(Self.shortened(entry.detail))”"
            let further = entry.further
            return .warning(
                "convert.\(entry.kind.rawValue)",
                at: entry.place?.location(in: file, excerpt: Self.shortened(entry.excerpt)) ?? .file(file),
                vietnamese + detail + (further > 0 ? "; còn \(further) chỗ nữa" : ""),
                en: english + detail + (further > 0 ? "; \(further) more places" : ""))
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? String(text.prefix(57)) + "…" : text
    }
}

extension ConversionLosses.Kind {
    fileprivate var words: (vietnamese: String, english: String) {
        switch self {
        case .picture: ("hình ảnh không được chuyển", "a picture is left out")
        case .picturePlace:
            ("hình ảnh được đặt ở chỗ khác đôi chút", "a picture does not stand in quite the same place")
        case .pictureLook:
            (
                "phần cắt, xoay hoặc chỉnh màu của hình ảnh không được chuyển",
                "the cutting, turning or colouring of a picture is not kept"
            )
        case .object:
            ("đối tượng nhúng chỉ còn lại hình", "of an object of another program only its picture is kept")
        case .figure: ("hình vẽ không được chuyển", "a drawn figure is left out")
        case .note: ("chú thích không được chuyển", "a note is left out")
        case .noteNumbering:
            ("cách đánh số chú thích không được chuyển", "the way notes are counted is not kept")
        case .comment: ("nhận xét không được chuyển", "a comment is left out")
        case .link: ("liên kết chỉ còn lại chữ", "of a link only its text is kept")
        case .background: ("màu nền không được chuyển", "a background colour is left out")
        case .sideBorder:
            ("đường viền hai bên đoạn không được chuyển", "a border at a paragraph's side is left out")
        case .columns: ("văn bản chia cột được dồn thành một cột", "text in columns is set in one")
        case .evenPages:
            (
                "đầu trang, chân trang riêng của trang chẵn không được chuyển",
                "the headers of even pages are left out"
            )
        case .tableInHeader:
            (
                "bảng ở đầu trang hoặc chân trang chỉ còn lại chữ",
                "of a table in a header only its text is kept"
            )
        case .firstPageLayout:
            (
                "khổ giấy và lề riêng của trang đầu không được chuyển",
                "the first page's own margins are left out"
            )
        case .pageNumberFormat:
            ("số trang được ghi bằng chữ số Ả Rập", "page numbers are written in Arabic figures")
        case .signature:
            (
                "chữ ký số không còn giá trị với tệp mới",
                "the digital signature does not hold for the new file"
            )
        case .trackedChanges:
            ("các thay đổi đang theo dõi được coi là đã chấp nhận", "tracked changes are taken as accepted")
        case .textBox: ("chữ trong khung được đưa ra thân văn bản", "the text of a box goes on in the body")
        case .sideBoxes:
            (
                "các khung đứng cạnh nhau được thay bằng một bảng không kẻ",
                "boxes side by side become a table without lines"
            )
        case .drawnLine:
            ("đường kẻ vẽ được thay bằng đường viền đoạn", "a drawn line becomes a paragraph's border")
        case .typedLabel:
            ("số thứ tự tự động được ghi thành chữ", "an automatic number or bullet is typed out")
        case .symbol: ("ký hiệu không còn phông chữ của nó", "a symbol is left without its font")
        case .formula: ("công thức không được chuyển", "a formula is left out")
        case .ruby: ("chữ nhỏ ghi phía trên không được chuyển", "the small letters above others are left out")
        case .field: ("phần hiện ra của trường không được chuyển", "what a field shows is left out")
        case .sectionOnPage:
            (
                "phần có khổ giấy khác được đưa sang trang mới",
                "a stretch with another page layout begins a new page"
            )
        }
    }
}
