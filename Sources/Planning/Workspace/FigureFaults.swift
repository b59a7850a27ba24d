internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The faults of content in indicators, the log and the reports.
extension Diagnostic {
    /// A table of which so many rows are wrong that the rest was not looked at.
    static func readingStopped(after count: Int, at place: Location) -> Diagnostic {
        .warning(
            "planning.reading-stopped", at: place,
            "đã dừng đọc tệp này sau \(count) lỗi; các dòng sau chưa được xem",
            en: "this file was given up after \(count) faults; the rows behind them were not looked at",
            fix: "sửa các lỗi đã kể, nhất là dòng tên cột, rồi chạy lại",
            en: "mend those that are told, the heads of the columns first, and run again")
    }

    static func ratioWithoutPart(_ part: String, at place: Place) -> Diagnostic {
        .error(
            "planning.ratio-without-part", at: place.location, "chỉ tiêu tỷ lệ thiếu \(part)",
            en: "the ratio lacks \(part)", fix: "thêm \(part): mã của một chỉ tiêu",
            en: "add \(part): the code of an indicator")
    }

    static func partWithoutRatio(_ part: String, at place: Place) -> Diagnostic {
        .error(
            "planning.part-without-ratio", at: place.location, "\(part) chỉ dùng cho chỉ tiêu loại ty_le",
            en: "\(part) is only for indicators of the kind ty_le",
            fix: "bỏ \(part), hoặc đổi loai thành ty_le", en: "remove \(part), or make the loai ty_le")
    }

    static func ratioOfRatio(_ code: String, at place: Place) -> Diagnostic {
        .error(
            "planning.ratio-of-ratio", at: place.location, "“\(code)” cũng là một tỷ lệ",
            en: "“\(code)” is a ratio itself", fix: "dùng chỉ tiêu có số liệu làm tử số và mẫu số",
            en: "use indicators that are reported")
    }

    static func sentenceWithoutFigure(at place: Place) -> Diagnostic {
        .error(
            "planning.sentence-without-figure", at: place.location, "câu không có chỗ điền {so}",
            en: "the sentence has no {so}", fix: "viết {so} vào chỗ của số liệu",
            en: "write {so} where the figure goes")
    }

    static func targetOutsideDuration(_ year: Int, _ duration: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        .error(
            "planning.target-outside-duration", at: place.location,
            "năm \(year) ở ngoài thời gian của kế hoạch (\(duration.years))",
            en: "the year \(year) is outside the programme (\(duration.years))",
            fix: "sửa năm của kế hoạch chỉ tiêu", en: "mend the year of the target")
    }

    static func negativeFigure(_ number: Decimal, at place: Place) -> Diagnostic {
        .error(
            "planning.negative-figure", at: place.location, "số liệu \(NumberFormat.text(number)) nhỏ hơn 0",
            en: "the figure \(NumberFormat.text(number)) is below zero", fix: "viết số từ 0 trở lên",
            en: "write zero or more")
    }

    static func reportedRatio(at place: Place) -> Diagnostic {
        .error(
            "planning.reported-ratio", at: place.location,
            "tỷ lệ không được nhập tay, chương trình tính từ tử số và mẫu số",
            en: "a ratio is not reported, it is computed from its two parts",
            fix: "ghi số liệu cho chỉ tiêu tử số và mẫu số", en: "report its numerator and denominator")
    }

    static func dateOutsideDuration(_ date: CalendarDate, _ duration: ClosedRange<Int>, at place: Place)
        -> Diagnostic
    {
        .error(
            "planning.date-outside-duration", at: place.location,
            "ngày \(date.text(.short)) ở ngoài thời gian của kế hoạch (\(duration.years))",
            en: "the day \(date.text(.iso)) is outside the programme (\(duration.years))",
            fix: "kiểm tra lại năm", en: "check the year")
    }

    static func amountWithoutIndicator(at place: Place) -> Diagnostic {
        .error(
            "planning.amount-without-indicator", at: place.location, "có số liệu mà không có chỉ tiêu",
            en: "there is a figure without an indicator", fix: "thêm mã ở cột chi_tieu",
            en: "add a code in the column chi_tieu")
    }

    static func emptyEntry(at place: Place) -> Diagnostic {
        .warning(
            "planning.empty-entry", at: place.location, "dòng nhật ký không có số liệu cũng không có ghi chú",
            en: "the entry has neither a figure nor a note", fix: "điền chi_tieu và so_luong, hoặc ghi_chu",
            en: "fill in chi_tieu and so_luong, or ghi_chu")
    }

    static func duplicateEntry(first: Location, at place: Place) -> Diagnostic {
        .warning(
            "planning.duplicate-entry", at: place.location, "dòng nhật ký trùng hoàn toàn với một dòng trước",
            en: "the entry is the same as an earlier one",
            notes: [.init(Wording("dòng trước ở đây", en: "the earlier one is here"), at: first)],
            fix: "bỏ một dòng, hoặc ghi chú cho khác nhau",
            en: "remove one of them, or tell them apart by a note")
    }

    static func duplicatePeriod(_ period: ReportingPeriod, first: Place, at place: Place) -> Diagnostic {
        .error(
            "planning.duplicate-period", at: place.location, "\(period.name) đã có ở trên",
            en: "\(period.code) is there already",
            notes: [.init(Wording("lần đầu ở đây", en: "first here"), at: first.location)],
            fix: "gộp hai mục làm một", en: "merge the two")
    }

    static func closingDayOfCalendar(at place: Place) -> Diagnostic {
        .warning(
            "planning.closing-day-of-calendar", at: place.location,
            "ngay_chot không có tác dụng khi chốt theo dương lịch",
            en: "ngay_chot has no effect with calendar periods",
            fix: "bỏ ngay_chot, hoặc đổi chot_so_lieu thành nd09",
            en: "remove ngay_chot, or make chot_so_lieu nd09")
    }

    static func workItemOutsideItsTime(_ code: String, _ year: Int, at place: Place) -> Diagnostic {
        .warning(
            "planning.work-item-outside-its-time", at: place.location,
            "nội dung “\(code)” không thực hiện trong năm \(year)",
            en: "the work item “\(code)” is not carried out in \(year)",
            fix: "kiểm tra lại mã nội dung và năm", en: "check the code and the year")
    }

    static func moreDecimals(_ number: Decimal, than indicator: Indicator, at place: Place) -> Diagnostic {
        let (written, shown) = (NumberFormat.text(number), indicator.text(of: number))
        return .warning(
            "planning.more-decimals-than-printed", at: place.location,
            "số liệu \(written) của chỉ tiêu “\(indicator.code)” in ra là \(shown), vì chỉ tiêu in \(indicator.decimals) chữ số thập phân",
            en:
                "the figure \(written) of the indicator “\(indicator.code)” is printed as \(shown), since it is printed with \(indicator.decimals) decimals",
            fix: "sửa số liệu, hoặc ghi so_le ở chỉ tiêu", en: "mend the figure, or give the indicator so_le")
    }

    static func otherWorkItem(_ code: String, indicators own: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.other-work-item", at: place.location,
            "chỉ tiêu này thuộc nội dung “\(own)”, không phải “\(code)”",
            en: "the indicator belongs to the work item “\(own)”, not to “\(code)”",
            fix: "viết “\(own)”, hoặc bỏ trống", en: "write “\(own)”, or leave it empty")
    }
}
