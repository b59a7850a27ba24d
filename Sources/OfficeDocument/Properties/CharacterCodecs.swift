internal import OfficePackage
internal import XMLTree

extension WordCodec<Double> {
    /// Half points, or a number with a unit.
    static var fontSize: Self {
        .value(
            "sz", alsoWritten: ["szCs"],
            read: { text in
                if let halves = Double(text), halves > 0, halves < 10_000 { return halves / 2 }
                return Measure.length(text)?.points
            }, write: { String(Int(($0 * 2).rounded())) })
    }
}

extension WordCodec<CharacterFormat.Underline> {
    static var underline: Self {
        Self(
            "u",
            read: { element, _, _ in
                switch element.value {
                case "none"?: .absent
                case "single"?, nil: .single
                case let other?: .other(other)
                }
            },
            write: { underline, element in
                element.attributes = []
                switch underline {
                case .absent: element.setValue("none")
                case .single: element.setValue("single")
                case .other(let name): element.setValue(name)
                }
            })
    }
}

extension OpenDocumentCodec<CharacterFormat.Underline> {
    static var underline: Self {
        .attribute(
            "style:text-underline-style",
            read: { $0 == "none" ? .absent : $0 == "solid" ? .single : .other($0) },
            write: { underline in
                switch underline {
                case .absent: "none"
                case .single: "solid"
                case .other(let name): name
                }
            })
    }
}

extension WordCodec<CharacterFormat.Position> {
    static var position: Self {
        .value(
            "vertAlign", read: { $0 == "superscript" ? .raised : $0 == "subscript" ? .lowered : .baseline },
            write: { position in
                switch position {
                case .baseline: "baseline"
                case .raised: "superscript"
                case .lowered: "subscript"
                }
            })
    }
}

extension OpenDocumentCodec<CharacterFormat.Position> {
    /// How far letters are raised, and how large they are there.
    static var position: Self {
        .attribute(
            "style:text-position",
            read: { text in
                let height = text.split(separator: " ").first.map(String.init) ?? ""
                let share = Measure.percent(height) ?? 0
                if height == "super" || share > 0 { return .raised }
                return height == "sub" || share < 0 ? .lowered : .baseline
            },
            write: { position in
                switch position {
                case .baseline: "0% 100%"
                case .raised: "super 58%"
                case .lowered: "sub 58%"
                }
            })
    }
}

extension WordCodec<String> { static var language: Self { .value("lang", read: { $0 }, write: { $0 }) } }

extension OpenDocumentCodec<String> {
    /// Language and country have an attribute each and are inherited each by itself.
    static var language: Self {
        let (language, country) = ("fo:language", "fo:country")
        return Self(
            [language, country],
            read: { statement, current in
                var parts = LanguageTag(current ?? "")
                if statement.attribute?.local == "language" {
                    parts.language = statement.value
                } else {
                    parts.country = statement.value == "none" ? nil : statement.value
                }
                return parts.text
            },
            write: { tag, properties in
                let parts = LanguageTag(tag)
                properties.setForScripts(language, to: parts.language)
                properties.setForScripts(country, to: parts.country ?? "none")
            })
    }
}

/// `vi-VN` in its parts.
private struct LanguageTag {
    var language: String
    var country: String?

    init(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        language = parts.first ?? ""
        country = parts.count > 1 ? parts[1] : nil
    }

    var text: String { country.map { "\(language)-\($0)" } ?? language }
}
