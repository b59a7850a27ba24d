internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Which lines are those of a template or a form to be filled in, whose words are not yet those of a document.
///
/// A form that goes with a document, behind its foot, leaves the document one.
struct FormLines {
    /// Whether the document itself is one.
    let isWhole: Bool
    /// The parts behind its foot that are, by the numbers of their paragraphs.
    private let parts: [ClosedRange<Int>]

    init(_ structure: RecognisedDocument) {
        let starts = Self.starts(behindFootOf: structure)
        let end = starts.first ?? structure.lines.endIndex
        isWhole = Blanks(of: structure, in: structure.lines.startIndex..<end).isForm
        guard !isWhole else {
            parts = []
            return
        }
        let ends = starts.dropFirst() + [structure.lines.endIndex]
        parts = zip(starts, ends).compactMap { start, end in
            guard start < end, Blanks(of: structure, in: start..<end).isAttachedForm else { return nil }
            let lines = structure.lines
            return lines[start].paragraph.place.number...lines[end - 1].paragraph.place.number
        }
    }

    /// Nil stands for the document as a whole.
    func contains(_ line: TextLine?) -> Bool {
        guard !isWhole else { return true }
        guard let number = line?.paragraph.place.number else { return false }
        return parts.contains { $0.contains(number) }
    }

    /// Whether a line of a template is written out, so that its own words can be judged; what forms behind the foot say is not the
    /// office's.
    func isWrittenOut(_ line: TextLine) -> Bool {
        isWhole && !line.hasTags && !line.isSlot
            && !["…", "..", "__", "xx", "XX"].contains(where: line.text.hasBytes)
    }

    /// Why the words of these lines are not judged.
    var reason: Wording {
        isWhole
            ? Wording("biểu mẫu còn chỗ điền", en: "a form with slots to be filled in")
            : Wording(
                "biểu mẫu kèm theo còn chỗ điền; phần trước đó đã xét",
                en: "a form with slots goes with it; what stands before was judged")
    }

    /// Where each part behind the foot begins.
    private static func starts(behindFootOf structure: RecognisedDocument) -> [Int] {
        guard let first = structure.lines.firstIndex(where: { !$0.isBlank }) else { return [] }
        let labels = structure.appendices.map(\.label)
        let foot = structure.footLines.map { [$0.upperBound] } ?? []
        return Set(labels + foot).filter { $0 > first && $0 < structure.lines.endIndex }.sorted()
    }
}

/// What is to be filled in within some lines.
private struct Blanks {
    /// Slots with names, and lines of dots.
    private var (tags, slots) = (0, 0)
    private var isInHeadOrFoot = false
    private var hasPatternOfDate = false
    private let isLabelled: Bool

    init(of structure: RecognisedDocument, in range: Range<Int>) {
        let headTable = structure.first(.nationalTitle).flatMap { structure.lines[$0].spot.table }
        for index in range {
            let line = structure.lines[index]
            if line.hasTags {
                tags += 1
                if structure.head.contains(index) || structure.footLines?.contains(index) == true {
                    isInHeadOrFoot = true
                }
            }
            // Dots in a table may be data; not those of the head, whose table may hold the whole document.
            guard line.spot.table == nil || line.spot.table == headTable else { continue }
            if line.isSlot || line.text.hasBytes(of: "……") { slots += 1 }
        }
        let first = range.first { !structure.lines[$0].isBlank }
        isLabelled = first.map { FootWords.isFormLabel(structure.lines[$0]) } ?? false
        if let date = structure.first(.placeAndDate), range.contains(date) {
            let words = structure.lines[date].trimmed.lowercased().split { !$0.isLetter }
            hasPatternOfDate = words.contains { ["dd", "mm", "yyyy"].contains($0) }
        }
    }

    /// By slots with names in head or foot, or several of them, by many lines of dots, and by `Mẫu số 01` above some.
    var isForm: Bool {
        isInHeadOrFoot || tags >= 3 || slots >= 6 || hasPatternOfDate || isLabelled && tags + slots > 0
    }

    /// Behind a document's foot less will do.
    var isAttachedForm: Bool { tags > 0 || slots >= 3 || isLabelled && slots > 0 }
}

extension Rule {
    /// Whether it is about how a document looks, which a form can have right or wrong before it is filled in.
    var judgesLayout: Bool { Self.ofLayout.contains(self) }

    private static let ofLayout: Set<Rule> = {
        let groups: [RuleGroup] = [.page, .letterhead, .bodySetting]
        let looks = all.filter { $0.mending == .automatic(.look) || $0.mending == .automatic(.page) }
        return Set(groups.flatMap(\.rules) + looks).subtracting([
            .componentMissing, .junkCharacter, .noBreakSpace, .lostLetter,
        ])
    }()
}

extension Rule {
    /// Whether a line shows by itself that it breaks the rule, whatever else is still to be filled in.
    var judgesLineAlone: Bool { Self.ofLines.contains(self) }

    private static let ofLines = Set(
        Check.all.flatMap { check -> [Rule] in if case .lines = check.look { check.rules } else { [] } }
    ).union([.recipientEnd]).subtracting([
        .doubleSpace, .spaceBeforeBracket, .spaceInsideBrackets, .leftOverTelex,
    ])

    /// Whether the circular that Decree 30 took the place of asked for something else: upright bases with a comma after the last, and the
    /// page's number at the foot.
    var isOfDecree30: Bool { Self.newWithDecree30.contains(self) }

    /// Whether that circular asked for the same: the pages' numbers from the second on, of the same look.
    var isOfCircular01: Bool { Self.asInCircular01.contains(self) }

    private static let asInCircular01: Set<Rule> = [.pageNumberOnFirstPage, .pageNumberMissing]

    private static let newWithDecree30: Set<Rule> = [
        .basisLook, .basisEnd, .pageNumberPlace, .pageNumberOnFirstPage, .pageNumberLook, .pageNumberMissing,
        .numberYear,
    ]
}
