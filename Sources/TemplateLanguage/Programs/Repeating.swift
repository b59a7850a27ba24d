internal import Diagnostics
internal import Values

/// Opening, repeating and leaving out sections.
extension Renderer {
    /// The instruction after `enter`, unless the document grows without end.
    mutating func again(_ enter: Int) -> Int {
        repeats += 1
        guard repeats <= repeatLimit else {
            if case .enter(let site, _, _, _) = program.instructions[enter] {
                ownFaults.append(.tooManyRepeats(program.sites[site], limit: repeatLimit))
            }
            return program.instructions.count
        }
        count(enter)
        return enter + 1
    }

    /// Counts how often each section has begun, which is what fresh identifiers follow.
    mutating func count(_ enter: Int) { if !beginnings.isEmpty { beginnings[enter] += 1 } }

    mutating func enter(site: Int, _ test: Program.Test, otherwise: Int, end: Int) {
        let here = position - 1
        if let source = file(at: site) {
            let rows = files.passage(through: source)
            if (rows != nil) == (test == .shown) || otherwise != end { count(here) }
            return enter(rows, test, otherwise: otherwise, end: end)
        }
        let value = sectionValue(at: site)
        let isTaken = value.isShown == (test == .shown)
        if isTaken || otherwise != end { count(here) }
        guard isTaken else { return skip(to: otherwise, end: end) }
        switch test {
        case .notShown: scope.enterPlainly()
        case .shown:
            switch value {
            case .list(let items):
                // Told before the time is spent, however slow the machine is.
                if let name = program.sites[site].name,
                    scope.repeats(over: name, of: items.count) > repeatLimit
                {
                    ownFaults.append(.tooManyRepeats(program.sites[site], limit: repeatLimit))
                    position = program.instructions.count
                    return
                }
                scope.enter(repeating: items)
            case .boolean: scope.enterPlainly()
            case .null, .number, .text, .date, .record: scope.enter(value)
            }
        }
    }

    /// The file whose rows a section goes through.
    func file(at site: Int) -> RowSource? {
        guard !files.sources.isEmpty else { return nil }
        return switch program.sites[site].expression {
        case .item: scope.file(".")
        case .path(let names) where names.count == 1: scope.file(names[0])
        default: nil
        }
    }

    mutating func enter(
        _ rows: (first: Value, rest: RowPassage)?, _ test: Program.Test, otherwise: Int, end: Int
    ) {
        switch (test, rows) {
        case (.shown, let rows?): scope.enter(repeating: rows.rest, from: rows.first)
        case (.notShown, nil): scope.enterPlainly()
        case (.shown, nil), (.notShown, _?): skip(to: otherwise, end: end)
        }
    }

    /// Leaves out the first branch: goes to the second, or behind the section.
    mutating func skip(to otherwise: Int, end: Int) {
        position = otherwise + 1
        if otherwise != end { scope.enterPlainly() }
    }

    mutating func sectionValue(at index: Int) -> Value {
        if let value = field(at: index) { return value }
        let site = program.sites[index]
        do throws(ValueFault) { return try value(of: site) } catch {
            if let value = keyed(site) { return value }
            if reportDoubt(about: site) { return .null }
            if error.isAbsence, site.allowsAbsence || missing != .isAnError { return .null }
            report(error, at: site)
            return .null
        }
    }
}

extension Diagnostic {
    static func tooManyRepeats(_ site: Program.Site, limit: Int) -> Diagnostic {
        Diagnostic(
            "template.too-many-repeats",
            Wording(
                "thẻ “\(site.words.inside)” làm văn bản lặp quá \(limit) lần",
                en: "the tag “\(site.words.inside)” makes the document repeat more than \(limit) times"),
            at: site.words.place,
            fix: Limit.repeatCount.mend(
                Wording(
                    "kiểm tra danh sách bị lặp lại bên trong chính nó",
                    en: "look for a list that is repeated inside itself")))
    }
}
