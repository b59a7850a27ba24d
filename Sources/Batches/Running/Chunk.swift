internal import Diagnostics
internal import Values

/// Records that go to a worker together.
struct Chunk: Sendable {
    var items: [Item] = []
    /// How many documents were passed over, since an earlier run has noted them as done.
    var passedOver = 0
    /// How much of the data has been read with it.
    var fraction: Double?

    struct Item: Sendable {
        let number: Int
        let record: RecordSource.Placed
        /// What earlier runs have noted of the record.
        let past: PastManifest.Note
        /// What is wrong with the record's number.
        var fault: Diagnostic?
    }
}

/// What came of a chunk.
struct ChunkOutcome: Sendable {
    var progress = BatchProgress()
    /// For the manifest.
    var lines: [UInt8] = []
    /// For `failed.jsonl`.
    var failed: [UInt8] = []
    var diagnostics: [Diagnostic] = []
    /// What the documents are called that were put into the folder, in the order of the records.
    var names: [String] = []
    /// Documents that the one who gathers puts into one file, in the order of the records.
    var documents: [GatheredDocument] = []
    /// Why the batch cannot go on.
    var end: Failure?
}
