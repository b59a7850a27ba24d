internal import DataFiles
internal import Values

/// A short text that stands for another one in a form, by which it is known again.
func printOf(_ text: String) -> String { String(Secrets.digest(text).prefix(12)) }

/// A value as it was typed into a form that had shown another: what a save does with it when the file may have changed meanwhile.
struct TypedValue {
    let typed: String
    /// The print of what the form had shown; nil where it does not say.
    let shown: String?
    /// What was chosen between two values: `ho-` or `toi-`, and the print of the other person's.
    let choice: String?

    enum Outcome: Equatable {
        /// The person has left it alone, or another has written the same.
        case kept
        case written
        /// Another person has written something else.
        case conflict
    }

    init(_ typed: String, shown: String?, choice: String? = nil) {
        self.typed = RecordField.plain(typed)
        self.shown = shown
        self.choice = choice
    }

    /// Whether it was typed anew; `now` is what the file says.
    func isChanged(from now: String) -> Bool { printOf(typed) != shown ?? printOf(RecordField.plain(now)) }

    /// What becomes of it where the file says `now`; without a word of what was shown, every difference is a conflict unless the record is
    /// the one that was shown.
    func outcome(now: String, isSameRecord: Bool) -> Outcome {
        let now = RecordField.plain(now)
        let theirs = printOf(now)
        guard typed != now else { return .kept }
        guard let shown = shown ?? (isSameRecord ? theirs : nil) else { return .conflict }
        guard printOf(typed) != shown else { return .kept }
        if theirs == shown || choice == "toi-\(theirs)" { return .written }
        return choice == "ho-\(theirs)" ? .kept : .conflict
    }
}

/// The records that a place leads through, by what each says, so that one that others have moved or removed is not taken for another.
struct RecordTrail {
    /// Of each item of a list on the way: the print of its name, and those of its entries.
    private let items: [(name: String, entries: Set<String>)]

    enum Place: Equatable {
        case same
        case moved(DataSteps)
        case gone
    }

    init(to steps: DataSteps, in content: SourceNode.Content) {
        var items: [(name: String, entries: Set<String>)] = []
        var here = content
        for piece in steps.pieces {
            let isItem = if case .sequence = here { true } else { false }
            here = here.at(DataSteps([piece]))
            if isItem { items.append(Self.prints(of: here)) }
        }
        self.items = items
    }

    /// As it stands in a form.
    init(_ text: String) {
        items = text.split(separator: "/").map { item in
            let words = item.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            return (words.first ?? "", Set(words.dropFirst()))
        }
    }

    var text: String {
        items.map { ([$0.name] + $0.entries.sorted()).joined(separator: ".") }.joined(separator: "/")
    }

    private static func prints(of content: SourceNode.Content) -> (name: String, entries: Set<String>) {
        guard case .mapping(let entries) = content else { return ("-", [printOf(content.spelled)]) }
        let name = RecordName(of: content)?.key
        var prints: (name: String, entries: Set<String>) = ("-", [])
        for entry in entries where entry.value.content != .null {
            let print = printOf("\(entry.key)=\(entry.value.content.spelled)")
            prints.entries.insert(print)
            if entry.key == name { prints.name = print }
        }
        return prints
    }

    /// Where the record stands now that stood at `steps` when the form was made.
    func place(_ steps: DataSteps, in content: SourceNode.Content) -> Place {
        var here = content
        var found = DataSteps()
        var rest = items[...]
        for piece in steps.pieces {
            guard case .sequence(let list) = here, let index = Int(piece), let item = rest.popFirst() else {
                found = found.appending(piece)
                here = here.at(DataSteps([piece]))
                continue
            }
            guard let place = Self.place(of: item, expected: index, in: list.map(\.content)) else {
                return .gone
            }
            found = found.appending(String(place))
            here = list[place].content
        }
        return found == steps ? .same : .moved(found)
    }

    /// The item that says the same; else the one that has its name, or more than half of what it said, where that is one alone.
    private static func place(
        of item: (name: String, entries: Set<String>), expected: Int, in list: [SourceNode.Content]
    ) -> Int? {
        var best: (score: Int, places: [Int]) = (0, [])
        for (index, content) in list.enumerated() {
            let other = prints(of: content)
            let common = item.entries.intersection(other.entries).count
            let size = max(item.entries.count, other.entries.count)
            var score = common * 100 / max(1, size)
            if item.entries == other.entries {
                score = 1000
            } else if item.name != "-", item.entries.contains(item.name), other.name == item.name {
                score += 100
            } else if score <= 50 {
                continue
            }
            if score > best.score { best = (score, []) }
            if score == best.score { best.places.append(index) }
        }
        if best.places.contains(expected) { return expected }
        return best.places.count == 1 ? best.places[0] : nil
    }
}

/// What a record is called: the first of its values that reads like a name.
struct RecordName {
    let key: String
    let text: String

    private static let keys = [
        "ten", "noi_dung_chi", "ho_ten", "tieu_de", "trich_yeu", "noi_dung", "chuc_vu", "ky", "ma", "ngay",
        "don_vi",
    ]

    init?(of content: SourceNode.Content) {
        guard case .mapping(let entries) = content else { return nil }
        for key in Self.keys {
            if case .text(let text)? = entries.first(where: { $0.key == key })?.value.content, !text.isEmpty {
                (self.key, self.text) = (key, text)
                return
            }
        }
        return nil
    }
}
