public import FoundationEssentials

/// The folder of the package, with the forms and examples that ship.
public let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
