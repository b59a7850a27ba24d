import Planning
import Testing

@testable import Importing

@Suite struct NamedUnits {
    /// The units of a plan whose part on who does what has these titles.
    private func units(_ titles: String...) -> [String] {
        var draft = WorkspaceDraft()
        var duties = WorkspaceDraft.Section(heading: "TỔ CHỨC THỰC HIỆN")
        duties.sections = titles.map { WorkspaceDraft.Section(heading: $0) }
        draft.sections = [WorkspaceDraft.Section(heading: "Sở không nằm ở phần này"), duties]
        draft.nameUnits()
        return draft.agency.units.map { "\($0.code) \($0.name)" }
    }

    @Test func `a title that is one body is a unit`() {
        #expect(
            units("Sở Nội vụ:", "Văn phòng UBND tỉnh", "Sở Văn hóa, Thể thao và Du lịch", "Giao Công an tỉnh")
                == [
                    "SNV Sở Nội vụ", "VPUBNDT Văn phòng UBND tỉnh",
                    "SVHTTVDL Sở Văn hóa, Thể thao và Du lịch", "CAT Công an tỉnh",
                ])
    }

    @Test(arguments: [
        "Các sở, ban, ngành", "Sở Tài chính và Sở Nội vụ", "Chế độ báo cáo", "Ủy ban nhân dân các xã, phường",
        "Ban hành văn bản hướng dẫn", "Tổ chức hội nghị", "Báo cáo kết quả", "Phòng, chống cháy nổ",
    ]) func `a group, several bodies or none is no unit`(title: String) { #expect(units(title) == []) }
}
