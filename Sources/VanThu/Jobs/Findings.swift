internal import Container
internal import Diagnostics

/// The diagnostics of independent steps, gathered so that one run tells all of them.
struct Findings {
    private(set) var diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    /// What keeps `output` from being written, which is made of `input` and must not take its place.
    init(writing output: String, madeOf input: String, existing: Publication.Existing) {
        self.init(
            InputFile.isOne(input, and: output)
                ? [.outputIsInput(output)] : Publication.obstacles(to: [output], existing: existing))
    }

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The step's result; nil when it failed, and then its diagnostics are kept.
    mutating func attempt<Result>(_ step: () throws(Failure) -> Result) -> Result? {
        do throws(Failure) { return try step() } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }

    /// The value without its warnings, which are kept.
    mutating func take<Value>(_ reported: Reported<Value>?) -> Value? {
        diagnostics += reported?.warnings ?? []
        return reported?.value
    }

    /// The failure that the errors amount to, if there is one.
    var failure: Failure? { Failure(diagnostics) }

    /// Throws if there is an error among them.
    func throwErrors() throws(Failure) { if let failure { throw failure } }
}
