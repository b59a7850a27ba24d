internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// The data, and the sections that are open.
struct Scope {
    /// Whether names are those of fields of the word processor's own, in which blanks and underscores are the same.
    var readsNativeFields = false
    private let root: Value
    private let files: RowFiles
    let results = KeptResults()
    private var frames: [Frame] = []
    /// The records whose fields are names now: the whole data, and the items of open sections, innermost last.
    private var layers: [Record] = []
    /// The shapes of the layers.
    private var shapes: [ObjectIdentifier] = []
    /// Where each site finds its name in the whole data, where that is a record.
    private let rootPlaces: [Int]
    private let siteCount: Int
    /// Where each site found its name in the layers above, by the layer; a plain name is looked up once for each shape of record.
    private var known: [Known] = []
    /// Values that got names in the template, with how many sections were open.
    private var assigned: [(name: String, value: Value, depth: Int)] = []

    /// `program` is the one whose sites ask.
    init(root: Value, files: RowFiles = RowFiles([:]), sites program: Program? = nil) {
        self.root = root
        self.files = files
        siteCount = program?.sites.count ?? 0
        guard case .record(let record) = root else {
            rootPlaces = []
            return
        }
        layers.append(record)
        shapes.append(ObjectIdentifier(record.shape))
        rootPlaces = program.map { $0.rootPlaces.places(of: $0.sites, in: record.shape) } ?? []
    }

    /// The item of the innermost section that has one, or the whole data where that is no record.
    var item: Value? {
        for frame in frames.reversed() {
            if frame.hasLayer { return layers.last.map { .record($0) } }
            if let item = frame.plainItem { return item }
        }
        if let rows = files.list(".") { return rows }
        switch root {
        case .null: return nil
        case .record(let record): return record["."]
        case .boolean, .number, .text, .date, .list: return root
        }
    }

    func counter(_ counter: Expression.Counter) -> Value? {
        guard let frame = frames.last(where: \.isRepeat) else { return nil }
        return switch counter {
        case .index: .number(.init(frame.index))
        case .number: .number(.init(frame.index + 1))
        case .first: .boolean(frame.index == 0)
        case .last: .boolean(frame.isLast)
        }
    }

