internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Templates that the data choose: each that may be chosen is compiled, and the data say which one is shown.
extension Compilation {
    /// More templates than an author lets data choose from, all in all.
    static let choiceLimit = 100

    /// The bodies of all templates that the data may name, each shown when they do.
    mutating func bodies(
        chosenBy name: Expression, _ index: Int, _ text: inout PlacedText, _ place: IncludePlace,
        chain: [String]
    ) throws(Failure) -> [TemplateNode] {
        let tag = text.tags[index]
        guard tag.surroundings.paragraph != nil else {
            findings.faults.append(.includeNotAlone(tag.words))
            return []
        }
        let ending = ".\(package.format.rawValue)"
        let known: [String]
        do throws(Resources.Fault) { known = try includes.names(beginning: name.stem, ending: ending) } catch
        {
            findings.faults.append(.include(error, name.stem + "…" + ending, tag.words))
            return []
        }
        guard chain.count < Compilation.includeLimit else {
            findings.faults.append(.includeTooDeep(Compilation.includeLimit, tag.words))
            return []
        }
        guard includeCount + known.count <= Compilation.choiceLimit else {
            findings.faults.append(.tooManyChoices(known.count, Compilation.choiceLimit, tag.words))
            return []
        }
        var usable: [String] = []
        var nodes: [TemplateNode] = []
        for candidate in known {
            // One that cannot be included is none of those that may be chosen.
            let before = (findings, text)
            let path = try? includes.path(of: candidate + ending)
            guard let path, !chain.contains(path), path != ownPath else { continue }
            let inner = try body(named: candidate, by: tag, &text, place, chain: chain)
            guard findings.faults.count == before.0.faults.count, !inner.isEmpty else {
                (findings, text) = before
                continue
            }
            usable += [candidate, candidate + ending]
            var isNamed = Expression.operation(.equal, name, .literal(.text(candidate)))
            isNamed = .operation(.or, isNamed, .operation(.equal, name, .literal(.text(candidate + ending))))
            nodes.append(section(isNamed, like: tag, &text))
            nodes.append(inner, before: nil)
            nodes.append(end(like: tag, &text))
        }
        let refusal = section(Filter.refusal(of: name, unlessAmong: usable), like: tag, &text)
        return [refusal, end(like: tag, &text)] + nodes
    }

    /// Where the template itself lies, if it is one of those that can be included.
    private var ownPath: String? {
        let name = trees.source.file.split(separator: "/").last.map(String.init) ?? ""
        return includes.path(ifAny: name)
    }

    private func section(_ condition: Expression, like tag: PlacedTag, _ text: inout PlacedText)
        -> TemplateNode
    {
        text.tags.append(PlacedTag(tag: .section(condition), words: tag.words, isSettled: true))
        return .tag(text.tags.count - 1)
    }

    private func end(like tag: PlacedTag, _ text: inout PlacedText) -> TemplateNode {
        text.tags.append(PlacedTag(tag: .end(name: nil), words: tag.words, isSettled: true))
        return .tag(text.tags.count - 1)
    }
}

extension PlacedTag {
    /// What says which template the tag includes, where the data choose it.
    var chosenInclude: Expression? {
        guard case .insertion(.include, let expression, _) = tag else { return nil }
        if case .literal = expression { return nil }
        return expression
    }
}

extension Expression {
    /// What the author wrote before the part that the data say.
    fileprivate var stem: String {
        if case .operation(.plus, .literal(.text(let stem)), _) = self { return stem }
        return ""
    }
}
