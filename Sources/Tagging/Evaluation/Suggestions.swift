public import Model

/// Terms and exceptions that labels speak for, for a person to accept or not.
public struct Suggestions: Sendable {
    /// One proposal.
    public struct Proposal: Sendable, Equatable {
        /// What is proposed.
        public enum Kind: String, Sendable {
            /// A word that missed items of the topic share, and items without it lack.
            case term
            /// A word that wrongly tagged items share, and rightly tagged ones lack.
            case exception
        }
        /// What is proposed.
        public let kind: Kind
        /// The topic.
        public let topic: ID<Topic>
        /// The words, folded.
        public let words: String
        /// How many items speak for it.
        public let support: Int
        /// How many items speak against it: a term would tag them too, an exception take away what tags them rightly.
        public let against: Int
        /// How many items could have spoken against it.
        public let compared: Int
        /// The language of most of the items that speak for it.
        public let language: Language
        /// Where it belongs: what the missed items lacked, or the concept of the word that tagged wrongly; nil where
        /// that is not known.
        public let concept: String?
        /// The words that tagged wrongly, behind which an exception belongs.
        public let term: String?

        /// A phrase misfires less than a word of it.
        fileprivate var length: Int { words.utf8.count }
    }

    private struct Labelled {
        let words: Set<String>
        let language: Language
        let expected: Set<ID<Topic>>
        let findings: Findings
        let found: Set<ID<Topic>>

        /// What it had of a topic that it just missed, which cannot be what it lacked.
        func had(_ topic: ID<Topic>) -> Set<String> {
            findings.nearMisses.filter { $0.topic == topic }.flatMap(\.evidence).reduce(into: []) { had, evidence in
                had.formUnion(Suggestions.phrases(of: TaggedText(title: evidence.words)))
            }
        }

        func lacks(_ topic: ID<Topic>) -> Bool { expected.contains(topic) && !found.contains(topic) }
        func isWrong(_ topic: ID<Topic>) -> Bool { !expected.contains(topic) && found.contains(topic) }
    }
    private var items: [Labelled] = []
    /// Says whether words are a term of some concept, which proves nothing further.
    private let isTerm: @Sendable (String) -> Bool

    /// The most words of an item that are looked at.
    private static let mostWords = 400
    /// How many times as common a word has to be among the items that speak for it as among the others.
    private static let least = 4

    /// Suggestions from no item yet.
    /// - Parameter vocabulary: the terms that there are, which are not proposed.
    public init(beyond vocabulary: Vocabulary? = nil) {
        isTerm = { words in vocabulary?.isTerm(words) ?? false }
    }

    /// Takes in one labelled item.
    /// - Parameters:
    ///   - text: the item's plain text.
    ///   - expected: the topics that a person gave it.
    ///   - findings: what the rules gave it.
    public mutating func add(_ text: TaggedText, expected: Set<ID<Topic>>, findings: Findings) {
        items.append(
            Labelled(
                words: Suggestions.phrases(of: text), language: text.language ?? .english, expected: expected,
                findings: findings, found: Set(findings.topics.map(\.topic))))
    }

    /// The proposals for a topic, the best supported first.
    /// - Parameters:
    ///   - topic: the topic.
    ///   - limit: how many at most.
    /// - Returns: the proposals.
    public func proposals(for topic: ID<Topic>, limit: Int = 10) -> [Proposal] {
        let missed = items.filter { $0.lacks(topic) }
        let wrong = items.filter { $0.isWrong(topic) }
        let right = items.filter { $0.expected.contains(topic) && $0.found.contains(topic) }
        let others = items.filter { !$0.expected.contains(topic) }
        return
            (best(.term, topic, from: missed, against: others) + best(.exception, topic, from: wrong, against: right))
            .sorted { ($1.support, $0.against, $1.length, $0.words) < ($0.support, $1.against, $0.length, $1.words) }
            .prefix(limit).map(\.self)
    }

