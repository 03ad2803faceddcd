/// A list of subscriptions (OPML 2.0): read liberally, written strictly.
public struct OPMLDocument: Sendable, Equatable {
    /// Why a file is no list of subscriptions.
    public enum Problem: Error, Sendable, Equatable {
        case empty
        case tooLarge(limit: Int)
        case malformed(line: Int, reason: String)
        /// It is XML, but its root element is another.
        case otherRoot(String)
    }

    /// What the list is called.
    public var title: String?
    /// The subscriptions, in the file's order; each address once, with the categories of all its places.
    public var outlines: [OPMLOutline]
    /// What was wrong although the file could be read.
    public var warnings: [FeedWarning] = []
    private static let (deepest, most) = (64, 100_000)

    /// A list from its title and subscriptions.
    public init(title: String? = nil, outlines: [OPMLOutline]) {
        self.title = title
        self.outlines = outlines
    }

    /// Reads a file.
    ///
    /// - Parameter bytes: The file as it is.
    /// - Throws: Why it is no list of subscriptions.
    public init(_ bytes: [UInt8]) throws(Problem) {
        let document: MarkupDocument
        do throws(MarkupDocument.Failure) {
            document = try MarkupDocument.xml(bytes)
        } catch {
            switch error {
            case .empty: throw .empty
            case .tooLarge(let limit): throw .tooLarge(limit: limit)
            case .malformed(let line, let reason): throw .malformed(line: line, reason: reason)
            }
        }
        guard let root = document.root else { throw .empty }
        guard root.name.lowercased() == "opml" || root.name.lowercased() == "body" else { throw .otherRoot(root.name) }
        self.init(outlines: [])
        warnings = document.warnings
        title = document.string("string(/opml/head/title)").map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 }
        let body = root.children.first { $0.name.lowercased() == "body" } ?? root
        read(body)
    }

    /// Walks with a stack of its own, as a hostile file may be nested without end.
    private mutating func read(_ body: MarkupNode) {
        var places: [String: Int] = [:]
        var stack: [(MarkupNode, [String])] = body.children.reversed().map { ($0, []) }
        while let (node, path) = stack.popLast(), outlines.count < Self.most {
            guard node.name.lowercased() == "outline" else { continue }
            let name = PlainText.clean(Self.value(node, "title", "text") ?? "")
            if let address = Self.value(node, "xmlUrl") {
                add(node, Self.plain(trimmed(address)), name, path, &places)
            } else if node["type"]?.lowercased() == "include" {
                warnings.append(
                    FeedWarning("the list \"\(PlainText.clean(node["url"] ?? name))\" is not followed", line: node.line)
                )
            } else if !node.children.contains(where: { $0.name.lowercased() == "outline" }) {
                warnings.append(FeedWarning("\"\(name)\" has no address of a feed", line: node.line))
            }
            guard path.count < Self.deepest else {
                warnings.append(FeedWarning("folders nested deeper than \(Self.deepest) are left out", line: node.line))
                continue
            }
            let inner = Self.value(node, "xmlUrl") == nil && !name.isEmpty ? path + [name] : path
            stack += node.children.reversed().map { ($0, inner) }
        }
        if !stack.isEmpty { warnings.insert(FeedWarning("only the first \(Self.most) subscriptions are read"), at: 0) }
    }

    private mutating func add(
        _ node: MarkupNode, _ address: String, _ name: String, _ path: [String], _ places: inout [String: Int]
    ) {
        guard Link.isWeb(address) || Link.scheme(of: address) == "file" else {
            return warnings.append(FeedWarning("\"\(PlainText.clean(address))\" is no address", line: node.line))
        }
        let stated = (node["category"] ?? "").split(separator: ",").map { category in
            category.split(separator: "/").map { PlainText.clean(String($0)) }.filter { !$0.isEmpty }
        }
        let categories = ([path] + stated).filter { !$0.isEmpty }
        if let known = places[address] {
            let other = outlines[known].title == name ? "" : ", as \"\(outlines[known].title)\" and \"\(name)\""
            warnings.append(
                FeedWarning("\(PlainText.clean(address)) is listed more than once\(other)", line: node.line))
            for category in categories where !outlines[known].categories.contains(category) {
                outlines[known].categories.append(category)
            }
            if !path.isEmpty { outlines[known].folders.insert(path) }
            return
        }
        places[address] = outlines.count
        outlines.append(
            OPMLOutline(
                xmlURL: address, htmlURL: Self.value(node, "htmlUrl"),
                title: name.isEmpty ? address : name, type: node["type"], language: node["language"],
                categories: categories, folders: path.isEmpty ? [] : [path]))
    }

    /// `feed://a.example/f` and `feed:https://a.example/f`, which open a program and mean an address of the web.
    private static func plain(_ address: String) -> String {
        guard Link.scheme(of: address) == "feed" else { return address }
        let rest = String(address.dropFirst("feed:".count))
        return rest.hasPrefix("//") ? "http:\(rest)" : rest
    }

    /// The first attribute of these names that says something; programs differ in the case of the names.
    private static func value(_ node: MarkupNode, _ names: String...) -> String? {
        names.lazy.compactMap { node[anyCase: $0] }.first { !trimmed($0).isEmpty }
    }
}
