internal import Container
internal import Diagnostics

/// The diagnostics of independent steps, gathered so that one run tells all of them.
struct CollectedDiagnostics {
    private(set) var diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    /// Puts what keeps the targets from being written before all else; asked once the inputs have been read, as none of them may be replaced.
    ///
    /// A file that stands there may be what is about to be made, which is known only once it is made.
    mutating func addObstacles(to targets: [String], existing: Publication.Existing) {
        let isMade = failure == nil
        diagnostics =
            Publication.obstacles(to: targets, existing: isMade ? .overwritten : existing) + diagnostics
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

extension Publication {
    /// Publishes what is staged, and tells what was noted with it, whether that works or not.
    consuming func publish(telling noted: [Diagnostic]) throws(Failure) -> [Diagnostic] {
        do throws(Failure) { return try publish() + noted } catch {
            throw Failure(error.diagnostics + noted) ?? error
        }
    }
}
