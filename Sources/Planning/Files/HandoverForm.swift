internal import DataFiles

/// What a plan's file says of the letters (công văn) that hand its tasks to the units that lead them.
struct HandoverEntry: Sendable {
    var issue = IssueEntry()
    var subject: [String]?
    var closing: WrittenText?
    var distribution = DistributionEntry()
}

extension HandoverEntry {
    static let form = DataForm.record(
        "giao_viec", "Công văn giao nhiệm vụ cho từng đơn vị chủ trì.", blank: HandoverEntry(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            .optional(
                "trich_yeu", \.subject, .lines,
                "Trích yếu, không ghi “V/v”; mặc định “giao nhiệm vụ thực hiện …”."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}
