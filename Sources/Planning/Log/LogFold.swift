internal import FoundationEssentials
internal import VietnameseText

/// A row of the log that was understood; codes are numbers of `LogCodes`.
struct LoggedRow {
    let date: CalendarDate
    let unit: Int32
    let workItem: Int32?
    let channel: Int32?
    let indicator: Int32?
    let amount: ReportedNumber?
    let note: String?
}

/// The codes a log uses, numbered in the order they were met.
struct LogCodes {
    private var numbers: [String: Int32] = [:]
    private(set) var names: [String] = []

    subscript(code: String) -> Int32? { numbers[code] }

    mutating func number(of code: String) -> Int32 {
        if let known = numbers[code] { return known }
        let number = Int32(names.count)
        numbers[code] = number
        names.append(code)
        return number
    }

    /// The same code under another spelling.
    mutating func alias(_ spelling: String, of number: Int32) {
        if numbers[spelling] == nil { numbers[spelling] = number }
    }
}

/// Puts rows together as they come; of a row nothing stays but what it adds.
struct LogFold {
    var codes = LogCodes()
    /// Indicators of which the last value counts.
    private let stocks: Set<Int32>
    private var places: [Key: Int] = [:]
    private var series: [(key: Key, days: [ActivityLog.Day], limit: Int)] = []
    private var notes: [ActivityLog.Note] = []
    private(set) var rowCount = 0
    // Rows of one kind come together.
    private var last: (key: Key, place: Int)?

    private static let firstLimit = 1024

    private struct Key: Hashable {
        let indicator: Int32
        let unit: Int32
        let workItem: Int32?
        let channel: Int32?
    }

    init(codes: LogCodes, stocks: Set<Int32>) {
        self.codes = codes
        self.stocks = stocks
    }

    mutating func add(_ row: LoggedRow) {
        rowCount += 1
        guard let indicator = row.indicator else {
            if let text = row.note {
                notes.append(
                    ActivityLog.Note(
                        date: row.date, unit: codes.names[Int(row.unit)],
                        workItem: row.workItem.map { codes.names[Int($0)] }, text: text))
            }
            return
        }
        guard let amount = row.amount else { return }
        let isStock = stocks.contains(indicator)
        let key = Key(
            indicator: indicator, unit: row.unit, workItem: isStock ? nil : row.workItem,
            channel: isStock ? row.channel : nil)
        let place = place(of: key)
        series[place].days.fold(
            ActivityLog.Day(ordinal: Int32(row.date.ordinal), number: amount.number), isStock: isStock)
        // Days that came apart many times over are put together on the way.
        if series[place].days.count >= series[place].limit {
            series[place].days.putInOrder(isStock: isStock)
            series[place].limit = max(LogFold.firstLimit, 2 * series[place].days.count)
        }
    }

    private mutating func place(of key: Key) -> Int {
        if let last, last.key == key { return last.place }
        let place: Int
        if let known = places[key] {
            place = known
        } else {
            place = series.count
            places[key] = place
            series.append((key, [], LogFold.firstLimit))
        }
        last = (key, place)
        return place
    }

    /// What all rows came to.
    consuming func log() -> ActivityLog {
        var log = ActivityLog()
        log.rowCount = rowCount
        log.notes = notes
        log.series.reserveCapacity(series.count)
        for index in series.indices {
            let key = series[index].key
            var days: [ActivityLog.Day] = []
            swap(&days, &series[index].days)
            days.putInOrder(isStock: stocks.contains(key.indicator))
            func name(_ number: Int32) -> String { codes.names[Int(number)] }
            log.series.append(
                ActivityLog.Series(
                    indicator: name(key.indicator), unit: name(key.unit), workItem: key.workItem.map(name),
                    channel: key.channel.map(name), days: days))
        }
        return log
    }
}

extension [ActivityLog.Day] {
    /// Adds a row's figure, to the same day's where that came last.
    fileprivate mutating func fold(_ day: ActivityLog.Day, isStock: Bool) {
        guard let index = indices.last, self[index].ordinal == day.ordinal else { return append(day) }
        self[index].add(day.number, isStock: isStock)
    }

    /// Sorts the days and makes one of those that came apart; of equal days the later rows stay the later.
    fileprivate mutating func putInOrder(isStock: Bool) {
        let inOrder = zip(self, dropFirst()).allSatisfy { $0.ordinal < $1.ordinal }
        if inOrder { return }
        // Day and place in one number.
        let order = indices.map { Int64(self[$0].ordinal) << 32 | Int64($0) }.sorted()
        var merged: [ActivityLog.Day] = []
        for key in order {
            let day = self[Int(key & 0xFFFF_FFFF)]
            guard merged.last?.ordinal == day.ordinal else {
                merged.append(day)
                continue
            }
            merged[merged.count - 1].add(day.number, isStock: isStock)
        }
        self = merged
    }
}

extension ActivityLog.Day {
    fileprivate mutating func add(_ other: Decimal?, isStock: Bool) {
        guard let other else { return }
        number = isStock ? other : number?.plus(other) ?? other
    }
}
