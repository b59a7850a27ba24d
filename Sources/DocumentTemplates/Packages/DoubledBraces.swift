internal import OfficePackage

/// Whether a template is written with `{{ }}` throughout, as those of many other engines are.
///
/// With single braces such a text has nothing but unclosed tags, so nothing that opens otherwise is read otherwise.
enum DoubledBraces {
    /// Whether there are doubled braces in the text of these parts, and no others.
    static func areUsed(in source: PackageSource, parts: Set<String>) -> Bool {
        var scan = Scan()
        for part in parts.sorted() {
            // What cannot be read is told where it matters.
            guard let bytes = try? source.contents(of: part) else { continue }
            scan.read(bytes)
            guard scan.isSound else { return false }
        }
        return scan.count > 0
    }

    /// A walk through the characters of XML that takes no account of elements but paragraphs.
    private struct Scan {
        /// Tags so far.
        private(set) var count = 0
        /// Whether every brace so far belongs to a pair of two.
        private(set) var isSound = true
        private var brace: UInt8?
        private var length = 0
        private var isOpen = false

        mutating func read(_ xml: [UInt8]) {
            var i = 0
            while i < xml.count, isSound {
                let byte = xml[i]
                i += 1
                switch byte {
                case UInt8(ascii: "<"):
                    let start = i
                    while i < xml.count, xml[i] != UInt8(ascii: ">") { i += 1 }
                    if isParagraphEnd(xml[start..<i]) { endParagraph() }
                    i += 1
                case brace: length += 1
                default:
                    endRun()
                    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { (brace, length) = (byte, 1) }
                }
            }
            endParagraph()
        }

        /// `/w:p`, `/text:p`, `/text:h`, whatever the prefix.
        private func isParagraphEnd(_ tag: ArraySlice<UInt8>) -> Bool {
            guard tag.first == UInt8(ascii: "/"), let last = tag.last, let before = tag.dropLast().last else {
                return false
            }
            return (last == UInt8(ascii: "p") || last == UInt8(ascii: "h"))
                && (before == UInt8(ascii: ":") || before == UInt8(ascii: "/"))
        }

        private mutating func endRun() {
            guard let brace else { return }
            let opens = brace == UInt8(ascii: "{")
            if length != 2 || isOpen == opens { isSound = false }
            isOpen = opens
            if opens { count += 1 }
            self.brace = nil
        }

        private mutating func endParagraph() {
            endRun()
            if isOpen { isSound = false }
        }
    }
}
