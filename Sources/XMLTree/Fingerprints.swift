/// Numbers by which nodes are told apart at a glance; nodes that are alike have the same.
struct Fingerprints {
    private let nodes: [Node]
    /// What is seen of each without looking into it.
    private let shapes: [Int]
    /// Of those that were asked about: most nodes are laid beside their like at once.
    private var numbers: [Int?]
    /// How far ahead a node is looked for.
    private static let reach = 48

    init(_ nodes: [Node]) {
        self.nodes = nodes
        shapes = nodes.map(Self.shape)
        numbers = Array(repeating: nil, count: nodes.count)
    }

    /// How many further there is a node like the one at a place of others, from 1; nil when there is none near.
    mutating func distance(to place: Int, of others: inout Fingerprints, after start: Int) -> Int? {
        var other = start + 1
        while other < min(start + Self.reach, nodes.count) {
            if shapes[other] == others.shapes[place], number(other) == others.number(place),
                nodes[other] == others.nodes[place]
            {
                return other - start
            }
            other += 1
        }
        return nil
    }

    private mutating func number(_ place: Int) -> Int {
        if let known = numbers[place] { return known }
        var hasher = Hasher()
        Self.mix(nodes.span[place], into: &hasher)
        let number = hasher.finalize()
        numbers[place] = number
        return number
    }

    private static func shape(_ node: Node) -> Int {
        switch node {
        case .element(let element):
            element.children.count << 16 ^ element.attributes.count << 8 ^ element.name.local.utf8.count
        case .text(let text), .comment(let text), .instruction(_, let text): ~text.utf8.count
        }
    }

    private static func mix(_ node: Node, into hasher: inout Hasher) {
        switch node {
        case .element(let element):
            mix(element.name.local, into: &hasher)
            for attribute in element.attributes { mix(attribute.value, into: &hasher) }
            let children = element.children.span
            for place in children.indices { mix(children[place], into: &hasher) }
        case .text(let text), .comment(let text), .instruction(_, let text): mix(text, into: &hasher)
        }
    }

    /// By its bytes: trees are compared by them, and composing letters costs more than the rest.
    private static func mix(_ text: String, into hasher: inout Hasher) {
        unsafe text.utf8.span.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
        hasher.combine(text.utf8.count)
    }
}
