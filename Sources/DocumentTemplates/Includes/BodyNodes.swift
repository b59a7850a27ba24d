internal import OfficePackage
internal import XMLTree

extension TemplateNode {
    /// What stands in the body, of a whole part.
    var bodyNodes: [TemplateNode] {
        switch self {
        case .plain(.element(let element)):
            if let body = element.child("body") {
                return (body.child("text") ?? body).elements.map { .plain(.element($0)) }
            }
            return []
        case .element(let root):
            guard let body = root.child("body") else { return [] }
            guard case .element(let element) = body else { return TemplateNode.children(of: body) }
            let text = element.child("text")
            return text.map(TemplateNode.children) ?? element.children
        case .plain, .text, .tag: return []
        }
    }

    private static func children(of node: TemplateNode) -> [TemplateNode] {
        switch node {
        case .element(let element): element.children
        case .plain(.element(let element)):
            (element.child("text") ?? element).elements.map { .plain(.element($0)) }
        case .plain, .text, .tag: []
        }
    }

    /// Declares prefixes that the other document does not know.
    mutating func declare(_ declarations: [Element.Declaration]) {
        switch self {
        case .element(var element):
            for declaration in declarations {
                element.head.declare(declaration.prefix, declaration.namespace)
            }
            self = .element(element)
        case .plain(.element(var element)):
            for declaration in declarations { element.declare(declaration.prefix, declaration.namespace) }
            self = .plain(.element(element))
        case .plain, .text, .tag: break
        }
    }
}

extension TemplateElement {
    /// The first child element of that name.
    fileprivate func child(_ local: String) -> TemplateNode? {
        children.first { node in
            switch node {
            case .element(let element): element.head.name.local == local
            case .plain(.element(let element)): element.name.local == local
            case .plain, .text, .tag: false
            }
        }
    }
}
