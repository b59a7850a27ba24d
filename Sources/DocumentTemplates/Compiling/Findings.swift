internal import Diagnostics

/// What a stage has met beside what it makes.
struct Findings: Sendable {
    /// What is wrong: a template with one is not compiled.
    var faults: [Diagnostic] = []
    /// What tags that are no expressions are, should the data have no such key.
    var doubts: [Diagnostic] = []
    /// The word processor's own fields, in the order of the template.
    var nativeFields: [NativeField] = []
    /// What is no fault but worth knowing to someone who looks the template over.
    var remarks: [Diagnostic] = []
    /// What whoever fills the template should know.
    var warnings: [Diagnostic] = []

    static func += (all: inout Findings, more: Findings) {
        all.faults += more.faults
        all.doubts += more.doubts
        all.nativeFields += more.nativeFields
        all.remarks += more.remarks
        all.warnings += more.warnings
    }
}
