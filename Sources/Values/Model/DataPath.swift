/// Where the reader stands in the data, `noi_dung[2].chu_tri`; items count from 1, as a clerk counts them.
struct DataPath {
    private var steps: [Step] = []

    private enum Step {
        case key(String)
        case item(Int)
    }

    mutating func enter(key: String) { steps.append(.key(key)) }
    mutating func enter(item index: Int) { steps.append(.item(index)) }
    mutating func leave() { steps.removeLast() }

    var text: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .item(let index): text += "[\(index + 1)]"
            }
        }
        return text
    }
}
