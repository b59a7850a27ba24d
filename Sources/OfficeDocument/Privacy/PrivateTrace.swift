package import Diagnostics

/// Something in a document's file that tells of the people who made it, and not of its subject.
package struct PrivateTrace: Hashable, Sendable {
    package let kind: Kind
    /// What it says, as it stands there: a name, a path, hidden words; empty where only its being there tells something.
    package var text = ""
    /// The entry of the package it stands in.
    package let part: String
    /// How often.
    package var count = 1
    /// Whether the document is the same without it; a link to a file is not.
    package var isRemovable = true

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Someone who wrote, changed or printed the document.
        case person
        case organisation
        /// A path or an address on somebody's machine or network.
        case path
        case printer
        /// A property that somebody, or a program, has added.
        case property
        /// How long it was worked on.
        case editingTime = "editing-time"
        /// Numbers by which Word and Writer tell in which sitting a text was typed.
        case revisionIdentifiers = "revision-identifiers"
        case comment
        case trackedChange = "tracked-change"
        case hiddenText = "hidden-text"
    }
}

extension PrivateTrace.Kind {
    package var name: Wording {
        switch self {
        case .person: Wording("tên người soạn, sửa hoặc in", en: "a person who wrote, changed or printed it")
        case .organisation: Wording("tên cơ quan trong thuộc tính tệp", en: "an organisation")
        case .path: Wording("đường dẫn trên máy hoặc mạng", en: "a path on a machine or network")
        case .printer: Wording("máy in", en: "a printer")
        case .property: Wording("thuộc tính tự thêm", en: "an added property")
        case .editingTime: Wording("thời gian soạn", en: "time of editing")
        case .revisionIdentifiers: Wording("mã các lần soạn (rsid)", en: "revision identifiers (rsid)")
        case .comment: Wording("nhận xét", en: "a comment")
        case .trackedChange: Wording("thay đổi được theo dõi", en: "a tracked change")
        case .hiddenText: Wording("chữ ẩn", en: "hidden text")
        }
    }
}

/// The traces of a file, each kind of each part once.
struct PrivateTraces {
    private(set) var all: [PrivateTrace] = []
    private var places: [PrivateTrace: Int] = [:]

    mutating func note(
        _ kind: PrivateTrace.Kind, _ text: String = "", in part: String, isRemovable: Bool = true
    ) {
        let trace = PrivateTrace(kind: kind, text: text, part: part, isRemovable: isRemovable)
        if let place = places[trace] {
            all[place].count += 1
        } else {
            places[trace] = all.count
            all.append(trace)
        }
    }
}
