internal import DataFiles
internal import Diagnostics

// The families of codes by which parts of a workspace refer to each other.
extension CodeKind {
    static let unit = CodeKind(Wording("đơn vị", en: "unit"), declaredIn: "co-quan (don_vi[].ma)")
    static let leader = CodeKind(Wording("lãnh đạo", en: "leader"), declaredIn: "co-quan (lanh_dao[].ma)")
    static let channel = CodeKind(Wording("kênh", en: "channel"), declaredIn: "ke-hoach (pham_vi.kenh[].ma)")
    static let workItem = CodeKind(
        Wording("nội dung", en: "work item"), declaredIn: "ke-hoach (noi_dung[].ma)")
    static let indicator = CodeKind(
        Wording("chỉ tiêu", en: "indicator"), declaredIn: "chi-tieu (chi_tieu[].ma)")
    /// Funding sources are declared estimate by estimate; all other codes hold for the whole workspace.
    static let fundingSource = CodeKind(
        Wording("nguồn kinh phí", en: "funding source"), declaredIn: "du-toan (nguon[].ma)", scope: .oneFile)
}
