internal import Values

extension Record {
    /// The field whose name is the same but for blanks that are written as underscores, or the other way round.
    func field(like name: String) -> Value? {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: " ") }) else {
            return nil
        }
        let wanted = name.underscored
        return shape.names.first { $0.underscored == wanted }.flatMap { self[$0] }
    }
}

extension String {
    fileprivate var underscored: [UInt8] { utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 } }
}
