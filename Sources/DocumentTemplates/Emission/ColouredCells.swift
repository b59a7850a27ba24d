internal import TemplateLanguage

extension TemplateElement {
    /// The tags in it that ask for the colour of a cell or row.
    func colours(_ tags: [PlacedTag]) -> [Int] {
        children.flatMap { child -> [Int] in
            switch child {
            case .element(let element): return element.colours(tags)
            case .tag(let index):
                switch tags[index].tag {
                case .directive(.cellColour, _), .directive(.rowColour, _): return [index]
                default: return []
                }
            case .text, .plain: return []
            }
        }
    }
}
