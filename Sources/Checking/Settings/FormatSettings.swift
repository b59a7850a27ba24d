package import Diagnostics
internal import Recognition
package import Regulations
internal import Values
internal import VietnameseText

/// What a file of settings says for the documents it is about.
public struct FormatSettings: Hashable, Sendable {
    /// For every document.
    package var general: RuleChanges
    /// For documents of some names besides, in the order they are applied.
    package var documents: [DocumentRules]
    /// The agency's own profiles.
    package var profiles: [FormatProfile]

    package init(
        general: RuleChanges = RuleChanges(), documents: [DocumentRules] = [], profiles: [FormatProfile] = []
    ) {
        self.general = general
        self.documents = documents
        self.profiles = profiles
    }

    /// What is changed for the documents whose names fit one of the patterns.
    package struct DocumentRules: Hashable, Sendable {
        package var patterns: [FilePattern]
        package var changes: RuleChanges

        package init(patterns: [FilePattern], changes: RuleChanges) {
            self.patterns = patterns
            self.changes = changes
        }
    }

    /// The settings of a document, given by its path from the folder of the settings with `/` between.
    public func settings(forDocument path: String) -> RuleSettings {
        var settings = RuleSettings(profiles: profiles)
        general.apply(to: &settings)
        for rules in documents where rules.patterns.contains(where: { $0.matches(path) }) {
            rules.changes.apply(to: &settings)
        }
        return settings
    }
}

/// What settings change; nothing said is nothing changed.
package struct RuleChanges: Hashable, Sendable {
    package var off: [Rule]
    /// Rules that are applied though they were switched off before.
    package var on: [Rule]
    package var severities: [Rule: Severity]
    package var agencyCode: String?
    package var titlesBeforeNames: RuleSettings.TitlesBeforeNames?
    package var spellings: [String: String]
    package var fonts: [String]

    package init(
        off: [Rule] = [], on: [Rule] = [], severities: [Rule: Severity] = [:], agencyCode: String? = nil,
        titlesBeforeNames: RuleSettings.TitlesBeforeNames? = nil, spellings: [String: String] = [:],
        fonts: [String] = []
    ) {
        self.off = off
        self.on = on
        self.severities = severities
        self.agencyCode = agencyCode
        self.titlesBeforeNames = titlesBeforeNames
        self.spellings = spellings
        self.fonts = fonts
    }

    /// What is switched on wins over what is switched off in the same place.
    package func apply(to settings: inout RuleSettings) {
        settings.off.formUnion(off)
        settings.off.subtract(on)
        settings.severities.merge(severities) { $1 }
        if let agencyCode { settings.agencyCode = agencyCode }
        if let titlesBeforeNames { settings.titlesBeforeNames = titlesBeforeNames }
        settings.spellings.merge(spellings) { $1 }
        settings.fonts += fonts
    }
}

/// Names of files with `*`, `**` and `?` in them.
package struct FilePattern: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Whether it fits a path with `/` between; a pattern without `/` is held against the file's name alone.
    ///
    /// `*` stands for any letters but `/`, `**` for any at all, `?` for one. Capitals count.
    package func matches(_ path: String) -> Bool {
        let pattern = Array(Normalization.nfc(text))
        let whole = Normalization.nfc(path)
        let name = pattern.contains("/") ? whole[...] : whole.split(separator: "/").last ?? ""
        let letters = Array(name)
        // Which beginnings of the name the pattern so far fits.
        var fits = [true] + Array(repeating: false, count: letters.count)
        var index = 0
        while index < pattern.count {
            var next = Array(repeating: false, count: letters.count + 1)
            let isStar = pattern[index] == "*"
            let isDouble = isStar && index + 1 < pattern.count && pattern[index + 1] == "*"
            for end in fits.indices {
                if isStar {
                    let goesOn = end > 0 && next[end - 1] && (isDouble || letters[end - 1] != "/")
                    next[end] = fits[end] || goesOn
                } else if end > 0, fits[end - 1] {
                    next[end] =
                        pattern[index] == letters[end - 1]
                        || (pattern[index] == "?" && letters[end - 1] != "/")
                }
            }
            fits = next
            index += isDouble ? 2 : 1
        }
        return fits[letters.count]
    }
}
