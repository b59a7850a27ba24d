internal import Diagnostics
internal import Values

/// Cuts the data into chunks, each record with its number and with what earlier runs have noted of it; used by one thread.
final class Feeder {
    private let source: RecordSource
    private let past: PastManifest?
    private let chunkSize: Int
    private let passesOver: Int?
    private var number = 0

    /// What `failed.jsonl` begins a record with, so that it keeps its number.
    static let numberMark = "{\"$record\":"
    private static let numberBytes = Array(numberMark.utf8)

    /// `passesOver` is how many documents a record gives: records that an earlier run has noted as done, with all their documents, are left
    /// out; nil leaves out none.
    init(_ source: RecordSource, past: PastManifest?, chunkSize: Int, passesOver: Int? = nil) {
        self.source = source
        self.past = past
        self.chunkSize = chunkSize
        self.passesOver = passesOver
    }

    /// The next records; nil at the end.
    func next() throws(Failure) -> Chunk? {
        let records = try source.next(atMost: chunkSize)
        guard !records.isEmpty else { return nil }
        var chunk = Chunk()
        for record in records {
            let given = Feeder.number(of: record)
            if let given, given <= number {
                chunk.items.append(
                    Chunk.Item(
                        number: given, record: record, past: PastManifest.Note(),
                        fault: .recordOrder(given, at: record.place)))
                continue
            }
            number = given ?? number + 1
            let note = try past?.note(of: number) ?? PastManifest.Note()
            if let passesOver, note.lines.count == passesOver, note.lines.allSatisfy(ManifestLine.isOfDone) {
                chunk.passedOver += passesOver
            } else {
                chunk.items.append(Chunk.Item(number: number, record: record, past: note))
            }
        }
        chunk.fraction = source.fraction
        return chunk
    }

    private static func number(of record: RecordSource.Placed) -> Int? {
        guard case .json(let bytes) = record.content, bytes.starts(with: numberBytes) else { return nil }
        var number: Int?
        for byte in bytes[numberBytes.count...].prefix(17) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
