internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    /// Filters that compute with dates.
    static let calendarFilters: [Filter] = [
        Filter(
            "cong_ngay", "add_days", arguments: 1...1, wants: .date,
            Wording(
                "ngày sau bấy nhiêu ngày (số âm: trước)",
                en: "the date so many days later (negative: earlier)"),
            example: ("{\"2026-02-27\" | cong_ngay(2) | ngay}", "01/3/2026")
        ) { value, arguments throws(ValueFault) in
            let days = try whole(arguments[0])
            return try moved(value) { $0.adding(days: days) }
        },
        Filter(
            "cong_thang", "add_months", arguments: 1...1, wants: .date,
            Wording(
                "cùng ngày sau bấy nhiêu tháng; tháng ngắn hơn thì ngày cuối tháng",
                en: "the same day so many months later; the last one in a shorter month"),
            example: ("{\"2026-01-31\" | cong_thang(1) | ngay}", "28/02/2026")
        ) { value, arguments throws(ValueFault) in
            let months = try whole(arguments[0])
            return try moved(value) { $0.adding(months: months) }
        },
        Filter(
            "cong_ngay_lam_viec", "add_working_days", arguments: 1...2, wants: .date,
            Wording(
                "ngày sau bấy nhiêu ngày làm việc, không kể thứ Bảy, Chủ nhật và các ngày nghỉ trong danh sách ở đối số hai",
                en:
                    "the date so many working days later, without weekends and the days off in the second argument, a list"
            ), example: ("{\"2026-01-02\" | cong_ngay_lam_viec(1) | ngay}", "05/01/2026")
        ) { value, arguments throws(ValueFault) in
            let days = try whole(arguments[0])
            guard abs(days) <= 10_000 else {
                throw ValueFault(.wrongType(wanted: .wholeNumber, found: arguments[0]))
            }
            var off: Set<CalendarDate> = []
            if arguments.count > 1 {
                for item in try ListItems.items(of: arguments[1]) { off.insert(try date(of: item)) }
            }
            return try moved(value) { $0.adding(workingDays: days, without: off) }
        },
        Filter(
            "so_ngay_den", "days_until", arguments: 1...1, wants: .date,
            Wording(
                "số ngày từ ngày này đến ngày ở đối số", en: "how many days from this date to the argument"),
            example: ("{\"2026-01-01\" | so_ngay_den(\"2026-03-01\")}", "59")
        ) { value, arguments throws(ValueFault) in
            .number(.init(try date(of: value).days(until: date(of: arguments[0]))))
        },
        Filter(
            "so_thang_den", "months_until", arguments: 1...1, wants: .date,
            Wording(
                "số tháng tròn từ ngày này đến ngày ở đối số",
                en: "how many whole months from this date to the argument"),
            example: ("{\"2026-01-31\" | so_thang_den(\"2026-03-30\")}", "1")
        ) { value, arguments throws(ValueFault) in
            let (from, to) = (try date(of: value), try date(of: arguments[0]))
            let months = (to.year - from.year) * 12 + to.month - from.month
            let isShort = months >= 0 ? to.day < from.day : to.day > from.day
            return .number(.init(isShort ? months - months.signum() : months))
        }, part("nam", "year", Wording("năm của ngày", en: "the year of a date"), "2026") { $0.year },
        part("quy", "quarter", Wording("quý của ngày", en: "the quarter of a date"), "2") {
            ($0.month + 2) / 3
        }, part("thang", "month", Wording("tháng của ngày", en: "the month of a date"), "6") { $0.month },
        part("ngay_trong_thang", "day", Wording("ngày thứ mấy trong tháng", en: "the day of the month"), "29")
        { $0.day },
        Filter(
            "thu", "weekday", wants: .date, Wording("thứ trong tuần", en: "the day of the week"),
            example: ("{\"2026-06-29\" | thu}", "Thứ Hai")
        ) { value, _ throws(ValueFault) in
            value == .null || value == .text("") ? .text("") : .text(try date(of: value).weekday.name)
        },
        Filter(
            "gio", "time", wants: .date,
            Wording(
                "giờ và phút của một thời điểm, hay của giờ đứng riêng như 08:30",
                en: "the hour and minute of a moment, or of a time alone such as 08:30"),
            example: ("{\"2026-06-29T08:30:00+07:00\" | gio}", "08 giờ 30")
        ) { value, _ throws(ValueFault) in
            guard value != .null, value != .text("") else { return .text("") }
            guard let seconds = DateMoment(value)?.seconds ?? DateMoment.seconds(ofTime: value) else {
                throw ValueFault(.wrongType(wanted: .moment, found: value))
            }
            let minutes = seconds / 60
            return .text("\(NumberFormat.padded(minutes / 60)) giờ \(NumberFormat.padded(minutes % 60))")
        },
    ]

    /// A filter that takes one number out of a date.
    private static func part(
        _ name: String, _ alias: String, _ summary: Wording, _ result: String,
        _ part: @escaping @Sendable (CalendarDate) -> Int
    ) -> Filter {
        Filter(name, alias, wants: .date, summary, example: ("{\"2026-06-29\" | \(name)}", result)) {
            value, _ throws(ValueFault) in
            value == .null || value == .text("") ? .null : .number(.init(part(try date(of: value))))
        }
    }

    /// The date that a value is.
    static func date(of value: Value) throws(ValueFault) -> CalendarDate {
        guard let moment = DateMoment(value) else {
            throw ValueFault(.wrongType(wanted: .date, found: value))
        }
        return moment.date
    }

    private static func moved(_ value: Value, _ move: (CalendarDate) -> CalendarDate?) throws(ValueFault)
        -> Value
    {
        if value == .null || value == .text("") { return value }
        guard let date = move(try date(of: value)) else { throw ValueFault(.overflow) }
        return .date(date)
    }
}

extension CalendarDate {
    /// The date so many working days later; nil outside of the calendar.
    fileprivate func adding(workingDays count: Int, without off: Set<CalendarDate>) -> CalendarDate? {
        var date = self
        var left = abs(count)
        while left > 0 {
            guard let next = date.adding(days: count < 0 ? -1 : 1) else { return nil }
            date = next
            if !date.weekday.isWeekend, !off.contains(date) { left -= 1 }
        }
        return date
    }
}
