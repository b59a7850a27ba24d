internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Emission {
    mutating func emit(tag index: Int) {
        let placed = tags[index]
        switch placed.tag {
        case .value(let expression): emit(expression, placed.words)
        case .section(let expression), .inverted(let expression):
            var isInverted = false
            if case .inverted = placed.tag { isInverted = true }
            openGroup(index)
            builder.enter(expression, placed.words, inverted: isInverted)
            beginInstance(of: index)
            sections.append(OpenSection(tag: index, ancestors: ancestors, enter: builder.section ?? 0))
        case .otherwise:
            guard let section = sections.last else { return }
            check(section, against: index)
            sections[sections.count - 1].isOtherwise = true
            sections[sections.count - 1].lists = BegunLists()
            builder.otherwise(placed.options.contains(.keepsTable) ? .isNotMeant : .isMeant)
            beginInstance(of: section.tag)
        case .end:
            guard let section = sections.popLast() else { return }
            check(section, against: index)
            builder.leave()
            closeGroup()
        case .insertion(.include, _, _): break
        case .insertion(let kind, let expression, let arguments):
            let context = InsertionContext(
                kind: kind, arguments: arguments, ancestors: ancestors, surroundings: placed.surroundings)
            insertions.append(context)
            builder.insert(expression, placed.words, insertion: insertions.count - 1)
        case .directive(.mergedCells, let expression), .directive(.mergedAcross, let expression):
            if !ancestors.contains(where: { dialect.role(of: $0) == .cell }) {
                faults.append(.unmergeableCell(placed.words))
            }
            emit(expression, placed.words)
        case .assignment(let name, let expression): builder.assign(expression, placed.words, to: name)
        case .comment, .otherwiseIf: break
        case .directive(.paragraphWidth, _), .directive(.pageBreak, _), .directive(.cellColour, _),
            .directive(.rowColour, _), .directive(.textColour, _):
            break
        }
    }

    private mutating func emit(_ expression: Expression, _ words: TagSource) {
        let parent = ancestors.last
        if parent?.local == "instrText" {
            return builder.emit(expression, words, style: fieldCode.styleOfTag)
        }
        let isPlain = parent.map { dialect.holdsOnlyCharacters($0) } ?? false
        builder.emit(expression, words, style: isPlain ? .attribute : dialect.textStyle(parent?.prefix ?? ""))
    }

    private mutating func check(_ section: OpenSection, against tag: Int) {
        guard section.ancestors != ancestors else { return }
        let (opening, other) = (tags[section.tag].words, tags[tag].words)
        let isInList = (section.ancestors + ancestors).contains { dialect.role(of: $0) == .list }
        faults.append(isInList ? .unspannableLists(opening, other) : .unspannableSection(opening, other))
    }
}
