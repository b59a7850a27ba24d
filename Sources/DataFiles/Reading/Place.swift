package import Diagnostics
package import Values

/// A place in a data file, with the path of the data that stands there.
///
/// Every value of a table has one, so it is kept small: what it is called is put together when a fault is told.
@usableFromInline package struct Place: Sendable {
    private let source: Source
    private let line: UInt32
    private let column: UInt32
    private let path: DataPath

    /// The file that places are of.
    final class Source: Sendable {
        let file: String
        /// The sheet of a workbook, whose cells the positions count; nil in a file of text.
        let sheet: String?

        init(_ file: String, sheet: String?) {
            self.file = file
            self.sheet = sheet
        }
    }

    init(_ source: Source, _ position: Position, _ path: DataPath) {
        self.source = source
        line = UInt32(clamping: position.line)
        column = UInt32(clamping: position.column)
        self.path = path
    }

    package var file: String { source.file }
    package var position: Position { Position(line: Int(line), column: Int(column)) }

    package var location: Location {
        if let sheet = source.sheet { return .cell(file: file, sheet: sheet, reference: position.cellName) }
        return .text(file: file, line: position.line, column: position.column, dataPath: path.text)
    }
}

extension Place {
    /// The item of a list that is a whole file.
    package static func item(_ index: Int, of file: String, at position: Position) -> Place {
        Place(Source(file, sheet: nil), position, .item(index, in: .root))
    }
}

/// `noi_dung[2].chu_tri`, put into words only when a fault is told; items count from 1, as a clerk counts them.
@usableFromInline package indirect enum DataPath: Sendable {
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
@usableFromInline @dynamicMemberLookup package struct Located<Value: Sendable>: Sendable {
    @usableFromInline package let value: Value
    @usableFromInline package let place: Place

    @inlinable package init(value: Value, place: Place) {
        self.value = value
        self.place = place
    }

    @inlinable package subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member {
        value[keyPath: path]
    }
}

/// What a file says under one key, with its place: for checks that must tell where.
@usableFromInline package enum Entered<Value: Sendable>: Sendable {
    /// No key, or nothing but white space behind it.
    case leftOut
    /// Something is there, whose fault has been noted already.
    case unreadable
    case given(Located<Value>)

    @inlinable package var value: Value? {
        guard case .given(let located) = self else { return nil }
        return located.value
    }

    @inlinable package var place: Place? {
        guard case .given(let located) = self else { return nil }
        return located.place
    }

    @inlinable package var isLeftOut: Bool {
        guard case .leftOut = self else { return false }
        return true
    }

    @inlinable package var isUnreadable: Bool {
        guard case .unreadable = self else { return false }
        return true
    }
}
