internal import OfficePackage
internal import XMLTree

/// What things of a document are called in the merged one.
struct WordRenaming {
    /// Which of the documents it is, from 1.
    let number: Int
    var relationships: [String: String] = [:]
    /// By the kind of note.
    var notes: [String: [String: String]] = [:]

    init(number: Int) { self.number = number }

    /// The numbers that things get which may stand only once in a document.
    struct Counters {
        fileprivate var drawing = 1
        fileprivate var bookmark = 1
    }

    /// Gives names and numbers that must be unique new ones, and relationships the names they have now.
    func apply(to content: inout Element, _ counters: inout Counters, _ lists: inout WordNumberings?) {
        var bookmarks: Set<String> = []
        content.changeAll { element in
            if element.name.local == "bookmarkStart", let name = element.value("name") {
                bookmarks.insert(name)
            }
        }
        let suffix = "_\(number)"
        var marks: [String: String] = [:]
        content.changeAll { element in
            switch element.name.local {
            case "docPr":
                element.set(QualifiedName(local: "id"), to: String(counters.drawing))
                counters.drawing += 1
            case "bookmarkStart", "bookmarkEnd":
                guard let old = element.value("id") else { break }
                if marks[old] == nil {
                    marks[old] = String(counters.bookmark)
                    counters.bookmark += 1
                }
                element.set("id", marks[old] ?? old)
            default: break
            }
            if number > 1 { rename(&element, bookmarks, suffix, &lists) }
        }
    }

    /// Lets a mark of a comment lead to the document's own copy.
    func renumberComment(_ element: inout Element) {
        guard ["commentRangeStart", "commentRangeEnd", "commentReference"].contains(element.name.local),
            let number = element.value("id"), let fresh = notes["comments"]?[number]
        else { return }
        element.set("id", fresh)
    }

    private func rename(
        _ element: inout Element, _ bookmarks: Set<String>, _ suffix: String, _ lists: inout WordNumberings?
    ) {
        for place in element.attributes.indices
        where element.attributes[place].name.namespace == PackageNames.officeRelationships {
            if let fresh = relationships[element.attributes[place].value] {
                element.attributes[place].value = fresh
            }
        }
        renumberComment(&element)
        switch element.name.local {
        case "bookmarkStart": if let name = element.value("name") { element.set("name", name + suffix) }
        case "hyperlink":
            if let anchor = element.value("anchor"), bookmarks.contains(anchor) {
                element.set("anchor", anchor + suffix)
            }
        case "instrText": element.renameWords(bookmarks, adding: suffix)
        case "numId":
            if let number = element.value("val"), let fresh = lists?.fresh(number) {
                element.set("val", fresh)
            }
        case "footnoteReference", "endnoteReference":
            let kind = element.name.local.dropLast("Reference".count) + "s"
            if let number = element.value("id"), let fresh = notes[String(kind)]?[number] {
                element.set("id", fresh)
            }
        case "p": lists?.numberByStyle(&element)
        default: break
        }
    }
}

extension Element {
    /// Renames what a field refers to.
    fileprivate mutating func renameWords(_ names: Set<String>, adding suffix: String) {
        guard !names.isEmpty else { return }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        children = [
            .text(words.map { names.contains(String($0)) ? $0 + suffix : String($0) }.joined(separator: " "))
        ]
    }
}
