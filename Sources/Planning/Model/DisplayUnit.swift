internal import FoundationEssentials
internal import VietnameseText

/// Đơn vị tính: what printed amounts count.
enum DisplayUnit: Hashable, Sendable {
    case dong
    case thousand
    case million
    case billion

    var name: String {
        switch self {
        case .dong: "đồng"
        case .thousand: "nghìn đồng"
        case .million: "triệu đồng"
        case .billion: "tỷ đồng"
        }
    }

    /// How many zeros its đồng have.
    var places: Int {
        switch self {
        case .dong: 0
        case .thousand: 3
        case .million: 6
        case .billion: 9
        }
    }

    var dong: Int {
        switch self {
        case .dong: 1
        case .thousand: 1000
        case .million: 1_000_000
        case .billion: 1_000_000_000
        }
    }
}

/// Rounds amounts to what is printed, so that what is printed adds up.
struct AmountDisplay: Hashable, Sendable {
    let unit: DisplayUnit
    /// Đồng in the last digit that is printed.
    let step: Int

    init(_ unit: DisplayUnit = .dong, decimals: Int = 0) {
        self.unit = unit
        step = max(1, (0..<decimals).reduce(unit.dong) { step, _ in step / 10 })
    }

    /// How many digits are printed behind the comma.
    var decimals: Int {
        var (count, rest) = (0, unit.dong / step)
        while rest > 1 { (count, rest) = (count + 1, rest / 10) }
        return count
    }

    /// An amount by itself, half away from zero.
    func rounded(_ amount: Money) -> Money {
        let half = amount.dong >= 0 ? step / 2 : -(step / 2)
        return Money(dong: (amount.dong + half) / step * step)
    }

    /// Parts of a printed sum: each within one step of what it is, by the largest remainders.
    func parts(_ parts: [Money], of sum: Money) -> [Money] {
        guard step > 1 else { return parts }
        var floors = parts.map { part -> Int in
            let (quotient, rest) = part.dong.quotientAndRemainder(dividingBy: step)
            return rest < 0 ? quotient - 1 : quotient
        }
        let missing = sum.dong / step - floors.reduce(0, +)
        let order = parts.indices.sorted {
            (parts[$1].dong - floors[$1] * step, $0) < (parts[$0].dong - floors[$0] * step, $1)
        }
        for index in order.prefix(max(0, missing)) { floors[index] += 1 }
        return floors.map { Money(dong: $0 * step) }
    }

    /// A number of units, as it is printed.
    func value(_ amount: Money) -> Decimal { Decimal(amount.dong, places: unit.places) }
}
