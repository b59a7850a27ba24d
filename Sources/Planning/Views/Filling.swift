extension String {
    /// Each `{name}` replaced by its text.
    func filling(_ texts: [String: String]) -> String {
        var filled = ""
        for (index, piece) in split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: "}"), let text = texts[String(piece[..<end])]
            else {
                filled += (index > 0 ? "{" : "") + piece
                continue
            }
            filled += text + piece[piece.index(after: end)...]
        }
        return filled
    }
}
