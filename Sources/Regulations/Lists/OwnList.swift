internal import DataFiles
package import Diagnostics
internal import Values
package import VietnameseText

/// A list of an office's own, which stands beside the shipped ones while it holds.
package struct OwnList: Hashable, Sendable {
    /// The file, as messages call it.
    package private(set) var file = ""
    /// The first and the last day it holds on; nil for no bound.
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// What says so, such as a letter's number.
    package var source: String?
    package var names = KnownNames()
    package var acts: [ExpiredAct] = []
    package var misspellings: [Misspelling] = []

    /// Reads a file; nil for one that has none of the keys of lists, which is a file of something else.
    ///
    /// Throws every fault of the file.
    package init?(opening path: String) throws(Failure) {
        let node = try SourceNode(opening: path)
        guard case .mapping(let entries) = node.content,
            entries.contains(where: { Self.listKeys.contains($0.key) })
        else { return nil }
        var reading = DataReading(file: path)
        let list = Self.form.read(node, OwnList(), &reading)
        try reading.finish()
        guard var list else { return nil }
        list.file = path
        self = list
    }

    private init() {}

    /// Whether it holds on that day; on no day, always.
    package func holds(on day: CalendarDate?) -> Bool {
        guard let day else { return true }
        return (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// The file, and what the list goes by.
    package var name: String { source.map { "\(file), \($0)" } ?? file }
}

extension OwnList {
    private static let lists: [DataField<OwnList>] =
        KnownNames.fields(.optional).map { $0.inside(\.names) } + [
            .optional("het_hieu_luc", keeping: \.acts, ExpiredAct.entriesForm, "Văn bản đã hết hiệu lực."),
            .optional("chinh_ta", keeping: \.misspellings, Misspelling.entriesForm, "Chữ sai và chữ đúng."),
        ]

    private static let listKeys = Set(lists.map(\.key))

    private static let form: DataForm<OwnList> = .record(
        Wording("danh mục của cơ quan", en: "a list of an office's own"), blank: OwnList(),
        [
            .optional("tu", \.from, .date, "Ngày đầu tiên danh mục này đúng."),
            .optional("den", \.until, .date, "Ngày cuối cùng danh mục này đúng."),
            .optional("nguon", \.source, .text, "Văn bản nói như vậy."),
        ] + lists)
}
