package import Diagnostics
package import OfficeDocument
package import Regulations
package import VietnameseText

/// What each line of a document is, by its wording, its place and its look, and how sure that is.
///
/// Whoever needs to know what a document says where, asks this: the checker, the mender, the importer and the page.
package struct RecognisedDocument: Sendable {
    /// With its letters in Unicode.
    package let document: ReadDocument
    package let reading: UnicodeReading
    package let lines: [TextLine]
    package internal(set) var components: ComponentMap
    /// What lines are that are no component of the format.
    package internal(set) var marks: [Int: LineMark] = [:]
    /// The lines of the head: agency, nation, number, date, type, subject.
    package internal(set) var head: Range<Int> = 0..<0
    /// The lines between head and foot, tables included.
    package internal(set) var text: Range<Int> = 0..<0
    /// The lines from the recipients or the signature, whichever is first, to the last of them; nil where none was found.
    package internal(set) var footLines: Range<Int>?
    package internal(set) var signatures: [RecognisedSignature] = []
    package internal(set) var headings: [RecognisedHeading] = []
    package internal(set) var tables: [RecognisedTable] = []
    package internal(set) var appendices: [RecognisedAppendix] = []
    /// The titles of further documents that the file holds behind this one.
    package internal(set) var furtherDocuments: [Int] = []
    /// The sentences that lead from the subject to the text; the last ends in “… như sau:”.
    package internal(set) var leads: [Int] = []
    /// The last line of the text, where it bears the mark that ends one.
    package internal(set) var endMark: Int?
    /// The name of the type, in the regulation's spelling.
    package internal(set) var typeName: String?
    /// Whether it is a letter (công văn), which has no type.
    package internal(set) var isLetter = false
    /// Whether more than one line of the agency could be the issuer's.
    package internal(set) var agencyIsUncertain = false
    /// Lines that were taken for their component by little evidence, with what speaks against it.
    package internal(set) var guesses: [Int: Wording] = [:]
    /// The regulation the issuer is bound by.
    package internal(set) var profile: FormatProfile = .decree30
    package internal(set) var nature: Nature = .official

    /// Names of types that only profiles of an agency's own have, by their folded capitals.
    let ownTypes: [String: String]

    /// `profiles` are an agency's own, which may know further types.
    package init(of document: ReadDocument, profiles: [FormatProfile] = []) {
        reading = UnicodeReading(of: document)
        self.document = reading.document
        var lines = LineCutting.cut(TextLine.all(in: reading.document))
        ownTypes = HeadWords.typeNames(of: profiles)
        // A file that begins with an appendix has no head; what looks like one is a sample.
        let isAppendix = lines.first { !$0.isBlank }.map(FootWords.isAppendixLabel) ?? false
        if !isAppendix {
            HeadCutting.cutTitle(&lines, ownTypes: ownTypes)
            FootCutting.cutLabel(&lines)
        }
        self.lines = lines
        components = ComponentMap(count: lines.count)
        markDigitalSignatures()
        if !isAppendix {
            findHead()
            findFoot()
            joinIssuers()
            findFurtherDocuments()
        }
        findText()
        findAppendices()
        findTables()
        findHeadings()
        if isOfParty {
            findMeantPartyTitle()
            profile = .party(on: day ?? lastPossibleDay)
        }
        nature = findNature()
    }

    package func indices(of component: Component) -> [Int] { components.indices(of: component) }

    package func first(_ component: Component) -> Int? { components.first(component) }

    mutating func set(_ component: Component, at index: Int) { components[index] = component }

    /// The first line of the foot.
    package var foot: Int? { footLines?.lowerBound }

    package var appendixLabels: [Int] { indices(of: .appendixLabel) }

    /// Whether a table or an unknown stands right before the foot, so that the last line of `text` need not end it.
    package var textEndsInTable: Bool {
        text.last { !lines[$0].isBlank }.map { lines[$0].spot.table != nil } ?? true
    }

    // MARK: Days

    /// The day of issue; nil for a draft.
    package var day: CalendarDate? { first(.placeAndDate).flatMap { IssuedNumber.day(lines[$0].trimmed) } }

    /// The last day that a draft whose day is blank can be of, by the month and year it names or the year alone.
    package var lastPossibleDay: CalendarDate? {
        first(.placeAndDate).flatMap { IssuedNumber.lastPossibleDay(lines[$0].trimmed) }
    }

    // MARK: What others ask

    package var recognisedComponents: [RecognisedComponent] {
        components.all.map { index, component in
            RecognisedComponent(
                component: component, place: lines[index].paragraph.place, text: lines[index].trimmed,
                sureness: guesses[index] == nil ? .sure : .guessed)
        }
    }

    /// The lines beside and below each other in which the title of the head stands: those of its table, or the columns set by tabs.
    package var headTable: [Int]? {
        guard let title = first(.nationalTitle) ?? first(.partyTitle), lines[title].spot.columns > 1 else {
            return nil
        }
        let spot = lines[title].spot
        if spot.isCut { return head.filter { lines[$0].spot.isCut } }
        return lines.indices.filter { lines[$0].spot.table == spot.table }
    }
}

