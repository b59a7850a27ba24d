package import Diagnostics
package import Values

/// A place in a data file, with the path of the data that stands there.
package struct Place: Sendable {
    package let file: String
    package let position: Position
    let path: DataPath
    /// The sheet of a workbook, whose cells the position counts; nil in a file of text.
    var sheet: String?

    package var location: Location {
        if let sheet { return .cell(file: file, sheet: sheet, reference: position.cellName) }
        return .text(file: file, line: position.line, column: position.column, dataPath: path.text)
    }
}

extension Place {
    /// The item of a list that is a whole file.
    package static func item(_ index: Int, of file: String, at position: Position) -> Place {
        Place(file: file, position: position, path: .item(index, in: .root))
    }
}

/// `noi_dung[2].chu_tri`, put into words only when a fault is told; items count from 1, as a clerk counts them.
indirect enum DataPath: Sendable {
    case root
    case key(String, in: DataPath)
    case item(Int, in: DataPath)

    var text: String {
        switch self {
        case .root: return ""
        case .key(let key, let outer):
            let before = outer.text
            return before.isEmpty ? key : "\(before).\(key)"
        case .item(let index, let outer): return "\(outer.text)[\(index + 1)]"
        }
    }
}

/// A value with the place it was read from.
@dynamicMemberLookup package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let place: Place

    package init(value: Value, place: Place) {
        self.value = value
        self.place = place
    }

    package subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }
}

/// What a file says under one key, with its place: for checks that must tell where.
package enum Entered<Value: Sendable>: Sendable {
    /// No key, or nothing but white space behind it.
    case leftOut
    /// Something is there, whose fault has been noted already.
    case unreadable
    case given(Located<Value>)

    package var value: Value? {
        guard case .given(let located) = self else { return nil }
        return located.value
    }

    package var place: Place? {
        guard case .given(let located) = self else { return nil }
        return located.place
    }

    package var isLeftOut: Bool {
        guard case .leftOut = self else { return false }
        return true
    }

    package var isUnreadable: Bool {
        guard case .unreadable = self else { return false }
        return true
    }
}
