package import Diagnostics
package import XMLTree

/// Reads the parts of a package that its text can do without.
package struct PartShelf {
    package let source: PackageSource
    package private(set) var warnings: [Diagnostic] = []
    /// Parts that only somebody with bad intentions makes so: they are no gap to read around.
    package private(set) var refusals: [Diagnostic] = []

    package init(_ source: PackageSource) { self.source = source }

    /// The parts beside the text of a package that was recognised.
    package init(of package: DocumentPackage) {
        source = package.source
        warnings = package.warnings
    }

    /// The part's tree; nil with a warning when it is missing or damaged.
    package mutating func optional(_ name: String?) -> Element? {
        guard let name else { return nil }
        guard source.contains(name) else {
            warnings.append(.missingPart(name, in: source.file))
            return nil
        }
        do throws(Failure) {
            do throws(XMLRefusal) { return try source.readTree(name) } catch {
                guard error.declaresType else { throw error.failure }
                refusals += error.failure.diagnostics
            }
        } catch { warnings.append(.damagedPart(name, in: source.file, because: error)) }
        return nil
    }

    /// The relationships of a part; none where its list is missing or damaged.
    package mutating func relationships(of part: String) -> Relationships {
        let list = Relationships.entry(of: part)
        return Relationships(source.contains(list) ? optional(list) : nil, of: part)
    }
}
