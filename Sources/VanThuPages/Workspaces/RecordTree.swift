internal import DataFiles
internal import Planning
internal import Values

/// The parts of a workspace as a tree of links, opened at the file that is looked at.
struct RecordTree {
    private let opened: OpenedDataFile
    private let steps: DataSteps
    private let visit: Visit

    init(_ opened: OpenedDataFile, at steps: DataSteps, _ visit: Visit) {
        (self.opened, self.steps, self.visit) = (opened, steps, visit)
    }

    private var folder: WorkspaceFolder { opened.folder }
    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }
    private func link(_ steps: DataSteps) -> String { EditPages.link(folder, opened.file, steps) }

    var html: HTML {
        var budget = 250
        func branch(_ place: DataSteps, depth: Int) -> HTML {
            guard depth < 6, budget > 0 else { return .nothing }
            let placed = opened.form(at: place)
            let content = opened.content(at: place)
            var leaves: [HTML] = []
            switch placed.form.shape {
            case .record(let record):
                for field in record.fields {
                    let control = RecordField(field, in: placed, content.at(DataSteps([field.key]))).control
                    guard control == .records || control == .record else { continue }
                    let inner = place.appending(field.key)
                    guard opened.content(at: inner) != .null else { continue }
                    leaves.append(leaf(inner, field.label, branch(inner, depth: depth + 1)))
                    budget -= 1
                }
            case .list where GridColumns.areOfTable(opened, place): break
            case .list:
                for (index, item) in EditForm.items(of: content).enumerated() where budget > 0 {
                    let inner = place.appending(String(index))
                    budget -= 1
                    let name = EditForm.title(of: item, or: say("(chưa có tên)", en: "(no name yet)"))
                    leaves.append(
                        leaf(inner, "\(index + 1). \(name.prefix(44))", branch(inner, depth: depth + 1)))
                }
            default: break
            }
            return leaves.isEmpty ? .nothing : "<ul>\(leaves)</ul>"
        }
        let files = (try? folder.files()) ?? []
        let roots = files.map { file -> HTML in
            let isThis = file == opened.file
            let current = isThis && steps.pieces.isEmpty
            return
                "<li><a href=\"\(EditPages.link(folder, file))\"\(" aria-current=\"page\"" as HTML, if: current)>\(file.title)</a>\(branch(DataSteps(), depth: 0), if: isThis)</li>"
        }
        return
            "<nav class=\"cay\" tabindex=\"0\" aria-label=\"\(say("Các phần của hồ sơ", en: "Parts of the workspace"))\"><ul>\(roots)</ul></nav>"
    }

    private func leaf(_ place: DataSteps, _ name: String, _ inner: HTML) -> HTML {
        "<li><a href=\"\(link(place))\"\(" aria-current=\"page\"" as HTML, if: place == steps)>\(name)</a>\(inner)</li>"
    }
}

/// Two values for one place, another person's and one's own, of which one is to be chosen.
enum ChoiceOfTwo {
    static func html(_ name: String, theirs: String, _ visit: Visit) -> HTML {
        let print = printOf(RecordField.plain(theirs))
        let text = theirs.isEmpty ? visit.say("(trống)", en: "(nothing)") : theirs
        return """
            <fieldset class="thong-bao canh-bao"><legend>\(visit.say("Người khác vừa lưu giá trị khác ở đây", en: "Somebody else has saved another value here"))</legend>
            <label><input type="radio" required name="\(name)" value="ho-\(print)"> \(visit.say("Giữ của họ", en: "Keep theirs")): \(text)</label>
            <label><input type="radio" required name="\(name)" value="toi-\(print)"> \(visit.say("Thay bằng giá trị tôi đã gõ", en: "Put mine in its place"))</label></fieldset>
            """
    }
}
