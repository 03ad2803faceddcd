extension OPMLDocument {
    /// The list as OPML 2.0: a subscription lies in the folder of its first category, the others are its attribute.
    public var xml: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>"
        text += "<title>\(Self.escaped(title ?? "Sources"))</title></head>\n  <body>\n"
        var root = Folder()
        for outline in outlines { root.add(outline, outline.categories.first?.prefix(16) ?? []) }
        root.write(to: &text, indent: 4)
        return text + "  </body>\n</opml>\n"
    }

    /// Folders in the order in which they are first named.
    private struct Folder {
        var outlines: [OPMLOutline] = []
        var names: [String] = []
        var folders: [String: Folder] = [:]

        mutating func add(_ outline: OPMLOutline, _ path: ArraySlice<String>) {
            guard let name = path.first else { return outlines.append(outline) }
            if folders[name] == nil { names.append(name) }
            folders[name, default: Folder()].add(outline, path.dropFirst())
        }

        func write(to text: inout String, indent: Int) {
            let margin = String(repeating: " ", count: indent)
            for outline in outlines { text += margin + OPMLDocument.element(outline) + "\n" }
            for name in names {
                text += "\(margin)<outline text=\"\(OPMLDocument.escaped(name))\">\n"
                folders[name]?.write(to: &text, indent: indent + 2)
                text += "\(margin)</outline>\n"
            }
        }
    }

    private static func element(_ outline: OPMLOutline) -> String {
        let title = escaped(outline.title)
        var text = "<outline type=\"\(escaped(outline.type ?? "rss"))\" text=\"\(title)\" title=\"\(title)\""
        text += " xmlUrl=\"\(escaped(outline.xmlURL))\""
        if let page = outline.htmlURL { text += " htmlUrl=\"\(escaped(page))\"" }
        if let language = outline.language { text += " language=\"\(escaped(language))\"" }
        if outline.categories.count > 1 {
            let categories = outline.categories.dropFirst().map { "/" + $0.joined(separator: "/") }
            text += " category=\"\(escaped(categories.joined(separator: ",")))\""
        }
        return text + "/>"
    }

    /// Scalar by scalar; what XML 1.0 cannot hold is left out.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\r", "\t": result.append(" ")
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
