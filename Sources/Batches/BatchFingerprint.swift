/// What decides how documents come out, besides the records: a digest that a changed template changes.
package struct BatchFingerprint {
    private let digest = Digest()

    /// Begins with the settings, each in words of its own.
    package init(settings: [String]) {
        digest.start()
        for setting in settings { add(Array(setting.utf8)) }
    }

    /// Adds a template's file.
    package mutating func add(_ bytes: [UInt8]) {
        // With its length, so that two things one behind the other are not taken for others.
        digest.add(Array("\(bytes.count):".utf8).span)
        digest.add(bytes.span)
    }

    /// The digest; nothing can be added behind it.
    package consuming func text() -> String { digest.hexadecimal() }
}
