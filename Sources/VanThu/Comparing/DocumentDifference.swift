public import Diagnostics
public import Regulations

/// What a later version of a document has otherwise, paragraph by paragraph.
public struct DocumentDifference: Hashable, Sendable {
    public let old: String
    public let new: String
    /// In the order of the later version; what went stands where it stood.
    public let changes: [Change]

    /// One paragraph, or table, that changed.
    public struct Change: Hashable, Sendable {
        public let kind: Kind
        /// What the paragraph is in an office's document; nil where that is not known.
        public let component: Component?
        /// Its number in the earlier version, from 1; nil for what came.
        public let oldNumber: Int?
        /// Its number in the later version, from 1; nil for what went.
        public let newNumber: Int?
        public let pieces: [Piece]
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case changed, added, removed
        case tableAdded = "table-added"
        case tableRemoved = "table-removed"
        case rowAdded = "row-added"
        case rowRemoved = "row-removed"
    }

    /// A stretch of a paragraph's text.
    public struct Piece: Hashable, Sendable {
        public let kind: Kind
        public let text: String

        public enum Kind: String, Hashable, Sendable { case kept, removed, added }
    }

    /// A line for each change: `[-…-]` is what went and `{+…+}` what came.
    public func text(in language: Language) -> String {
        var lines = changes.map { line($0, in: language) }
        lines.append(summary.text(in: language))
        return lines.joined(separator: "\n") + "\n"
    }

    private var summary: Wording {
        guard !changes.isEmpty else {
            return Wording(
                "\(new): chữ trong thân văn bản giống hệt \(old)",
                en: "\(new): the text of the body is that of \(old)")
        }
        let counts = Kind.allCases.compactMap { kind -> (Int, Wording)? in
            let count = changes.count { $0.kind == kind }
            return count > 0 ? (count, kind.name) : nil
        }
        return Wording(
            "\(new): " + counts.map { "\($0.0) \($0.1.vietnamese)" }.joined(separator: ", "),
            en: "\(new): " + counts.map { "\($0.0) \($0.1.english)" }.joined(separator: ", "))
    }

    private func line(_ change: Change, in language: Language) -> String {
        var place: String
        switch (change.oldNumber, change.newNumber) {
        case (let old?, let new?) where old != new: place = "\(old) → \(new)"
        case (let old?, _): place = "\(old)"
        case (nil, let new?): place = "→ \(new)"
        case (nil, nil): place = ""
        }
        place = Wording("đoạn \(place)", en: "paragraph \(place)").text(in: language)
        let component = change.component.map { " (\($0.name.text(in: language)))" } ?? ""
        return "\(place)\(component): \(change.kind.name.text(in: language)): \(words(change.pieces))"
    }

    /// Long stretches that did not change are left out but for their ends.
    private func words(_ pieces: [Piece]) -> String {
        pieces.enumerated().map { index, piece in
            switch piece.kind {
            case .removed: return "[-\(piece.text)-]"
            case .added: return "{+\(piece.text)+}"
            case .kept:
                guard piece.text.count > 60 else { return piece.text }
                let (start, end) = (piece.text.prefix(25), piece.text.suffix(25))
                return (index == 0 ? "" : String(start)) + "…"
                    + (index == pieces.count - 1 ? "" : String(end))
            }
        }.joined()
    }
}

extension DocumentDifference.Kind {
    /// As people read it.
    public var name: Wording {
        switch self {
        case .changed: Wording("sửa", en: "changed")
        case .added: Wording("thêm", en: "added")
        case .removed: Wording("bỏ", en: "removed")
        case .tableAdded: Wording("thêm bảng", en: "table added")
        case .tableRemoved: Wording("bỏ bảng", en: "table removed")
        case .rowAdded: Wording("thêm hàng", en: "row added")
        case .rowRemoved: Wording("bỏ hàng", en: "row removed")
        }
    }
}
