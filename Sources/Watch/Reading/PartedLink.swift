/// A link in its parts: the steps of its path by their places, and its parameters by their names.
struct PartedLink {
    /// The name of the first step.
    static let host = "/0"
    /// Parts that a link has at most; one with more is taken as a whole.
    private static let most = 32
    let values: [String: String]
    private let names: [String]

    /// nil where the link has too many parts.
    init?(_ link: String) {
        let canonical = CanonicalLink.of(link)
        let (path, query) =
            canonical.utf8.firstIndex(of: 0x3F).map {
                (canonical[..<$0], canonical[canonical.utf8.index(after: $0)...])
            } ?? (canonical[...], "")
        var parts = path.split(separator: "/").enumerated().map { ("/\($0)", String($1)) }
        for parameter in query.split(separator: "&") {
            let name = parameter.prefix { $0 != "=" }
            parts.append((String(name), String(parameter.dropFirst(name.count + 1))))
        }
        guard parts.count <= Self.most else { return nil }
        names = parts.map(\.0)
        values = Dictionary(parts) { "\($0)&\($1)" }
    }

    /// Whether a name is that of a step of the path.
    static func isStep(_ name: String) -> Bool { name.utf8.first == 0x2F }

    /// What is left of the link.
    func rest(without names: Set<String>) -> String {
        self.names.filter { !names.contains($0) }.map { "\($0)=\(values[$0] ?? "")" }.joined(separator: "&")
    }

    /// What is left of it, as an address.
    func address(without names: Set<String>) -> String {
        let kept = self.names.filter { !names.contains($0) }
        let query = kept.filter { !Self.isStep($0) }.map { "\($0)=\(values[$0] ?? "")" }
        return kept.filter(Self.isStep).compactMap { values[$0] }.joined(separator: "/")
            + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
    }

    /// The names of the parts that another link has otherwise; nil where it is built otherwise.
    func differences(from other: PartedLink) -> Set<String>? {
        names == other.names ? Set(names.filter { values[$0] != other.values[$0] }) : nil
    }
}
