internal import Batches
internal import Diagnostics
internal import VanThu

/// What the person who waits for a batch sees: a bar on a terminal, a line now and then elsewhere, faults as they come.
final class BatchDisplay {
    private let preferences: Preferences
    private let start = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var isBarShown = false
    private var toldCount = 0
    /// Beyond these the manifest has the rest.
    private static let toldLimit = 20

    init(_ preferences: Preferences) { self.preferences = preferences }

    var observer: BatchObserver { BatchObserver(progress: { self.show($0) }, diagnostics: { self.tell($0) }) }

    private func show(_ progress: BatchProgress) {
        let now = ContinuousClock.now
        let isTerminal = Terminal.isStandardErrorATerminal
        guard !preferences.isQuiet, now - shown >= (isTerminal ? .milliseconds(100) : .seconds(10)) else {
            return
        }
        shown = now
        let line = line(of: progress, after: now - start)
        if isTerminal { Terminal.clearLineOfStandardError() }
        Terminal.printToStandardError(isTerminal ? line : line + "\n")
        isBarShown = isTerminal
    }

    private func tell(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty, toldCount < BatchDisplay.toldLimit else { return }
        clear()
        for diagnostic in diagnostics.prefix(BatchDisplay.toldLimit - toldCount) {
            Terminal.printToStandardError(diagnostic.text(in: preferences.language) + "\n")
            toldCount += 1
        }
        guard toldCount == BatchDisplay.toldLimit else { return }
        let more = Wording(
            "… các lỗi sau chỉ có trong sổ ghi\n", en: "… later faults are in the manifest only\n")
        Terminal.printToStandardError(more.text(in: preferences.language))
    }

    /// Takes the bar away.
    func clear() {
        if isBarShown { Terminal.clearLineOfStandardError() }
        isBarShown = false
    }

    private func line(of progress: BatchProgress, after time: Duration) -> String {
        let seconds = max(0.001, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        let rate = Int((Double(progress.done) / seconds).rounded())
        var parts = [
            Wording("\(progress.done + progress.kept) xong", en: "\(progress.done + progress.kept) done"),
            Wording("\(progress.failed) lỗi", en: "\(progress.failed) failed"),
            Wording("\(rate)/giây", en: "\(rate)/s"),
        ]
        if let fraction = progress.fraction, fraction > 0 {
            let left = Int((seconds * (1 - fraction) / fraction).rounded(.up))
            let percent = Int((fraction * 100).rounded(.down))
            parts.insert(Wording(bar(fraction) + " \(percent)%", en: bar(fraction) + " \(percent)%"), at: 0)
            parts.append(Wording("còn \(clock(left))", en: "\(clock(left)) left"))
        }
        return parts.map { $0.text(in: preferences.language) }.joined(separator: " · ")
    }

    private func bar(_ fraction: Double) -> String {
        let filled = Int((min(1, max(0, fraction)) * 20).rounded(.down))
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    }

    private func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(seconds / 60 % 60)"
        return seconds < 3600
            ? "\(minutes):\(two(seconds % 60))"
            : "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}

/// What a batch came to.
struct BatchResult {
    let progress: BatchProgress
    /// The folder or file it went into.
    let output: String
    var isManifestPrinted = false

    func text(in language: Language) -> String {
        var parts = [Wording("\(progress.done) văn bản xong", en: "\(progress.done) documents done")]
        if progress.kept > 0 {
            parts.append(Wording("\(progress.kept) có sẵn", en: "\(progress.kept) there already"))
        }
        if progress.failed > 0 {
            parts.append(Wording("\(progress.failed) lỗi", en: "\(progress.failed) failed"))
        }
        return "\(output.inOneLine): " + parts.map { $0.text(in: language) }.joined(separator: ", ") + "\n"
    }

    /// The same of a check, which makes no documents.
    func checkText(in language: Language) -> String {
        Wording(
            "\(output.inOneLine): \(progress.done) văn bản không có lỗi, \(progress.failed) văn bản có lỗi hoặc không kiểm tra được\n",
            en:
                "\(output.inOneLine): \(progress.done) documents without errors, \(progress.failed) with errors or not checked\n"
        ).text(in: language)
    }

    var json: String {
        let status = progress.failed > 0 ? "input" : "done"
        return """
            {
              "done": \(progress.done),
              "failed": \(progress.failed),
              "kept": \(progress.kept),
              "status": "\(status)",
              "version": 1
            }

            """
    }
}
