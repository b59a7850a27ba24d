internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The faults of content in indicators, the log and the reports.
extension Diagnostic {
    static func ratioWithoutPart(_ part: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.ratio-without-part",
            Wording("chỉ tiêu tỷ lệ thiếu \(part)", en: "the ratio lacks \(part)"), at: place.location,
            fix: Wording("thêm \(part): mã của một chỉ tiêu", en: "add \(part): the code of an indicator"))
    }

    static func partWithoutRatio(_ part: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.part-without-ratio",
            Wording(
                "\(part) chỉ dùng cho chỉ tiêu loại ty_le",
                en: "\(part) is only for indicators of the kind ty_le"), at: place.location,
            fix: Wording(
                "bỏ \(part), hoặc đổi loai thành ty_le", en: "remove \(part), or make the loai ty_le"))
    }

    static func ratioOfRatio(_ code: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.ratio-of-ratio",
            Wording("“\(code)” cũng là một tỷ lệ", en: "“\(code)” is a ratio itself"), at: place.location,
            fix: Wording(
                "dùng chỉ tiêu có số liệu làm tử số và mẫu số", en: "use indicators that are reported"))
    }

    static func sentenceWithoutFigure(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.sentence-without-figure",
            Wording("câu không có chỗ điền {so}", en: "the sentence has no {so}"), at: place.location,
            fix: Wording("viết {so} vào chỗ của số liệu", en: "write {so} where the figure goes"))
    }

    static func targetOutsideDuration(_ year: Int, _ duration: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "planning.target-outside-duration",
            Wording(
                "năm \(year) ở ngoài thời gian của kế hoạch (\(duration.years))",
                en: "the year \(year) is outside the programme (\(duration.years))"), at: place.location,
            fix: Wording("sửa năm của kế hoạch chỉ tiêu", en: "mend the year of the target"))
    }

    static func negativeFigure(_ number: Decimal, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.negative-figure",
            Wording(
                "số liệu \(number.description) nhỏ hơn 0",
                en: "the figure \(number.description) is below zero"), at: place.location,
            fix: Wording("viết số từ 0 trở lên", en: "write zero or more"))
    }

    static func reportedRatio(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.reported-ratio",
            Wording(
                "tỷ lệ không được nhập tay, chương trình tính từ tử số và mẫu số",
                en: "a ratio is not reported, it is computed from its two parts"), at: place.location,
            fix: Wording(
                "ghi số liệu cho chỉ tiêu tử số và mẫu số", en: "report its numerator and denominator"))
    }

    static func dateOutsideDuration(_ date: CalendarDate, _ duration: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "planning.date-outside-duration",
            Wording(
                "ngày \(date.text(.short)) ở ngoài thời gian của kế hoạch (\(duration.years))",
                en: "the day \(date.text(.iso)) is outside the programme (\(duration.years))"),
            at: place.location, fix: Wording("kiểm tra lại năm", en: "check the year"))
    }

    static func amountWithoutIndicator(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.amount-without-indicator",
            Wording("có số liệu mà không có chỉ tiêu", en: "there is a figure without an indicator"),
            at: place.location,
            fix: Wording("thêm mã ở cột chi_tieu", en: "add a code in the column chi_tieu"))
    }

    static func emptyEntry(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.empty-entry",
            Wording(
                "dòng nhật ký không có số liệu cũng không có ghi chú",
                en: "the entry has neither a figure nor a note"), severity: .warning, at: place.location,
            fix: Wording(
                "điền chi_tieu và so_luong, hoặc ghi_chu", en: "fill in chi_tieu and so_luong, or ghi_chu"))
    }

    static func duplicateEntry(first: Place, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.duplicate-entry",
            Wording(
                "dòng nhật ký trùng hoàn toàn với một dòng trước",
                en: "the entry is the same as an earlier one"), severity: .warning, at: place.location,
            notes: [.init(Wording("dòng trước ở đây", en: "the earlier one is here"), at: first.location)],
            fix: Wording(
                "bỏ một dòng, hoặc ghi chú cho khác nhau",
                en: "remove one of them, or tell them apart by a note"))
    }

    static func duplicatePeriod(_ period: ReportingPeriod, first: Place, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.duplicate-period",
            Wording("\(period.name) đã có ở trên", en: "\(period.code) is there already"), at: place.location,
            notes: [.init(Wording("lần đầu ở đây", en: "first here"), at: first.location)],
            fix: Wording("gộp hai mục làm một", en: "merge the two"))
    }

    static func closingDayOfCalendar(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.closing-day-of-calendar",
            Wording(
                "ngay_chot không có tác dụng khi chốt theo dương lịch",
                en: "ngay_chot has no effect with calendar periods"), severity: .warning, at: place.location,
            fix: Wording(
                "bỏ ngay_chot, hoặc đổi chot_so_lieu thành nd09",
                en: "remove ngay_chot, or make chot_so_lieu nd09"))
    }

    static func workItemOutsideItsTime(_ code: String, _ year: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.work-item-outside-its-time",
            Wording(
                "nội dung “\(code)” không thực hiện trong năm \(year)",
                en: "the work item “\(code)” is not carried out in \(year)"), severity: .warning,
            at: place.location,
            fix: Wording("kiểm tra lại mã nội dung và năm", en: "check the code and the year"))
    }

    static func otherWorkItem(_ code: String, indicators own: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.other-work-item",
            Wording(
                "chỉ tiêu này thuộc nội dung “\(own)”, không phải “\(code)”",
                en: "the indicator belongs to the work item “\(own)”, not to “\(code)”"), severity: .warning,
            at: place.location,
            fix: Wording("viết “\(own)”, hoặc bỏ trống", en: "write “\(own)”, or leave it empty"))
    }
}
