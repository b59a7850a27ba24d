internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Start tags, with attributes that are filled or computed.
extension Emission {
    mutating func start(_ element: TemplateElement) {
        var head = element.head
        let fresh = takeFresh(&head)
        let numbering = takeNumbering(&head)
        guard !element.computed.isEmpty || !fresh.isEmpty || numbering != nil else {
            return write { $0.open(head) }
        }
        var opening = XMLWriter()
        opening.open(head)
        builder.append(opening.bytes.dropLast())
        for piece in fresh {
            builder.append(" \(piece.attribute.name.written)=\"\(piece.before)".utf8)
            emitFresh(piece.key, section: piece.section)
            builder.append("\(piece.after)\"".utf8)
        }
        if let numbering {
            builder.append(" \(numbering.attribute.name.written)=\"".utf8)
            builder.identifier(numbering.attribute.value, numbering.form, section: numbering.section)
            builder.append("\"".utf8)
        }
        for attribute in element.computed {
            builder.append(" \(attribute.name.written)=\"".utf8)
            emit(attribute.value)
            builder.append("\"".utf8)
        }
        builder.append(">".utf8)
    }

    /// Writes an element without contents, unless its computed attribute has no value.
    mutating func emitWithValue(_ element: TemplateElement) {
        guard let attribute = element.computed.first else { return }
        var opening = XMLWriter()
        opening.open(element.head)
        builder.openOptional(prefix: opening.bytes.dropLast() + " \(attribute.name.written)=\"".utf8)
        emit(attribute.value)
        var end = XMLWriter()
        end.close(element.head)
        builder.closeOptional(suffix: "\">".utf8 + end.bytes)
    }

    private mutating func emit(_ value: TemplateElement.ComputedAttribute.Value) {
        switch value {
        case .number(let original, .sequence(let pool)):
            builder.sequenceNumber(original.escapedForAttribute, pool: pool, section: builder.section)
        case .number(let original, let form):
            builder.identifier(original.escapedForAttribute, form, section: builder.section ?? 0)
        case .inset(let tag, let inset):
            if case .directive(_, let expression) = tags[tag].tag {
                builder.inset(expression, tags[tag].words, inset)
            }
        case .words(let pieces): emit(pieces, style: .attribute)
        case .address(let pieces): emit(pieces, style: .address)
        case .piece(let piece): builder.piece(piece)
        case .ownPart(let number): emit(ownPart: number)
        case .mergedRows(let tag):
            if case .directive(_, let expression) = tags[tag].tag {
                builder.mergedRows(expression, tags[tag].words)
            }
        }
    }

    private mutating func emit(_ pieces: [TemplateElement.ComputedAttribute.Piece], style: TextStyle) {
        var address = AddressText()
        for piece in pieces {
            switch piece {
            case .literal(let words):
                builder.append(words.escapedForAttribute.utf8)
                address.pass(words)
            case .tag(let index), .words(let index):
                guard case .value(let expression) = tags[index].tag else { continue }
                var style = style.isAddress ? address.styleOfTag : style
                if case .words = piece { style = .attribute }
                builder.emit(expression, tags[index].words, style: style)
            }
        }
    }
}

/// An address, or a field's code with one, as far as it is written.
struct AddressText {
    /// What was written before the address, while nothing of it was.
    private var before: String? = ""
    private var isInQuery = false

    mutating func pass(_ words: String) {
        if words.contains("?") { isInQuery = true }
        guard let all = before.map({ $0 + words }) else { return }
        let code = all.filter { $0 != "\"" && !$0.isWhitespace }
        before = code.isEmpty || code.uppercased() == "HYPERLINK" ? all : nil
    }

    /// How the value of the tag that comes now is written.
    var styleOfTag: TextStyle { isInQuery ? .addressValue : before == nil ? .addressPart : .address }
}
