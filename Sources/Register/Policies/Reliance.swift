import Model

/// Which sections rely on which authorities, and which authorities cite which.
public struct Reliance: Sendable {
    /// A policy's section that relies on an authority.
    public struct Section: Sendable, Hashable {
        /// The policy's name.
        public var policy: String
        /// The section's number; nil where it is the policy as a whole.
        public var section: String?
        /// The authority.
        public var authority: String
        /// A section and its authority.
        public init(policy: String, section: String?, authority: String) {
            self.policy = policy
            self.section = section
            self.authority = authority
        }
    }

    /// A section that an authority reaches, and how.
    public struct Reach: Sendable, Equatable {
        /// The section.
        public var section: Section
        /// From the authority asked about to the one relied on, both included.
        public var path: [String]
    }

    private let sections: [String: [Section]]
    private let citedBy: [String: [String]]

    /// A graph from its edges.
    ///
    /// - Parameters:
    ///   - sections: Sections and the authorities that they rely on.
    ///   - citations: Authorities that cite others.
    public init(sections: [Section], citations: [(citing: String, cited: String)]) {
        self.sections = Dictionary(grouping: sections) { Citation.key($0.authority) }
        citedBy = Dictionary(grouping: citations) { Citation.key($0.cited) }
            .mapValues { Set($0.map(\.citing)).sorted() }
    }

    /// Every section that an authority reaches, once and by the shortest path: those that rely on it, then those that
    /// rely on an authority that cites it, and so on to the depth given.
    public func reach(of authority: String, depth: Int = 3) -> [Reach] {
        var found: [Reach] = []
        var reached: Set<[String?]> = []
        var seen: Set<String> = [Citation.key(authority)]
        var front = [[authority]]
        for _ in 0..<max(1, min(depth, 16)) {
            var next: [[String]] = []
            for path in front {
                let keys = Citation.keys(of: path.last ?? authority)
                found += keys.flatMap { sections[$0] ?? [] }.filter {
                    reached.insert([$0.policy, $0.section]).inserted
                }
                .map { Reach(section: $0, path: path) }
                for citing in keys.flatMap({ citedBy[$0] ?? [] }) where seen.insert(Citation.key(citing)).inserted {
                    next.append(path + [citing])
                }
            }
            front = next
        }
        return found
    }
}
