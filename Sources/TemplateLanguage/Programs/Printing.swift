package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

/// Values as bytes.
extension Renderer {
    /// What a plain name stands for; nil for everything that has to be computed, or is missing.
    mutating func field(at index: Int) -> Value? {
        guard let name = program.sites[index].name else { return nil }
        return scope.field(name, site: index)
    }

    /// The value to print; nil after a fault.
    mutating func printed(at index: Int) -> Value? {
        if let value = field(at: index) { return value }
        let site = program.sites[index]
        do throws(ValueFault) { return try value(of: site) } catch {
            if let value = keyed(site) { return value }
            if reportDoubt(about: site) { return nil }
            if error.isAbsence {
                switch missing {
                case .isAnError: break
                case .isBlank: return .null
                case .keepsTheTag: return .text(site.words.whole)
                }
            }
            report(error, at: site)
            return nil
        }
    }

    mutating func value(of site: Program.Site) throws(ValueFault) -> Value {
        guard site.words.isNativeField else { return try site.expression.value(in: scope) }
        scope.readsNativeFields = true
        defer { scope.readsNativeFields = false }
        return try site.expression.value(in: scope)
    }

    /// The value under the whole text of a tag, `user-name` or `a/b`, that makes no sense as an expression over this data.
    func keyed(_ site: Program.Site) -> Value? {
        if case .path(let names) = site.expression, names.count == 1 { return nil }
        // A control's words are the name of its value, which is not what it shows.
        if site.words.isNativeField, case .filtered = site.expression { return nil }
        do throws(ValueFault) { return try scope.value(at: [WrittenTag(site.words.inside).name]) } catch {
            return nil
        }
    }

    /// Reports a tag that is no expression and, as it turned out, no key of the data either.
    mutating func reportDoubt(about site: Program.Site) -> Bool {
        guard case .path(let names) = site.expression, names.count == 1,
            !names[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
            let doubt = Diagnostic.doubt(about: site.words.inside, at: site.words.place)
        else { return false }
        report(doubt)
        return true
    }

    mutating func emit(_ value: Value, style: Int, site index: Int, to output: inout [UInt8]) {
        if case .text(let text) = value { return emit(text, style: style, site: index, to: &output) }
        if case .number(let number) = value, number.exponent >= 0, !program.styles[style].isAddress {
            return emit(whole: number, to: &output)
        }
        guard let text = value.plainText else {
            return report(ValueFault(.notPrintable(value)), at: program.sites[index])
        }
        emit(text, style: style, site: index, to: &output)
    }

    /// Writes what its description says, in which nothing has to be escaped.
    mutating func emit(whole number: Decimal, to output: inout [UInt8]) {
        writeOptional(to: &output)
        let before = output.count
        NumberFormat.append(number, grouping: .none, to: &output)
        written += output.count - before
    }

    mutating func emit(_ text: String, style: Int, site index: Int, to output: inout [UInt8]) {
        guard !text.isEmpty else { return }
        if program.styles[style].isAddress {
            if program.styles[style].isValue {
                return write(text.percentEncodedValue.escapedForAttribute.utf8, to: &output)
            }
            if program.styles[style].beginsAddress, let scheme = text.unsafeScheme {
                return report(ValueFault(.unsafeAddress(scheme: scheme)), at: program.sites[index])
            }
            return write(text.percentEncoded.escapedForAttribute.utf8, to: &output)
        }
        writeOptional(to: &output)
        let before = output.count
        if let scalar = text.appendEscaped(in: program.styles, at: style, to: &output) {
            report(ValueFault(.forbiddenCharacter(scalar)), at: program.sites[index])
        }
        written += output.count - before
    }

    mutating func put(_ insertion: Int, site index: Int, into output: inout [UInt8]) {
        guard let value = printed(at: index) else { return }
        if let scalar = value.forbiddenScalar {
            return report(ValueFault(.forbiddenCharacter(scalar)), at: program.sites[index])
        }
        var bytes: [UInt8] = []
        for fault in insert(insertion, value, program.sites[index].words, &bytes) { report(fault) }
        write(bytes, to: &output)
    }

    mutating func emit(_ inset: Inset, site index: Int, to output: inout [UInt8]) {
        guard let value = printed(at: index) else { return }
        guard case .number(let width) = value, let width = Double(width.description) else {
            // The tag itself, where absent values keep it, is no width; it has no words to be kept in either.
            let isKept = missing == .keepsTheTag && value == .text(program.sites[index].words.whole)
            if value == .null || isKept {
                return write((inset.unit == .twips ? "0" : "0mm").utf8, to: &output)
            }
            return report(.needsNumber(value), at: program.sites[index])
        }
        // Any number of the data ends between the page's edges, so that it is one a file can hold.
        let indent = max(0, inset.availableMillimetres - max(0, width)) / 2
        switch inset.unit {
        case .twips: write(String(Int((indent * 1440 / 25.4).rounded())).utf8, to: &output)
        case .millimetres: write("\((indent * 100).rounded() / 100)mm".utf8, to: &output)
        }
    }
}

extension String {
    /// The scheme of an address that may run a program where it is followed; nil for one of pages, files, mail or telephones, and for what has none.
    ///
    /// Blanks and control characters do not hide it. One letter is a drive.
    package var unsafeScheme: String? {
        var scheme = ""
        for scalar in unicodeScalars.lazy.filter({ $0.value > 0x20 }) {
            if scalar == ":" {
                return scheme.count < 2 || String.safeSchemes.contains(scheme) ? nil : scheme + ":"
            }
            let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
            let isMark =
                scalar.isASCII && (scalar.properties.numericType != nil || "+-.".contains(Character(scalar)))
            guard isLetter || isMark && !scheme.isEmpty, scheme.count < 64 else { return nil }
            scheme += scalar.properties.lowercaseMapping
        }
        return nil
    }

    private static let safeSchemes: Set<String> = [
        "http", "https", "mailto", "tel", "sms", "ftp", "sftp", "file",
    ]
}

extension Value {
    /// The first character in it that no document can hold.
    fileprivate var forbiddenScalar: UInt32? {
        switch self {
        case .null, .boolean, .number, .date: nil
        case .text(let text): text.forbiddenScalar
        case .list(let items): items.lazy.compactMap(\.forbiddenScalar).first
        case .record(let record): record.values.lazy.compactMap(\.forbiddenScalar).first
        }
    }
}

extension Diagnostic {
    /// A link that would run a program.
    package static func unsafeAddress(_ scheme: String, _ words: TagSource) -> Diagnostic {
        ValueFault(.unsafeAddress(scheme: scheme)).diagnostic(in: words.inside, at: words.place)
    }

    /// A list or record where one text is wanted.
    package static func notPrintable(_ value: Value, _ words: TagSource) -> Diagnostic {
        ValueFault(.notPrintable(value)).diagnostic(in: words.inside, at: words.place)
    }
}