    /// A proposal needs two items at least: what serves one item is no rule.
    private func best(
        _ kind: Proposal.Kind, _ topic: ID<Topic>, from items: [Labelled], against others: [Labelled]
    ) -> [Proposal] {
        var support: [String: Int] = [:]
        for item in items {
            let had = kind == .term ? item.had(topic) : []
            for word in item.words where !had.contains(word) { support[word, default: 0] += 1 }
        }
        return support.filter { $0.value >= 2 && !isTerm($0.key) }.compactMap { word, count in
            guard isTelling(word, count, of: items.count) else { return nil }
            let supporters = items.filter { $0.words.contains(word) }
            let (concept, term) =
                kind == .term ? (Self.lacked(topic, supporters), nil) : Self.culprit(topic, supporters)
            let judges = concept.flatMap { concept in term.map { taggedRightly(topic, or: concept, $0) } } ?? others
            let against = judges.count { $0.words.contains(word) }
            guard against * Self.least <= count else { return nil }
            return Proposal(
                kind: kind, topic: topic, words: word, support: count, against: against, compared: judges.count,
                language: Self.mostCommon(supporters.map(\.language)) ?? .english, concept: concept, term: term)
        }
    }

    /// The items that have a topic rightly, or any other one through a word.
    private func taggedRightly(_ topic: ID<Topic>, or concept: String, _ term: String) -> [Labelled] {
        items.filter { item in
            item.findings.topics.contains { tag in
                item.expected.contains(tag.topic)
                    && (tag.topic == topic || tag.evidence.contains { $0.rule == concept && $0.words == term })
            }
        }
    }

    /// Whether a word is much more common among the items that speak for it than among all others: one that stands
    /// everywhere tells nothing, though it stands in none of the few that speak against it.
    private func isTelling(_ word: String, _ count: Int, of supporters: Int) -> Bool {
        let rest = items.count - supporters
        let elsewhere = items.count { $0.words.contains(word) } - count
        return rest <= 0 || elsewhere * supporters * Self.least <= count * rest
    }

    /// What the items lacked for a topic that they just missed.
    private static func lacked(_ topic: ID<Topic>, _ items: [Labelled]) -> String? {
        mostCommon(items.flatMap { $0.findings.nearMisses.filter { $0.topic == topic }.map(\.lacked) })
    }

    /// The word that most of the wrongly tagged items were tagged by, and its concept.
    private static func culprit(_ topic: ID<Topic>, _ items: [Labelled]) -> (concept: String?, term: String?) {
        // Sorted, as the first of those that are equally common is taken.
        let evidence = items.flatMap { item in
            Set(item.findings.topics.filter { $0.topic == topic }.flatMap(\.evidence).map { [$0.rule, $0.words] })
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        let most = mostCommon(evidence)
        return (most?[0], most?[1])
    }

    private static func mostCommon<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: (count: Int, first: Int)] = [:]
        for (index, value) in values.enumerated() { counts[value, default: (0, index)].count += 1 }
        return counts.max { ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first) }?.key
    }

    /// Single words and pairs of neighbours, without small words alone; in scripts without spaces runs of two and four
    /// characters.
    private static func phrases(of text: TaggedText) -> Set<String> {
        let bytes = NormalText.folded(text.title + "\n" + text.summary)
        var words: [[UInt8]] = []
        var current: [UInt8] = []
        for byte in bytes {
            let kind = WordClass.table[Int(byte)]
            if kind == WordClass.gap || kind == WordClass.free {
                if !current.isEmpty { words.append(current) }
                current = kind == WordClass.free ? [byte] : []
            } else {
                current.append(byte)
            }
            if words.count >= mostWords { break }
        }
        if !current.isEmpty { words.append(current) }
        var phrases: Set<String> = []
        for index in words.indices {
            let isFree = words[index].first.map { WordClass.table[Int($0)] == WordClass.free } ?? false
            if !isFree, words[index].count > 3, !SmallWords.contains(words[index]) {
                phrases.insert(String(decoding: words[index], as: UTF8.self))
            }
            for length in isFree ? [2, 4] : [2] where index + length <= words.count {
                let parts = words[index..<index + length]
                if !isFree, parts.contains(where: SmallWords.contains) { continue }
                let joined = isFree ? Array(parts.joined()) : Array(parts.joined(separator: [0x20]))
                phrases.insert(String(decoding: joined, as: UTF8.self))
            }
        }
        return phrases
    }
}
