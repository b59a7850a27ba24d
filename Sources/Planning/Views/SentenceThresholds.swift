internal import DataFiles
internal import FoundationEssentials
internal import Values

/// From which figures on a comparison is written in which way.
struct SentenceThresholds: Sendable {
    /// A previous figure from which the change is told in percent too.
    var percentFrom: Decimal = 10
    /// How often the previous figure a figure must pass to be told as so many times.
    var timesAbove: Decimal = 2

    static let form = DataForm.record(
        "nguong_cau", "Ngưỡng của các câu so sánh.", blank: SentenceThresholds(),
        [
            .required("phan_tram_tu", \.percentFrom, .number, "Số kỳ trước từ mức này thì ghi cả phần trăm."),
            .required("gap_lan_tren", \.timesAbove, .number, "Gấp quá số lần này thì ghi “gấp … lần”."),
        ])

    static let shipped: SentenceThresholds = {
        var reading = DataReading(file: "nguong-cau.yaml")
        guard let node = try? SourceNode(yaml: PackageResources.nguong_cau_yaml, file: reading.file),
            let thresholds = reading.read(node, as: form), reading.faults.isEmpty
        else { preconditionFailure("the thresholds of sentences cannot be read") }
        return thresholds
    }()
}
