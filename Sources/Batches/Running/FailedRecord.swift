internal import Diagnostics
internal import Values

extension Chunk.Item {
    /// In a file of text; the readers tell it with their faults.
    var position: Position {
        guard case .text(_, let line, let column, _) = record.place else {
            return Position(line: 1, column: 1)
        }
        return Position(line: line, column: column)
    }

    /// The record as `failed.jsonl` has it, with its number; what is no JSON is kept as text to be mended.
    var asFailed: [UInt8] {
        var bytes = Array("\(Feeder.numberMark)\(number)".utf8)
        switch record.content {
        case .json(let text) where text.starts(with: bytes): return text + [0x0A]
        case .json(let text):
            let fields = text.drop { $0 == 0x20 || $0 == 0x09 }
            let isRecord =
                fault == nil
                && (try? Value(json: text, file: "")).map { value in
                    if case .record(let record) = value { !record.values.isEmpty } else { false }
                } ?? false
            guard isRecord else {
                bytes +=
                    Array(",\"$line\":".utf8)
                    + Value.text(String(decoding: text.prefix(1000), as: UTF8.self)).json()
                return bytes + Array("}\n".utf8)
            }
            return bytes + [UInt8(ascii: ",")] + fields.dropFirst().filter { $0 != 0x0A && $0 != 0x0D } + [
                0x0A
            ]
        case .value(let value):
            let text = value.json()
            return bytes + [UInt8(ascii: text.count > 2 ? "," : " ")] + text.dropFirst() + [0x0A]
        case .refused(_, let text):
            bytes += Array(",\"$line\":".utf8) + Value.text(String(decoding: text, as: UTF8.self)).json()
            return bytes + Array("}\n".utf8)
        }
    }
}
