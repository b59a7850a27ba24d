internal import Diagnostics
internal import FoundationEssentials
internal import Values

/// The data, and the sections that are open.
struct Scope {
    private let root: Value
    private var frames: [Frame] = []

    init(root: Value) { self.root = root }

    /// One open section.
    private struct Frame {
        /// The items it goes through; none where the section only shows what is in it.
        let items: [Value]
        var index: Int
        /// Whether it goes through a list.
        let isRepeat: Bool
    }

    /// The item of the innermost section that has one.
    var item: Value? {
        for frame in frames.reversed() where frame.index < frame.items.count {
            return frame.items[frame.index]
        }
        return nil
    }

    func counter(_ counter: Expression.Counter) -> Value? {
        guard let frame = frames.last(where: \.isRepeat) else { return nil }
        return switch counter {
        case .index: .number(.init(frame.index))
        case .number: .number(.init(frame.index + 1))
        case .first: .boolean(frame.index == 0)
        case .last: .boolean(frame.index == frame.items.count - 1)
        }
    }

    /// The value at a path; throws `.missing`.
    func value(at path: [String]) throws(ValueFault) -> Value {
        guard let first = path.first else { return root }
        guard var value = field(first) else {
            throw ValueFault(
                .missing(path: path.joined(separator: "."), nearest: nearestName(to: first, among: names))
            )
        }
        for (depth, name) in path.dropFirst().enumerated() {
            switch value {
            case .record(let record):
                guard let inner = record[name] else {
                    let nearest = nearestName(to: name, among: record.shape.names).map {
                        (path.prefix(depth + 1) + [$0]).joined(separator: ".")
                    }
                    throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nearest))
                }
                value = inner
            case .null: return .null
            case .boolean, .number, .text, .date, .list:
                throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nil))
            }
        }
        return value
    }

    /// Opens a section that shows its inside once, without a new item.
    mutating func enterPlainly() { frames.append(Frame(items: [], index: 0, isRepeat: false)) }

    /// Opens a section with one item.
    mutating func enter(_ item: Value) { frames.append(Frame(items: [item], index: 0, isRepeat: false)) }

    /// Opens a section over a list that is not empty.
    mutating func enter(repeating items: [Value]) {
        frames.append(Frame(items: items, index: 0, isRepeat: true))
    }

    /// Goes on to the next item of the innermost section, or closes it and says false.
    mutating func advance() -> Bool {
        guard !frames.isEmpty else { return false }
        let last = frames.count - 1
        frames[last].index += 1
        if frames[last].index < frames[last].items.count { return true }
        frames.removeLast()
        return false
    }

    /// Which repeat of the innermost section this is, and of how many.
    var share: (index: Int, count: Int)? {
        guard let frame = frames.last, frame.isRepeat else { return nil }
        return (frame.index, frame.items.count)
    }

    /// The scope of another item of the innermost section, if that repeats and has one there.
    func moved(by offset: Int) -> Scope? {
        guard let frame = frames.last, frame.isRepeat, frame.items.indices.contains(frame.index + offset)
        else { return nil }
        var scope = self
        scope.frames[frames.count - 1].index += offset
        return scope
    }

    private func field(_ name: String) -> Value? {
        for frame in frames.reversed() where frame.index < frame.items.count {
            if case .record(let record) = frame.items[frame.index], let value = record[name] { return value }
        }
        guard case .record(let record) = root else { return nil }
        return record[name]
    }

    /// Every name that is in some scope.
    private var names: [String] {
        var names: [String] = []
        for case .record(let record) in [root] + frames.flatMap({ $0.items.dropFirst($0.index).prefix(1) }) {
            names += record.shape.names
        }
        return names
    }
}
