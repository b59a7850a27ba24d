internal import Diagnostics

/// One file that all documents of a batch go into, one after the other.
protocol DocumentGathering: ~Copyable {
    /// Returns why there is no place for this one, while others may follow; throws what ends the work.
    mutating func add(_ document: GatheredDocument) throws(Failure) -> Diagnostic?

    /// Puts the finished file in its place; returns what has to be told of that.
    consuming func finish() throws(Failure) -> [Diagnostic]
}
