import Testing

@testable import Regulations

/// What is measured word by word is as wide as the whole line.
struct MeasuredTextTests {
    private let text =
        "Ủy ban nhân dân tỉnh về việc tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật"

    private func width(_ line: String) -> Double { TextMetrics.width(of: line, points: 14, face: .bold) }

    @Test func `the words stay in their order and a line is as wide as the column or less`() {
        let measured = MeasuredText(text, points: 14, face: .bold)
        for column in stride(from: 5.0, through: 250, by: 2.5) {
            for lines in [measured.lines(fitting: column), measured.evenLines(fitting: column)] {
                #expect(lines.joined(separator: " ") == text)
                #expect(lines.allSatisfy { width($0) <= column || !$0.contains(" ") })
            }
        }
    }

    @Test func `a word more would not fit the line before`() {
        for column in stride(from: 20.0, through: 200, by: 7.5) {
            let lines = MeasuredText(text, points: 14, face: .bold).lines(fitting: column)
            for (line, next) in zip(lines, lines.dropFirst()) {
                #expect(width("\(line) \(next.split(separator: " ")[0])") > column)
            }
        }
    }

    /// All ways to break a text into so many lines are looked through.
    @Test func `even lines are as few as fit, and the longest of them is as short as it can be`() {
        let words = "a bb ccc dddd ee f ggggg hh iii".split(separator: " ").map(String.init)
        let text = words.joined(separator: " ")
        var longest: [Int: Double] = [:]
        for ends in 0..<(1 << (words.count - 1)) {
            var lines = [words[0]]
            for place in 1..<words.count {
                if ends >> (place - 1) & 1 == 1 {
                    lines.append(words[place])
                } else {
                    lines[lines.count - 1] += " \(words[place])"
                }
            }
            longest[lines.count] = min(longest[lines.count] ?? .infinity, lines.map(width).max() ?? 0)
        }
        for column in stride(from: 14.0, through: 70, by: 0.5) {
            let measured = MeasuredText(text, points: 14, face: .bold)
            let (usual, even) = (measured.lines(fitting: column), measured.evenLines(fitting: column))
            guard usual.count > 1, usual.allSatisfy({ width($0) <= column }) else { continue }
            #expect(even.count == usual.count)
            #expect(even.map(width).max() == longest[even.count])
        }
    }

    @Test func `words are measured as they are printed and kept as they are written`() {
        let capitals = MeasuredText("sở khoa học", points: 13, face: .bold) { $0.uppercased() }
        let room = TextMetrics.width(of: "SỞ KHOA", points: 13, face: .bold)
        #expect(capitals.lines(fitting: room) == ["sở khoa", "học"])
        #expect(capitals.lines(fitting: room - 0.01) == ["sở", "khoa", "học"])
        #expect(MeasuredText("", points: 13, face: .bold).evenLines(fitting: 10) == [])
    }
}
