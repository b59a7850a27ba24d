package import DataFiles
package import Diagnostics
package import Values

extension FormatProfile {
    /// Reads a profile from a YAML or JSON file.
    ///
    /// `ke_thua` names what it inherits from: a regulation (`ND30`) or another file, whose place is taken from this one's. Without it
    /// every key must be there. All faults are thrown at once.
    package init(opening path: String, rules: RuleNames) throws(Failure) {
        var reading = DataReading(file: path)
        let node = try SourceNode(opening: path)
        let profile = ProfileSource(rules: rules).profile(from: node, &reading)
        try reading.finish()
        guard let profile else { preconditionFailure("what could not be read is a fault") }
        self = profile
    }

    /// The profile with all its values as YAML that `init(opening:)` reads.
    package var yaml: String { YAMLText.document(FormatProfile.dataForm(rules: .none).write(self)) }
}

/// Reads profiles that inherit from others.
package struct ProfileSource {
    private let rules: RuleNames
    /// How many files were passed on the way here.
    private let depth: Int
    private static let deepest = 8

    package init(rules: RuleNames) { self.init(rules: rules, depth: 0) }

    private init(rules: RuleNames, depth: Int) {
        self.rules = rules
        self.depth = depth
    }

    /// Nil after a fault was noted.
    package func profile(from node: SourceNode, _ reading: inout DataReading) -> FormatProfile? {
        guard case .mapping(let entries) = node.content else {
            let name = FormatProfile.dataForm(rules: rules).name
            reading.noteWrongType(node, expected: name)
            return nil
        }
        let parent = entries.first { $0.key == "ke_thua" }
        let faults = reading.faults.count
        var base: FormatProfile?
        if let parent {
            reading.enter(parent.key)
            base = inherited(from: parent.value, &reading)
            reading.leave()
        }
        // Without what is inherited every key would seem to be missing; where it is not found, some regulation lends its values.
        let missing: DataReading.MissingKeys = parent == nil ? .areFaults : .areInherited
        var profile = base ?? (parent == nil ? .blank : .decree30)
        reading.fill(
            &profile, RecordFields(FormatProfile.fields(rules: rules)),
            from: entries.filter { $0.key != "ke_thua" }, at: node.position, missing: missing,
            remedy: Wording(
                "ghi ke_thua để lấy mọi giá trị của một quy định có sẵn",
                en: "write ke_thua to take all values of a known regulation"))
        guard reading.faults.count == faults else { return nil }
        let isKnown = ProfileKey.shipped.contains(profile.regulationKey)
        guard isKnown || !profile.clauses.isEmpty else {
            let what = Wording(
                "không quy tắc nào áp dụng: ghi quy_tac_cua (ND30, HD05, HD36) hoặc dieu_khoan",
                en: "no rule holds: write quy_tac_cua (ND30, HD05, HD36) or dieu_khoan")
            reading.note(.impossible(what, at: reading.location(node.position)))
            return nil
        }
        return profile
    }

    private func inherited(from node: SourceNode, _ reading: inout DataReading) -> FormatProfile? {
        let place = reading.location(node.position)
        guard let name = node.line else {
            reading.note(.unknownProfile("", at: place))
            return nil
        }
        var base: FormatProfile?
        if let known = FormatProfile.profile(ProfileKey(rawValue: name.uppercased())) {
            base = known
        } else if [".yaml", ".yml", ".json"].contains(where: { name.lowercased().hasSuffix($0) }) {
            base = file(name, at: place, &reading)
        } else {
            reading.note(.unknownProfile(name, at: place))
        }
        if let key = base?.regulationKey { base?.rulesOf = key }
        return base
    }

    /// The profile of another file, named from where this one lies.
    package func file(_ name: String, at place: Location, _ reading: inout DataReading) -> FormatProfile? {
        guard depth < Self.deepest else {
            reading.note(.profileInheritsItself(name, at: place))
            return nil
        }
        let path = Self.path(of: name, beside: reading.file)
        var inner = DataReading(file: path)
        defer { reading.note(inner.faults) }
        do throws(Failure) {
            let node = try SourceNode(opening: path)
            return ProfileSource(rules: rules, depth: depth + 1).profile(from: node, &inner)
        } catch {
            inner.note(error.diagnostics)
            return nil
        }
    }

    private static func path(of name: String, beside file: String) -> String {
        guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
        return file[...slash] + name
    }
}
