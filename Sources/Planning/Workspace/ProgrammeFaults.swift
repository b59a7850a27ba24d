internal import DataFiles
internal import Diagnostics

/// The faults of content in the programme.
extension Diagnostic {
    static func openDuration(at place: Place) -> Diagnostic {
        .error(
            "planning.open-duration", at: place.location,
            "thời gian của kế hoạch thiếu năm đầu hoặc năm cuối",
            en: "the programme lacks its first or last year", fix: "viết cả hai năm, như 2020-2025",
            en: "write both years, such as 2020-2025")
    }

    static func reversedPhase(_ first: Int, _ last: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.reversed-phase", at: place.location,
            "giai đoạn bắt đầu năm \(first) sau khi kết thúc năm \(last)",
            en: "the phase starts in \(first), after its end in \(last)", fix: "đổi lại hai năm",
            en: "swap the two years")
    }

    static func outsideDuration(_ what: String, _ duration: ClosedRange<Int>, at place: Place) -> Diagnostic {
        .error(
            "planning.outside-duration", at: place.location,
            "\(what) ở ngoài thời gian của kế hoạch (\(duration.years))",
            en: "\(what) is outside the programme (\(duration.years))",
            fix: "sửa năm ở đây, hoặc sửa thoi_gian của kế hoạch",
            en: "mend the year here, or thoi_gian of the programme")
    }

    static func overlappingPhases(_ previous: ClosedRange<Int>, _ next: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.overlapping-phases", at: place.location,
            "giai đoạn \(next.years) chồng lên giai đoạn \(previous.years)",
            en: "the phase \(next.years) overlaps the phase \(previous.years)",
            fix: "cho giai đoạn sau bắt đầu từ năm \(previous.upperBound + 1), nếu không cố ý",
            en: "let the later phase start in \(previous.upperBound + 1), unless it is meant")
    }

    static func phaseGap(_ previous: ClosedRange<Int>, _ next: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.phase-gap", at: place.location,
            "giữa giai đoạn \(previous.years) và giai đoạn \(next.years) có năm bị bỏ trống",
            en: "years are left out between the phases \(previous.years) and \(next.years)",
            fix: "cho các giai đoạn nối liền nhau, nếu không cố ý",
            en: "let the phases follow each other, unless it is meant")
    }

    static func noChannels(at place: Place) -> Diagnostic {
        .warning(
            "planning.no-channels", at: place.location,
            "câu mô tả phạm vi báo trước danh sách kênh, nhưng danh sách trống",
            en: "the scope announces a list of channels, but the list is empty",
            fix: "kê các kênh ở pham_vi.kenh, hoặc bỏ dấu hai chấm",
            en: "list the channels in pham_vi.kenh, or remove the colon")
    }

    static func unnamedAssignment(at place: Place) -> Diagnostic {
        .error(
            "planning.unnamed-assignment", at: place.location, "phân công không nói cho đơn vị nào",
            en: "the assignment does not say for whom it is", fix: "thêm don_vi (mã đơn vị) hoặc ten",
            en: "add don_vi (a unit code) or ten")
    }

    static func halfIssued(at place: Place) -> Diagnostic {
        .warning(
            "planning.half-issued", at: place.location,
            "văn bản có số mà chưa có ngày, hoặc có ngày mà chưa có số",
            en: "the document has a number without a date, or a date without a number",
            fix: "điền cả so và ngay, hoặc bỏ trống cả hai",
            en: "fill in both so and ngay, or leave both empty")
    }

    static func yearOfIssue(_ year: Int, _ stated: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.year-of-issue", at: place.location,
            "ngày ban hành thuộc năm \(year), nhưng nam_ban_hanh là \(stated)",
            en: "the date of issue is in \(year), but nam_ban_hanh says \(stated)", fix: "sửa cho khớp",
            en: "make them agree")
    }

    static func monthOfIssue(_ month: Int, _ stated: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.month-of-issue", at: place.location,
            "ngày ban hành thuộc tháng \(month), nhưng thang_ban_hanh là \(stated)",
            en: "the date of issue is in month \(month), but thang_ban_hanh says \(stated)",
            fix: "bỏ thang_ban_hanh khi đã có ngay", en: "leave thang_ban_hanh out once there is a date")
    }
}

extension Diagnostic {
    static func missingFile(_ kind: DataKind) -> Diagnostic {
        .error(
            "data.missing-file", at: .file("\(kind.rawValue).yaml"), "không có tệp \(kind.rawValue).yaml",
            en: "the file \(kind.rawValue).yaml is missing",
            fix: "thêm tệp \(kind.rawValue).yaml (xem từ điển dữ liệu), hoặc chỉ đúng thư mục",
            en: "add \(kind.rawValue).yaml (see the data dictionary), or name the right folder")
    }
}

extension ClosedRange<Int> {
    /// `2020–2025`.
    var years: String { "\(lowerBound)–\(upperBound)" }
}
