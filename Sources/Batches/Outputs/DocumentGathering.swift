internal import Diagnostics

/// One file that all documents of a batch go into, one after the other.
protocol DocumentGathering: ~Copyable {
    mutating func add(_ document: GatheredDocument) throws(Failure)

    /// Puts the finished file in its place.
    consuming func finish() throws(Failure)
}
