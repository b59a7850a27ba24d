internal import DataFiles
internal import Diagnostics

/// Đề cương: what the body of a document is made of, as its file says it.
struct Outline: Sendable {
    var title = ""
    var summary = ""
    /// Keys of the plan's file that every document of the kind must have.
    var required: [String] = []
    /// Keys of its own, which the plan's file fills.
    var slots = FormSketch()
    var body = OutlineBody()

    /// What stands in the plan's file itself, under `phan`.
    static func free(_ sections: [OutlineSection], levels: [OutlineLevel]?) -> Outline {
        var outline = Outline()
        outline.body.sections = sections
        if let levels { outline.body.levels = levels }
        return outline
    }
}

/// The tree of an outline, with what stands around it.
struct OutlineBody: Hashable, Sendable {
    /// How the levels are numbered, from the highest.
    var levels = OutlineLevel.usual
    /// The opening sentence, where the file has none.
    var lead: WrittenText?
    var closing: WrittenText?
    var sections: [OutlineSection] = []
}

/// A part of a document: a heading and what stands under it, or without one blocks of their own.
struct OutlineSection: Hashable, Sendable {
    var heading: WrittenText?
    var numbering = Numbering.continued
    /// The number as it is printed, where it is not the next of its level; those behind it go on from it.
    var ownNumber: String?
    /// What goes on behind the heading on its line.
    var runIn: WrittenText?
    /// Whether the heading is printed though nothing stands under it.
    var standsAlone = false
    /// Whether the document cannot do without it.
    var isRequired = false
    var blocks: [OutlineBlock] = []
    var sections: [OutlineSection] = []

    enum Numbering: Hashable, Sendable {
        case continued
        /// The level begins again at one.
        case restarted
        case absent
        /// As this level, whichever its place in the tree would give.
        case level(OutlineLevel)
    }
}

/// What stands under a heading.
indirect enum OutlineBlock: Hashable, Sendable {
    case paragraph(WrittenText)
    case dashes([WrittenText])
    /// Paragraphs numbered as the level below.
    case points([WrittenText])
    case table(OutlineTable)
    case picture(OutlinePicture)
    /// The texts of a key.
    case slot(String, SlotStyle, at: WrittenPlace)
    case insert(Insert, as: InsertStyle?, at: WrittenPlace)
}

/// How the texts of a key are printed.
enum SlotStyle: Hashable, Sendable, CaseIterable {
    case paragraphs
    case dashes
    case points
}

/// What is computed from the workspace.
enum Insert: String, Hashable, Sendable, CaseIterable {
    case tasks = "nhiem_vu"
    case measures = "giai_phap"
    case scope = "pham_vi"
    case time = "thoi_gian"
    case duties = "to_chuc_thuc_hien"
    case targets = "chi_tieu"
    case total = "tong_kinh_phi"
    case estimate = "bang_du_toan"
    case yearlyCosts = "kinh_phi_theo_nam"
    case sources = "theo_nguon"
    case calendar = "lich_thang"
    case results = "ket_qua"
    case resultTable = "bang_ket_qua"
    case unitTable = "bang_theo_don_vi"
    case derivation = "dien_giai"
    case payments = "giai_ngan"
}

/// How a computed part is printed, where there is more than one way.
enum InsertStyle: Hashable, Sendable {
    case headings
    case table
    case dashes
    /// A table of these columns, whose rows are numbered by these levels.
    case columns([OutlineTable.Column], levels: [OutlineLevel])
}

/// Ảnh: a picture of the workspace's folder.
struct OutlinePicture: Hashable, Sendable {
    var file = ""
    /// Millimetres.
    var width: Int?
    var caption: WrittenText?
}

/// How one level is numbered.
enum OutlineLevel: String, Hashable, Sendable, CaseIterable {
    /// Phần thứ nhất
    case part = "phan"
    /// Chương I
    case chapter = "chuong"
    /// Mục 1
    case division = "muc"
    /// Tiểu mục 1
    case subdivision = "tieu_muc"
    /// A
    case capital = "A"
    /// I
    case roman = "I"
    /// Điều 1
    case article = "dieu"
    /// 1
    case arabic = "1"
    /// 1.1, behind the number of the level above.
    case decimal = "1.1"
    /// a
    case letter = "a"
    case dash = "-"

    static let usual: [OutlineLevel] = [.roman, .arabic, .letter, .dash]
}
