/// The classes that all rows of a list have: one that only some of them have, such as that of every second row or of the
/// newest, selects none but those.
final class RowClasses {
    private var shared: [MarkupNode: Set<String>] = [:]
    private var surveyed: Set<MarkupNode> = []

    /// The classes that the siblings of the same form have, too; nil where an element is no row among others.
    func ofAll(like node: MarkupNode) -> Set<String>? {
        guard let parent = node.parent else { return nil }
        if surveyed.insert(parent).inserted { survey(parent) }
        return shared[node]
    }

    /// The classes of an element.
    static func classes(of node: MarkupNode) -> [String] {
        (node["class"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private func survey(_ parent: MarkupNode) {
        var rows: [String: [MarkupNode]] = [:]
        for child in parent.children {
            if let form = Self.form(of: child) { rows[form, default: []].append(child) }
        }
        for (form, var alike) in rows where alike.count > 2 {
            if form == "a" { alike = Self.distinct(alike) }
            guard alike.count > 2, let first = alike.first else { continue }
            let classes = alike.dropFirst().reduce(into: Set(Self.classes(of: first))) {
                $0.formIntersection(Self.classes(of: $1))
            }
            for row in alike { shared[row] = classes }
        }
    }

    /// The names of the elements down to its first link; nil where it holds none, or as many as a list.
    private static func form(of node: MarkupNode) -> String? {
        if isLink(node) { return node.name }
        let links = node.document.select(".//a[@href] | .//*[@onclick]", from: node) ?? []
        guard let link = links.first, links.count <= mostLinks else { return nil }
        return sequence(first: link, next: \.parent).prefix { $0 != node }.map(\.name).reversed()
            .reduce(node.name) { "\($0)/\($1)" }
    }

    private static let mostLinks = 6

    private static func isLink(_ node: MarkupNode) -> Bool {
        (node.name == "a" && node["href"] != nil) || node["onclick"] != nil
    }

    /// Links that say what no other says: `PDF` beside each title is another kind of link.
    private static func distinct(_ links: [MarkupNode]) -> [MarkupNode] {
        let texts = Dictionary(links.map { (trimmed($0.text), 1) }, uniquingKeysWith: +)
        return links.filter { texts[trimmed($0.text)] == 1 }
    }
}