    /// The value at a path; throws `.missing`.
    func value(at path: [String]) throws(ValueFault) -> Value {
        guard let first = path.first else { return root }
        guard var value = assignedValue(first) ?? field(first) ?? files.list(first) ?? field(like: first)
        else { throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nil)) }
        for (depth, name) in path.dropFirst().enumerated() {
            switch value {
            case .record(let record):
                guard let inner = record[name] ?? (readsNativeFields ? record.field(like: name) : nil) else {
                    throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nil))
                }
                value = inner
            case .null: return .null
            case .list:
                let list = path.prefix(depth + 1).joined(separator: ".")
                throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nil, list: list))
            case .boolean, .number, .text, .date:
                throw ValueFault(.missing(path: path.joined(separator: "."), nearest: nil))
            }
        }
        return value
    }

    /// The path that a mistyped one most likely meant; looked for only where it is told, since it takes time.
    func nearest(to path: [String]) -> String? {
        guard let first = path.first else { return nil }
        guard var value = assignedValue(first) ?? field(first) ?? files.list(first) else {
            return nearestName(to: first, among: names)
        }
        for (depth, name) in path.dropFirst().enumerated() {
            guard case .record(let record) = value else { return nil }
            guard let inner = record[name] else {
                return nearestName(to: name, among: record.shape.names).map {
                    (path.prefix(depth + 1) + [$0]).joined(separator: ".")
                }
            }
            value = inner
        }
        return nil
    }

    /// The field that a site's plain name stands for; nil when it is in no record.
    mutating func field(_ name: String, site: Int) -> Value? {
        if !assigned.isEmpty, let value = assignedValue(name) { return value }
        guard let (layer, place) = place(of: name, site: site) else { return nil }
        return layers[layer].values[place]
    }

    /// The innermost layer that has a site's plain name, and where.
    ///
    /// The name is asked for where it was not looked up yet.
    private mutating func place(of name: @autoclosure () -> String?, site: Int) -> (layer: Int, place: Int)? {
        let first = rootPlaces.isEmpty ? 0 : 1
        var layer = layers.count - 1
        while layer >= first {
            let slot = site * Known.layerCount + min(layer - first, Known.layerCount - 1)
            if known.isEmpty { known = Array(repeating: Known(), count: siteCount * Known.layerCount) }
            if known[slot].identity != shapes[layer] {
                guard let name = name() else { return nil }
                known[slot] = Known(name, in: layers[layer].shape)
            }
            let place = known[slot].place
            if place >= 0 { return (layer, place) }
            layer -= 1
        }
        guard first == 1, rootPlaces[site] >= 0 else { return nil }
        return (0, rootPlaces[site])
    }

    /// Appends the text or whole number that a site's plain name stands for; false, with nothing appended, for all that is more than
    /// plain text or has no room.
    mutating func appendPlainText(
        of name: @autoclosure () -> String?, site: Int, to output: inout OutputSpan<UInt8>
    ) -> Bool {
        guard assigned.isEmpty, let (layer, place) = place(of: name(), site: site) else { return false }
        return switch layers[layer].values[place] {
        case .text(let text): output.append(escaped: text.utf8.span)
        case .number(let number): NumberFormat.appendWhole(number, to: &output)
        case .null, .boolean, .date, .list, .record: false
        }
    }

    /// The file whose rows a section over this name goes through, unless data of that name stand before it.
    func file(_ name: String) -> RowSource? {
        guard let source = files.sources[name] else { return nil }
        let isHidden =
            name == "."
            ? frames.contains { $0.hasLayer || $0.plainItem != nil }
            : field(name) != nil || assignedValue(name) != nil
        return isHidden ? nil : source
    }

    /// Opens a section that shows its inside once, without a new item.
    mutating func enterPlainly() { frames.append(Frame(items: .none)) }

    /// Opens a section with one item.
    mutating func enter(_ item: Value) { open(Frame(items: .one), at: item) }

    /// Opens a section over a list that is not empty.
    mutating func enter(repeating items: [Value]) { open(Frame(items: .list(items)), at: items[0]) }

    /// Opens a section over the rows of a file, of which there is one.
    mutating func enter(repeating rows: RowPassage, from first: Value) {
        open(Frame(items: .rows(rows)), at: first)
    }

    /// Goes on to the next item of the innermost section, or closes it and says false.
    mutating func advance() -> Bool {
        guard !frames.isEmpty else { return false }
        let last = frames.count - 1
        if !assigned.isEmpty { assigned.removeAll { $0.depth > last } }
        frames[last].index += 1
        switch frames[last].items {
        case .none, .one: break
        case .list(let items):
            if frames[last].index < items.count {
                move(to: items[frames[last].index])
                return true
            }
        case .rows(let rows):
            if let item = rows.next() {
                move(to: item)
                return true
            }
        }
        if frames.removeLast().hasLayer { removeLayer() }
        return false
    }

    /// The scope of another item of the innermost repeat, if it has one there.
    func moved(by offset: Int) -> Scope? {
        guard let frame = frames.last else { return nil }
        let item: Value
        switch frame.items {
        case .none, .one: return nil
        case .list(let items):
            guard items.indices.contains(frame.index + offset) else { return nil }
            item = items[frame.index + offset]
        case .rows(let rows):
            guard let row = rows.row(at: offset) else { return nil }
            item = row
        }
        var scope = self
        scope.frames[frames.count - 1].index += offset
        scope.move(to: item)
        return scope
    }

    /// The scope outside of so many repeats; nil where there are not as many and one more.
    func outside(repeats count: Int) -> Scope? {
        var scope = self
        for _ in 0..<count {
            guard let last = scope.frames.lastIndex(where: \.isRepeat) else { return nil }
            while scope.frames.count > last { if scope.frames.removeLast().hasLayer { scope.removeLayer() } }
        }
        scope.assigned.removeAll { $0.depth > scope.frames.count }
        return scope
    }

    /// Gives a value a name until the innermost section goes on or ends.
    mutating func assign(_ value: Value, to name: String) {
        assigned.removeAll { $0.name == name && $0.depth == frames.count }
        assigned.append((name, value, frames.count))
    }

    private func assignedValue(_ name: String) -> Value? { assigned.last { $0.name == name }?.value }

    /// How often the inside of a section over a list of that name would be shown in all: a list of an outer item is gone through for each
    /// inner one.
    func repeats(over name: String, of count: Int) -> Int {
        var all = count
        var layer = layers.count
        for frame in frames.reversed() {
            if frame.hasLayer {
                layer -= 1
                if layers[layer].shape.index(of: name) != nil { break }
            }
            guard case .list(let items) = frame.items else { continue }
            let (product, isTooMany) = all.multipliedReportingOverflow(by: items.count)
            all = isTooMany ? Int.max : product
        }
        return all
    }

    private mutating func open(_ frame: Frame, at item: Value) {
        frames.append(frame)
        move(to: item)
    }

    private mutating func move(to item: Value) {
        let last = frames.count - 1
        guard case .record(let record) = item else {
            frames[last].plainItem = item
            if frames[last].hasLayer { removeLayer() }
            frames[last].hasLayer = false
            return
        }
        if frames[last].hasLayer {
            layers[layers.count - 1] = record
            shapes[shapes.count - 1] = ObjectIdentifier(record.shape)
        } else {
            layers.append(record)
            shapes.append(ObjectIdentifier(record.shape))
            frames[last].hasLayer = true
            frames[last].plainItem = nil
        }
    }

    private mutating func removeLayer() {
        layers.removeLast()
        shapes.removeLast()
    }

    private func field(_ name: String) -> Value? {
        for layer in layers.reversed() { if let value = layer[name] { return value } }
        return nil
    }

    /// A field whose name differs only in blanks and underscores: Word's merge fields have no blanks.
    private func field(like name: String) -> Value? {
        guard readsNativeFields else { return nil }
        for layer in layers.reversed() { if let value = layer.field(like: name) { return value } }
        return nil
    }

    /// Every name that is in some scope.
    private var names: [String] {
        assigned.map(\.name) + layers.flatMap(\.shape.names) + files.sources.keys.sorted()
    }
}
