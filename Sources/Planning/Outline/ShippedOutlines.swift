internal import DataFiles
internal import Diagnostics
internal import Synchronization
internal import Values

extension Outline {
    /// The outline of a plan that names none and writes no parts of its own.
    static let usualName = "ke-hoach-nhieu-nam"

    /// The outlines that come with the program, by name.
    static let shippedFiles: [(name: String, bytes: [UInt8])] = [
        (usualName, PackageResources.ke_hoach_nhieu_nam_yaml),
        ("ke-hoach-tung-nam", PackageResources.ke_hoach_tung_nam_yaml),
        ("ke-hoach-mot-nam", PackageResources.ke_hoach_mot_nam_yaml),
        ("ke-hoach-co-kiem-diem", PackageResources.ke_hoach_co_kiem_diem_yaml),
        ("ke-hoach-nam-hoc", PackageResources.ke_hoach_nam_hoc_yaml),
        ("chuong-trinh-cong-tac", PackageResources.chuong_trinh_cong_tac_yaml),
        ("chuong-trinh-hanh-dong", PackageResources.chuong_trinh_hanh_dong_yaml),
        ("ke-hoach-kiem-tra", PackageResources.ke_hoach_kiem_tra_yaml),
        ("phuong-an-ung-pho", PackageResources.phuong_an_ung_pho_yaml),
        ("bao-cao", PackageResources.bao_cao_yaml), ("bao-cao-dang", PackageResources.bao_cao_dang_yaml),
        ("trinh-ke-hoach", PackageResources.trinh_ke_hoach_yaml), ("du-toan", PackageResources.du_toan_yaml),
        ("du-toan-dang", PackageResources.du_toan_dang_yaml),
        ("thuyet-minh", PackageResources.thuyet_minh_yaml),
        ("bao-cao-giai-ngan", PackageResources.bao_cao_giai_ngan_yaml),
    ]

    /// What places within shipped outlines begin with; they are no files of the user's, who is told of his own instead.
    static let shippedPlace = "đề cương đi kèm: "

    /// A shipped outline; nil where there is none of that name.
    ///
    /// Each is read when it is first asked for.
    static func shipped(_ name: String) -> Outline? {
        if let outline = shippedOutlines.withLock({ $0[name] }) { return outline }
        guard let file = shippedFiles.first(where: { $0.name == name }) else { return nil }
        let outline = outline(in: file.bytes, of: name)
        shippedOutlines.withLock { $0[name] = outline }
        return outline
    }

    /// The body of a document that may be written freely: its own sections, or else those of a shipped outline.
    static func body(of sections: [OutlineSection], levels: [OutlineLevel]?, orElse name: String)
        -> OutlineBody
    { sections.isEmpty ? shipped(name)?.body ?? OutlineBody() : free(sections, levels: levels).body }

    private static let shippedOutlines = Mutex<[String: Outline]>([:])

    private static func outline(in bytes: [UInt8], of name: String) -> Outline {
        var reading = DataReading(file: "\(shippedPlace)\(name)")
        do throws(Failure) {
            let node = try SourceNode(yaml: bytes, file: reading.file)
            let outline = reading.read(node, as: Outline.form)
            try reading.finish()
            if let outline { return outline }
        } catch {
            preconditionFailure(error.diagnostics.map { $0.text(in: .english) }.joined(separator: "\n"))
        }
        preconditionFailure("\(name) holds nothing")
    }
}
