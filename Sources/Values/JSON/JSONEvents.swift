internal import CLibYAJL
internal import Diagnostics
internal import VietnameseText

/// Drives yajl over one JSON text and builds from its events; a subclass says what is built.
///
/// A class, because yajl calls back with a pointer to it.
@safe class JSONEvents {
    let file: String
    let bytes: [UInt8]
    private(set) var faults: [Diagnostic] = []
    private var handle: yajl_handle?
    private var isFinishing = false
    private var lastEnd = 0
    /// Whether `\uD…` stands anywhere, for whose halves yajl puts other characters.
    private let mayHoldPairs: Bool
    private(set) var depth = 0

    /// The bytes are UTF-8 without a mark.
    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        mayHoldPairs = bytes.indices.dropLast(2).contains { place in
            bytes[place] == UInt8(ascii: "\\") && bytes[place + 1] == UInt8(ascii: "u")
                && bytes[place + 2] | 0x20 == UInt8(ascii: "d")
        }
    }

    // MARK: - What a subclass builds

    func null() {}
    func boolean(_ value: Bool) {}
    func number(_ written: UnsafeBufferPointer<UInt8>) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
    func key(_ key: UnsafeBufferPointer<UInt8>) {}
    func startMapping() {}
    func endMapping() {}
    func startSequence() {}
    func endSequence() {}

    // MARK: - Places

    /// The offset behind the token that is being told.
    var tokenEnd: Int {
        guard !isFinishing, let handle = unsafe handle else { return bytes.count }
        return unsafe min(yajl_get_bytes_consumed(handle), bytes.count)
    }

    /// Where the token ending at `end` begins; a quote inside a text has a backslash before it.
    func tokenStart(endingAt end: Int) -> Int {
        var end = end
        while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        guard end > 0 else { return 0 }
        switch bytes[end - 1] {
        case UInt8(ascii: "\""):
            var place = end - 2
            while place >= 0 {
                if bytes[place] == UInt8(ascii: "\"") {
                    let slashes = bytes[..<place].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
                    if slashes.isMultiple(of: 2) { return place }
                }
                place -= 1
            }
            return 0
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            return end - 1
        default:
            let word = bytes[..<end].reversed().prefix { byte in
                NumberText.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
            }
            return max(end - max(word.count, 1), 0)
        }
    }

    func report(_ fault: Diagnostic) { faults.append(fault) }

    // MARK: - Parsing

    /// Tells the whole text; throws every fault.
    func run() throws(Failure) {
        let callbacks = JSONEvents.callbacks
        // yajl reads the callbacks through the address it was given.
        let status = unsafe withUnsafePointer(to: callbacks) { callbacks in
            let state = unsafe Unmanaged.passUnretained(self).toOpaque()
            guard let handle = unsafe yajl_alloc(callbacks, nil, state) else {
                preconditionFailure("no memory for a JSON parser")
            }
            unsafe self.handle = handle
            defer {
                unsafe yajl_free(handle)
                unsafe self.handle = nil
            }
            return unsafe bytes.withUnsafeBufferPointer { text in
                var status = unsafe yajl_parse(handle, text.baseAddress, text.count)
                if status == yajl_status_ok {
                    isFinishing = true
                    status = unsafe yajl_complete_parse(handle)
                }
                if status == yajl_status_error { unsafe noteSyntax(handle) }
                return status
            }
        }
        if let failure = Failure(faults) { throw failure }
        if status != yajl_status_ok {
            throw Failure(.json(JSONSyntax.unexplained, at: 0, of: bytes, file: file))
        }
    }

    private func noteSyntax(_ handle: yajl_handle) {
        let words = unsafe yajl_get_error(handle, 0, nil, 0)
        defer { unsafe yajl_free_error(handle, words) }
        let problem = unsafe words.map { unsafe String(cString: $0) } ?? ""
        let explanation = JSONSyntax.explanation(of: problem)
        let end = tokenEnd
        if problem.contains("premature") || isFinishing {
            report(.json(JSONSyntax.ended, at: bytes.count, of: bytes, file: file))
        } else if problem.contains("after key and value") {
            // Here yajl steps back, though not to where the token begins.
            let blank = bytes[lastEnd...].prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
            report(.json(explanation, at: lastEnd + blank.count, of: bytes, file: file))
        } else if problem.contains("invalid character inside string") {
            report(.json(explanation, at: end, of: bytes, file: file))
        } else {
            report(.json(explanation, at: tokenStart(endingAt: end), of: bytes, file: file))
        }
    }

    /// Opens a level; 0 tells yajl to stop.
    private func open(_ body: () -> Void) -> Int32 {
        depth += 1
        guard depth <= Nesting.limit else {
            report(.tooDeep(at: LineIndex(bytes).position(of: tokenStart(endingAt: tokenEnd)), file: file))
            return 0
        }
        body()
        return 1
    }

    /// Reports half of a pair of `\u…` in the text that has just ended.
    private func refuseHalfPairs() {
        guard mayHoldPairs, faults.count < 100 else { return }
        let end = tokenEnd
        let start = tokenStart(endingAt: end)
        guard start < end, let place = bytes[start..<end].halfOfPair else { return }
        report(.json(JSONSyntax.halfPair, at: place, of: bytes, file: file))
    }

    /// The reader behind a callback, which is one token further now.
    private static func from(_ state: UnsafeMutableRawPointer?) -> JSONEvents? {
        guard let state = unsafe state else { return nil }
        let events = unsafe Unmanaged<JSONEvents>.fromOpaque(state).takeUnretainedValue()
        events.lastEnd = events.tokenEnd
        return events
    }

    private static var callbacks: yajl_callbacks {
        unsafe yajl_callbacks(
            yajl_null: { state in
                unsafe JSONEvents.from(state)?.null()
                return 1
            },
            yajl_boolean: { state, value in
                unsafe JSONEvents.from(state)?.boolean(value != 0)
                return 1
            }, yajl_integer: nil, yajl_double: nil,
            yajl_number: { state, text, length in
                guard let text = unsafe text else { return 0 }
                return unsafe text.withMemoryRebound(to: UInt8.self, capacity: length) {
                    unsafe JSONEvents.from(state)?.number(UnsafeBufferPointer(start: $0, count: length))
                    return 1
                }
            },
            yajl_string: { state, text, length in
                let events = unsafe JSONEvents.from(state)
                events?.refuseHalfPairs()
                unsafe events?.text(UnsafeBufferPointer(start: text, count: length))
                return 1
            },
            yajl_start_map: { state in
                guard let events = unsafe JSONEvents.from(state) else { return 0 }
                return events.open { events.startMapping() }
            },
            yajl_map_key: { state, text, length in
                let events = unsafe JSONEvents.from(state)
                events?.refuseHalfPairs()
                unsafe events?.key(UnsafeBufferPointer(start: text, count: length))
                return 1
            },
            yajl_end_map: { state in
                guard let events = unsafe JSONEvents.from(state) else { return 0 }
                events.depth -= 1
                events.endMapping()
                return 1
            },
            yajl_start_array: { state in
                guard let events = unsafe JSONEvents.from(state) else { return 0 }
                return events.open { events.startSequence() }
            },
            yajl_end_array: { state in
                guard let events = unsafe JSONEvents.from(state) else { return 0 }
                events.depth -= 1
                events.endSequence()
                return 1
            })
    }
}

extension ArraySlice<UInt8> {
    /// Where half of a pair stands, `\uD800` without its second or the second alone; nil where there is none.
    fileprivate var halfOfPair: Int? {
        var place = startIndex
        var first: Int?
        while place < endIndex {
            guard self[place] == UInt8(ascii: "\\"), place + 1 < endIndex else {
                if first != nil { return first }
                place += 1
                continue
            }
            guard self[place + 1] == UInt8(ascii: "u"), place + 6 <= endIndex,
                let number = UInt16(String(decoding: self[place + 2..<place + 6], as: UTF8.self), radix: 16)
            else {
                if first != nil { return first }
                place += 2
                continue
            }
            if 0xDC00..<0xE000 ~= number {
                if first == nil { return place }
                first = nil
            } else {
                if first != nil { return first }
                if 0xD800..<0xDC00 ~= number { first = place }
            }
            place += 6
        }
        return first
    }
}
