import Values

/// The printed paragraphs of a plan: what the view gives, between the headings of the form.
struct PlanForm {
    private let view: Value

    init(_ view: Value) { self.view = view }

    var paragraphs: [String] {
        ["KẾ HOẠCH"] + texts("trich_yeu") + [text("mo_dau")] + ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
            + texts("muc_dich").map { "- \($0)" } + ["2. Yêu cầu"] + texts("yeu_cau").map { "- \($0)" } + [
                "II. PHẠM VI, THỜI GIAN THỰC HIỆN", "1. Phạm vi thực hiện:",
                view["pham_vi"]?["mo_ta"]?.text ?? "",
            ] + ["2. Thời gian thực hiện"] + time + ["III. NỘI DUNG"] + workItems + measures + [
                "IV. KINH PHÍ"
            ] + texts("kinh_phi") + ["V. TỔ CHỨC THỰC HIỆN"] + assignments + [text("ket") + "./."]
    }

    private var time: [String] {
        let (first, last) = (view["thoi_gian"]?["tu"]?.text ?? "", view["thoi_gian"]?["den"]?.text ?? "")
        let phases = view["giai_doan"]?.list ?? []
        return ["Thời gian thực hiện từ năm \(first) đến \(last), được chia làm \(phases.count) giai đoạn:"]
            + phases.map {
                "- Giai đoạn \($0["so"]?.text ?? ""): Từ năm \($0["tu"]?.text ?? "") đến năm \($0["den"]?.text ?? "")."
            }
    }

    private var workItems: [String] {
        (view["noi_dung"]?.list ?? []).flatMap { item in
            [heading(item)] + (item["doan"]?.texts ?? []) + [item["thoi_gian"]?.text ?? ""]
        }
    }

    private var measures: [String] {
        ["\(view["giai_phap"]?["so"]?.text ?? ""). Giải pháp thực hiện"]
            + (view["giai_phap"]?["muc"]?.list ?? []).flatMap { measure in
                ["\(measure["chu"]?.text ?? "")) \(measure["dau"]?.text ?? "")"]
                    + (measure["tiep"]?.texts ?? [])
            }
    }

    private var assignments: [String] {
        (view["to_chuc_thuc_hien"]?.list ?? []).flatMap { [heading($0)] + ($0["doan"]?.texts ?? []) }
    }

    private func heading(_ item: Value) -> String { "\(item["so"]?.text ?? ""). \(item["ten"]?.text ?? "")" }

    private func text(_ name: String) -> String { view[name]?.text ?? "" }

    private func texts(_ name: String) -> [String] { view[name]?.texts ?? [] }
}