/// How sure it is what a line is.
package enum Sureness: String, Hashable, Sendable { case sure, guessed }

/// What a line is besides a component.
package enum LineMark: String, Hashable, Sendable {
    /// “QUYẾT ĐỊNH:”, which parts the bases from the text.
    case enactment
    /// The issuer's title in capitals, below the subject of a decision.
    case issuerTitle
    /// What goes with the subject in brackets of its own.
    case subjectNote
    /// What a table or picture is named by, with its unit or source.
    case caption
    /// MẬT, KHẨN, DỰ THẢO, SAO Y.
    case stamp
    /// A line of hyphens, underscores or stars.
    case typedLine
    /// To be written upon.
    case slot
    /// The label of a sample form behind the text: Biểu mẫu 1, Mẫu số 02.
    case formLabel
    /// “(Đã ký)” and the like.
    case signatureNote
    /// Who signed the file and when, as programs for digital signatures show it.
    case digitalSignature
    /// The head of what is issued with the document and follows its foot.
    case attachmentHead
    /// A line of the text that names an appendix of this document.
    case appendixMention
    /// The last line of an appendix, where it bears the mark that ends a text.
    case appendixEnd
}

/// What components lines are.
package struct ComponentMap: Hashable, Sendable {
    private var byLine: [Component?]
    private var byComponent: [Component: [Int]] = [:]

    init(count: Int) { byLine = Array(repeating: nil, count: count) }

    package internal(set) subscript(index: Int) -> Component? {
        get { byLine.indices.contains(index) ? byLine[index] : nil }
        set {
            if let old = byLine[index] { byComponent[old]?.removeAll { $0 == index } }
            byLine[index] = newValue
            guard let newValue else { return }
            var places = byComponent[newValue] ?? []
            byComponent[newValue] = nil
            let at =
                places.last.map { $0 < index } ?? true
                ? places.endIndex : places.firstIndex { $0 > index } ?? places.endIndex
            places.insert(index, at: at)
            byComponent[newValue] = places
        }
    }

    /// In the order of the document.
    package func indices(of component: Component) -> [Int] { byComponent[component] ?? [] }

    package func first(_ component: Component) -> Int? { byComponent[component]?.first }

    /// Every line that is a component, in the order of the document.
    package var all: [(index: Int, component: Component)] {
        byLine.indices.compactMap { index in byLine[index].map { (index, $0) } }
    }
}

/// Somebody's block of the foot.
package struct RecognisedSignature: Hashable, Sendable {
    /// The lines of authority and title.
    package var titles: [Int] = []
    package var name: Int?
}

/// A heading, with its level among those around it.
package struct RecognisedHeading: Hashable, Sendable {
    package let line: Int
    /// From 1.
    package let level: Int
    /// Nil for a title that stands under the number of its part or chapter.
    package let number: HeadingNumber.Kind?
    /// Whether the word processor counts.
    package let isAutomatic: Bool
    /// Whether text follows on the heading's own line, behind a colon.
    package let isRunIn: Bool
    package internal(set) var sureness: Sureness

    /// Why it is not sure; nil where it is.
    package var doubt: Wording? {
        guard sureness == .guessed else { return nil }
        return isRunIn
            ? Wording("không đậm; có chữ ngay sau dấu hai chấm", en: "not bold, with text behind its colon")
            : Wording("không đậm; ở dưới có nội dung riêng", en: "not bold, with text of its own below")
    }
}

/// A table, with what it is for.
package struct RecognisedTable: Hashable, Sendable {
    /// The block of the body it is.
    package let block: Int
    /// The first and last of its lines.
    package let lines: Range<Int>
    package let kind: Kind

    package enum Kind: String, Hashable, Sendable {
        case head, foot, addressees, tasks, targets, estimate, calendar, layout, other
    }
}

/// What stands behind the foot under a label of its own.
package struct RecognisedAppendix: Hashable, Sendable {
    package let label: Int
    package var title: [Int] = []
    package var reference: Int?
}
