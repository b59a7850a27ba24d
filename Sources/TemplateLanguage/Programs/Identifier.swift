extension Program {
    /// A number or name that must not be the same twice in a document, inside of a section.
    struct Identifier: Hashable, Sendable {
        let original: String
        let form: TemplateLanguage.Identifier.Form
        /// The `enter` of the section that it gets fresh with.
        let section: Int

        /// What stands for it when the section has begun so many times: the original first.
        func words(beginning: Int, _ numbers: FreshNumbers) -> String {
            switch form {
            case .number(let pool, let slot):
                return beginning <= 1 ? original : numbers.number(pool, slot: slot, turn: beginning - 2)
            case .alwaysFreshNumber(let pool, let slot):
                return numbers.number(pool, slot: slot, turn: max(0, beginning - 1))
            case .sequence(let pool): return numbers.number(pool, slot: 0, turn: beginning)
            case .name(let limit):
                guard beginning > 1 else { return original }
                let suffix = numbers.nameMark + String(beginning)
                return original.prefix(max(0, limit - suffix.count)) + suffix
            }
        }
    }

    /// What follows from the place in the repeats.
    enum Computation: Sendable {
        case identifier(Int)
        case mergedRows(site: Int)
    }
}

/// What must be unique in a document.
package enum Identifier {
    /// How a fresh one is made.
    package enum Form: Hashable, Sendable {
        /// The next number of a pool; identifiers of one pool have different slots.
        case number(pool: Int, slot: Int)
        /// A number of a pool even for the first repeat.
        case alwaysFreshNumber(pool: Int, slot: Int)
        /// The next number each time another repeat prints it, in the order in which they are printed.
        case sequence(pool: Int)
        /// The original with a number at its end, no longer than so many characters.
        case name(limit: Int)
    }
}

/// The numbers of a package that nobody uses yet.
///
/// A repeat's number follows from its slot and its turn alone, so that parts can be rendered in any order.
package struct FreshNumbers: Hashable, Sendable {
    /// The first free number of each pool, and how many slots the pool has.
    package var pools: [Int: Pool] = [:]
    /// What stands between a name and its number.
    package var nameMark = "_"

    package init() {}

    package struct Pool: Hashable, Sendable {
        package var first: Int
        package var slots: Int

        package init(first: Int, slots: Int) {
            self.first = first
            self.slots = slots
        }
    }

    func number(_ pool: Int, slot: Int, turn: Int) -> String {
        guard let pool = pools[pool] else { return String(slot + turn) }
        return String(pool.first + turn * pool.slots + slot)
    }
}
