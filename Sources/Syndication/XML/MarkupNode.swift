import CLibXML2

/// A node of a tree; it keeps the tree alive.
struct MarkupNode {
    let document: MarkupDocument
    let pointer: xmlNodePtr

    /// The element's or attribute's name without its prefix.
    var name: String { string(pointer.pointee.name) ?? "" }

    /// The line that it begins in.
    var line: Int { xmlGetLineNo(pointer) }

    /// Whether it is an element, rather than text, a comment or an attribute.
    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

    /// All text in it, as it is; an attribute's value.
    var text: String { xmlNodeGetContent(pointer).flatMap(document.text) ?? "" }

    /// An attribute's value, whatever its namespace; nil where the element has none of that name.
    subscript(attribute: String) -> String? {
        guard isElement, let chars = xmlGetProp(pointer, attribute) else { return nil }
        defer { lw_xml_free(chars) }
        return String(cString: chars)
    }

    /// An attribute's value, in whatever case its name is written; nil where the element has none of that name.
    subscript(anyCase attribute: String) -> String? {
        if let value = self[attribute] { return value }
        let wanted = attribute.lowercased()
        var next = isElement ? pointer.pointee.properties : nil
        while let property = next {
            if let name = string(property.pointee.name), name.lowercased() == wanted { return self[name] }
            next = property.pointee.next
        }
        return nil
    }

    /// The element around it.
    var parent: MarkupNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return MarkupNode(document: document, pointer: parent)
    }

    /// The elements in it.
    var children: [MarkupNode] {
        var found: [MarkupNode] = []
        var next = xmlFirstElementChild(pointer)
        while let child = next {
            found.append(MarkupNode(document: document, pointer: child))
            next = xmlNextElementSibling(child)
        }
        return found
    }

    /// Its markup, itself included.
    var markup: String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        _ = htmlNodeDump(buffer, pointer.pointee.doc, pointer)
        return xmlBufferDetach(buffer).flatMap(document.text) ?? ""
    }
}

extension MarkupNode: Hashable {
    /// Whether both are the same node of the same tree.
    static func == (left: MarkupNode, right: MarkupNode) -> Bool { left.pointer == right.pointer }
    func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}
