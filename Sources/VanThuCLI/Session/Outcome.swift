internal import Diagnostics
internal import VanThu
internal import VietnameseText

/// What a command came to.
enum Outcome {
    /// Something for standard output, as it is, and what the process ends with.
    case answer(String, ProcessStatus = .done)
    /// The same with what else is to be told on the way.
    case told(Reported<String>)
    case files(Reported<[WrittenFile]>)
    /// The same, with what a person does next.
    case started(Reported<[WrittenFile]>, next: Wording)
    /// What a batch came to; its faults have been told already.
    case batch(BatchResult)
    /// What came of a whole folder: where it is, and how many documents were done, and failed.
    case folder(String, done: Int, failed: Int)
    /// A report on a whole folder: how many documents have no error, and how many have, or could not be checked.
    case checkedFolder(report: String, faultless: Int, faulty: Int)
    /// Warnings and notes about a file that has no errors.
    case findings(file: String, [Diagnostic])
}

/// What a command runs in.
struct Surroundings {
    let environment: [String: String]
    let preferences: Preferences

    var language: Language { preferences.language }

    /// The day it is in Việt Nam.
    var today: CalendarDate? { Today.date(environment) }
}
