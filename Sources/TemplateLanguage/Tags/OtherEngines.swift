package import Diagnostics

/// Tags as other template engines write them, with what is written here instead.
package enum OtherEngines {
    /// For a name of no data that is a word of theirs: `for x in ds`, `endif`.
    static func mend(forName name: String) -> Wording? {
        switch name.split(separator: " ").first {
        case "for"?, "foreach"?, "FOR"?, "each"?:
            Wording(
                "lặp viết {#danh_sach}…{/danh_sach}, trong đó {ten} là trường của từng mục",
                en: "repeat with {#list}…{/list}, with the names of the item's fields inside")
        case "if"?, "IF"?, "unless"?, "with"?:
            Wording("điều kiện viết {#x > 0}…{/}", en: "a condition is written {#x > 0}…{/}")
        case "elif"?: Wording("“còn nếu” viết {^#x > 0}", en: "“else if” is written {^#x > 0}")
        case "else"?, "ELSE"?: Wording("“còn không” viết {^}", en: "“else” is written {^}")
        case "end"?, "endif"?, "endfor"?, "END"?: Wording("đóng phần bằng {/}", en: "a section ends with {/}")
        case "set"?: Wording("đặt giá trị viết {dat x = …}", en: "a value is set with {set x = …}")
        case "this"?: Wording("cả mục của danh sách viết {.}", en: "the item itself is written {.}")
        default: nil
        }
    }

    /// For a tag of Jinja or docxtpl: `{% for x in ds %}`, `{%p if a %}`; nil for any other.
    static func mend(forJinja inside: String) -> Wording? {
        guard inside.count > 2, inside.hasPrefix("%"), inside.hasSuffix("%") else { return nil }
        var words = inside.dropFirst().dropLast().split { " -+".contains($0) }[...]
        // docxtpl says by a letter whether paragraph, row, cell or run go with the tag, which is seen here.
        if let first = words.first, ["p", "tr", "tc", "r"].contains(first) { words.removeFirst() }
        return mend(forName: words.joined(separator: " "))
            ?? Wording(
                "thẻ {% %} của docxtpl (Jinja) không có ở đây: lặp và điều kiện viết {#…}…{/}",
                en: "{% %} of docxtpl (Jinja) is not known here: repeats and conditions are written {#…}…{/}")
    }

    /// For an item of a list as carbone writes it, `d.ds[i].ten` and `d.ds[i+1].ten`, where no data have the counter; nil for any other tag.
    static func mend(forCarbone inside: String, withoutCounter counter: String) -> Wording? {
        guard let bracket = inside.firstRange(of: "[\(counter)") else { return nil }
        let list = inside[..<bracket.lowerBound].drop { "#@%^".contains($0) }
        switch inside[bracket.upperBound...].prefix(while: { $0 != "]" }).filter({ $0 != " " }) {
        case "":
            return Wording(
                "lặp viết {#\(list)}…{/\(list)}, trong đó {ten} là trường của từng mục, và bỏ các thẻ có [\(counter)+1]",
                en:
                    "repeat with {#\(list)}…{/\(list)}, with the names of the item's fields inside, and delete the tags with [\(counter)+1]"
            )
        case "+1":
            return Wording(
                "bỏ thẻ này: {#\(list)}…{/\(list)} đi qua mọi mục",
                en: "delete this tag: {#\(list)}…{/\(list)} goes through all items")
        default: return nil
        }
    }

    /// For a section of Handlebars, `{{#each ds}}…{{/each}}`, by its two tags; nil for any other.
    package static func mend(forHandlebars opening: TagSource, _ closing: TagSource) -> Wording? {
        let words = opening.inside.dropFirst().split(separator: " ", maxSplits: 1)
        guard opening.inside.hasPrefix("#"), words.count == 2,
            closing.inside.filter({ $0 != " " }) == "/\(words[0])"
        else { return nil }
        func tag(_ inside: String) -> String { opening.whole.replacing(opening.inside, with: inside) }
        let section = (tag("#\(words[1])"), tag("/"))
        switch words[0] {
        case "each":
            return Wording(
                "lặp viết \(section.0)…\(section.1), trong đó \(tag("ten")) là trường của mục, \(tag(".")) là cả mục",
                en:
                    "repeat with \(section.0)…\(section.1); inside, \(tag("name")) is a field of the item and \(tag(".")) the item"
            )
        case "if":
            return Wording(
                "điều kiện viết \(section.0)…\(section.1), “còn không” viết \(tag("^"))",
                en: "a condition is written \(section.0)…\(section.1), its “else” \(tag("^"))")
        case "unless":
            return Wording(
                "điều kiện ngược lại viết \(tag("^\(words[1])"))…\(section.1)",
                en: "the opposite is written \(tag("^\(words[1])"))…\(section.1)")
        case "with":
            return Wording(
                "đi vào nhóm dữ liệu viết \(section.0)…\(section.1)",
                en: "a record is entered with \(section.0)…\(section.1)")
        default: return nil
        }
    }
}
