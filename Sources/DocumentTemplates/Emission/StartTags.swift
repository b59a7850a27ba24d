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
        var isInQuery = false
        for piece in pieces {
            switch piece {
            case .literal(let words):
                builder.append(words.escapedForAttribute.utf8)
                if words.contains("?") { isInQuery = true }
            case .tag(let index), .words(let index):
                guard case .value(let expression) = tags[index].tag else { continue }
                var style = style == .address && isInQuery ? .addressValue : style
                if case .words = piece { style = .attribute }
                builder.emit(expression, tags[index].words, style: style)
            }
        }
    }
}
