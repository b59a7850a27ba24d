/// The longest common part of two sequences, by Myers' algorithm.
enum SequenceMatching {
    /// So many differences are looked through; what differs more has hardly anything in common.
    private static let limit = 1000

    /// The places of what both have, in rising order.
    static func pairs<Key: Equatable>(_ old: [Key], _ new: [Key]) -> [(old: Int, new: Int)] {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        let inner = middle(Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
        return (0..<start).map { ($0, $0) } + inner.map { ($0.old + start, $0.new + start) }
            + (0..<(old.count - oldEnd)).map { (oldEnd + $0, newEnd + $0) }
    }

    private static func middle<Key: Equatable>(_ old: [Key], _ new: [Key]) -> [(old: Int, new: Int)] {
        let (n, m) = (old.count, new.count)
        guard n > 0, m > 0 else { return [] }
        var reach: [Int: Int] = [1: 0]
        var trace: [[Int: Int]] = []
        for distance in 0...min(n + m, limit) {
            trace.append(reach)
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let (left, right) = (reach[diagonal - 1] ?? -1, reach[diagonal + 1] ?? -1)
                let isDown = diagonal == -distance || diagonal != distance && left < right
                var x = isDown ? right : left + 1
                while x < n, x - diagonal < m, x - diagonal >= 0, x >= 0, old[x] == new[x - diagonal] {
                    x += 1
                }
                reach[diagonal] = x
                if x >= n, x - diagonal >= m { return path(back: trace, distance, n, m) }
            }
        }
        return []
    }

    private static func path(back trace: [[Int: Int]], _ distance: Int, _ n: Int, _ m: Int) -> [(
        old: Int, new: Int
    )] {
        var pairs: [(old: Int, new: Int)] = []
        var (x, y) = (n, m)
        for step in stride(from: distance, through: 0, by: -1) {
            let diagonal = x - y
            let (left, right) = (trace[step][diagonal - 1] ?? -1, trace[step][diagonal + 1] ?? -1)
            let isDown = diagonal == -step || diagonal != step && left < right
            let before = isDown ? diagonal + 1 : diagonal - 1
            let fromX = step == 0 ? 0 : (trace[step][before] ?? 0)
            let fromY = step == 0 ? 0 : fromX - before
            let startX = step == 0 ? 0 : isDown ? fromX : fromX + 1
            while x > startX, y > 0, x > 0 {
                x -= 1
                y -= 1
                pairs.append((x, y))
            }
            (x, y) = (fromX, fromY)
        }
        return pairs.reversed()
    }
}
