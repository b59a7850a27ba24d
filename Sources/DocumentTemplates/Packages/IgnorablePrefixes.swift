internal import OfficePackage
internal import XMLTree

extension Element {
    /// Takes prefixes out of `mc:Ignorable` that nothing declares, for which Word refuses a file; whether there were some.
    mutating func dropUndeclaredPrefixes() -> Bool {
        guard
            let place = attributes.firstIndex(where: {
                $0.name.local == "Ignorable" && $0.name.namespace == WordNames.markupCompatibility
            })
        else { return false }
        let prefixes = attributes[place].value.split(separator: " ").map(String.init)
        let known = prefixes.filter { prefix in declarations.contains { $0.prefix == prefix } }
        guard known.count < prefixes.count else { return false }
        attributes[place].value = known.joined(separator: " ")
        return true
    }
}
