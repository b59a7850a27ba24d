/// The version of this release, as `vanthu --version` prints it.
public let version = "0.1.0"
