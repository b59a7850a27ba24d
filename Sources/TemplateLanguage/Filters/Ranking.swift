internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// The values of a list that are not empty, from the smallest.
struct Ranking {
    /// A value with its place in the list.
    typealias Ranked = (index: Int, value: Value)

    /// Those that stand beside each other are in one group, in the order of the list.
    let groups: [[Ranked]]

    /// Ranks numbers, dates, or texts; those that are all dates or all amounts stand in the order of these.
    ///
    /// Throws where two have no order, and where texts beside amounts leave open whether letters or values count.
    init(of list: ListItems) throws(ValueFault) {
        let filled = Ranking.filled(list)
        // A list is of one kind, which its first value tells.
        if let moments = Ranking.all(filled, { $0.mayBeDate ? DateMoment($0) : nil }) {
            groups = Ranking.groups(filled, moments, <)
            return
        }
        let codes = filled.contains { if case .text(let text) = $0.value { text.isCode } else { false } }
        let isText = filled.allSatisfy { if case .text = $0.value { true } else { false } }
        if !(codes && isText), let amounts = Ranking.all(filled, { Amount($0) }),
            Set(amounts.map(\.unit)).count < 2
        {
            groups = Ranking.groups(filled, amounts.map(\.value), <)
            return
        }
        guard isText else { throw Ranking.disorder(of: filled, in: list) }
        groups = Ranking.groups(filled, filled.map { WrittenKey($0.value.plainText ?? "") }, <)
        if !codes { try Ranking.refuseDoubt(in: groups.joined(), filled, list) }
    }

    /// Ranks the names of persons.
    init(byNamesIn list: ListItems) throws(ValueFault) {
        let filled = Ranking.filled(list)
        for (index, value) in filled {
            guard case .text = value else {
                throw ValueFault(.wrongItem(list.place(index), wanted: .personName, found: value))
            }
        }
        groups = Ranking.groups(filled, filled.map { SortKey(personNamed: $0.value.plainText ?? "") }, <)
    }

    /// The whole list in this order, what is empty at its end.
    func sorted(_ list: ListItems, descends: Bool) -> Value {
        let filled = (descends ? groups.reversed() : groups).joined().map(\.index)
        let known = Set(filled)
        return .list((filled + list.items.indices.filter { !known.contains($0) }).map { list.items[$0] })
    }

    private static func filled(_ list: ListItems) -> [Ranked] {
        list.values.enumerated().compactMap { index, value in
            value == .null || value == .text("") ? nil : (index, value)
        }
    }

    /// What all values are read as; nil as soon as one is nothing of it.
    private static func all<Read>(_ filled: [Ranked], _ read: (Value) -> Read?) -> [Read]? {
        var found: [Read] = []
        for (_, value) in filled {
            guard let one = read(value) else { return nil }
            found.append(one)
        }
        return found
    }

    private static func groups<Key>(_ filled: [Ranked], _ keys: [Key], _ isBelow: (Key, Key) -> Bool)
        -> [[Ranked]]
    {
        let order = filled.indices.sorted {
            isBelow(keys[$0], keys[$1]) || $0 < $1 && !isBelow(keys[$1], keys[$0])
        }
        var groups: [[Ranked]] = []
        var last: Key?
        for place in order {
            if let last, !isBelow(last, keys[place]) {
                groups[groups.count - 1].append(filled[place])
            } else {
                groups.append([filled[place]])
            }
            last = keys[place]
        }
        return groups
    }

    /// Texts in Vietnamese order, those that differ only in what has no place in it as they are written.
    private struct WrittenKey {
        let key: SortKey
        let text: String

        init(_ text: String) {
            key = SortKey(text)
            self.text = text
        }

        static func < (left: WrittenKey, right: WrittenKey) -> Bool {
            left.key == right.key ? left.text < right.text : left.key < right.key
        }
    }

    // MARK: Faults

    /// Why values that are not all texts have no order.
    private static func disorder(of filled: [Ranked], in list: ListItems) -> ValueFault {
        let isText: (Ranked) -> Bool = { if case .text = $0.value { true } else { false } }
        let pivot = filled.first { !isText($0) } ?? filled[0]
        guard pivot.value.order(against: pivot.value) != nil else {
            return ValueFault(.wrongItem(list.place(pivot.index), wanted: .ordered, found: pivot.value))
        }
        let other = filled.first { pivot.value.order(against: $0.value) == nil } ?? pivot
        return pivot.index < other.index ? incomparable(pivot, other, list) : incomparable(other, pivot, list)
    }

    private static func incomparable(_ first: Ranked, _ second: Ranked, _ list: ListItems) -> ValueFault {
        ValueFault(
            .incomparable(
                first: list.place(first.index), first.value, second: list.place(second.index), second.value))
    }

    /// Throws where amounts stand in another order by their letters than by what they are worth.
    private static func refuseDoubt(in order: some Sequence<Ranked>, _ filled: [Ranked], _ list: ListItems)
        throws(ValueFault)
    {
        var last: (amount: Amount, ranked: Ranked)?
        for ranked in order {
            guard let amount = Amount(ranked.value) else { continue }
            if let last, last.amount.unit != amount.unit { throw incomparable(last.ranked, ranked, list) }
            if let last, amount.value < last.amount.value {
                let word = filled.first { Amount($0.value) == nil } ?? ranked
                throw incomparable(last.ranked, word, list)
            }
            last = (amount, ranked)
        }
    }
}
