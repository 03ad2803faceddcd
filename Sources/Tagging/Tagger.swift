public import Model

/// Finds the topics of items, and their facts.
public struct Tagger: Sendable {
    private let vocabulary: Vocabulary
    private let topics: TopicSet
    private let facts: FactReader?

    /// The most places that a tag shows, and a near miss.
    private static let (mostEvidence, mostOfMiss) = (6, 2)
    /// The most near misses of an item, those with the most places.
    private static let mostMisses = 4

    /// A tagger for a vocabulary and the topics compiled for it.
    /// - Parameters:
    ///   - vocabulary: the concepts and their terms.
    ///   - topics: the topics, compiled for this vocabulary.
    ///   - facts: what reads facts; no facts are read where nil.
    public init(vocabulary: Vocabulary, topics: TopicSet, facts: FactReader? = nil) {
        self.vocabulary = vocabulary
        self.topics = topics
        self.facts = facts
    }

    /// What an item's text gives: topics, facts, and topics just missed.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: the findings, each with its evidence.
    public func findings(in text: TaggedText) -> Findings {
        var findings = Findings()
        let scene = scene(of: text)
        let verdict = Verdict(scene, topics)
        findings.topics = verdict.topics.compactMap { outcome in
            outcome.rule.map { TopicTag(topic: outcome.topic.id, evidence: evidence(outcome.places, scene), rule: $0) }
        }
        findings.nearMisses = nearMisses(verdict, scene)
        facts?.facts(of: text.factInput).fill(&findings)
        return findings
    }

    /// How the topics of an item came about, for a person to read.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: all concepts found, the gate's decision, and each topic with what held or lacked.
    public func explanation(of text: TaggedText) -> TopicExplanation {
        let scene = scene(of: text)
        let verdict = Verdict(scene, topics)
        return TopicExplanation(
            concepts: scene.places.compactMap {
                scene.text.evidence(vocabulary.names[Int($0.hit.concept)], $0.hit.range)
            },
            gate: zip(topics.gate, verdict.gate).map { rule, places in
                TopicExplanation.Condition(
                    rule: rule.text, holds: places != nil, evidence: evidence(places ?? [], scene))
            },
            topics: verdict.topics.map {
                TopicExplanation.Answer(
                    topic: $0.topic.id, rule: $0.rule, lacked: $0.lacked?.words, evidence: evidence($0.places, scene))
            })
    }

    private func scene(of text: TaggedText) -> Scene {
        let normal = NormalText([(.title, text.title), (.summary, text.summary), (.content, text.content)])
        var traits: Set<SourceTrait> = []
        if text.scope == .topical { traits.insert(.topicalSource) }
        if text.authority?.isPrimary ?? vocabulary.namesAuthority(text.publisher) { traits.insert(.officialSource) }
        return Scene(
            normal, vocabulary.hits(in: normal, language: text.language), conceptCount: vocabulary.conceptCount,
            traits: traits)
    }

    private func nearMisses(_ verdict: Verdict, _ scene: Scene) -> [NearMiss] {
        let missed = verdict.topics.enumerated().filter { $0.element.lacked != nil }
        let nearest = missed.sorted { ($1.element.places.count, $0.offset) < ($0.element.places.count, $1.offset) }
        return nearest.prefix(Self.mostMisses).sorted { $0.offset < $1.offset }.compactMap { _, outcome in
            outcome.lacked.map {
                NearMiss(
                    topic: outcome.topic.id, evidence: evidence(outcome.places, scene, most: Self.mostOfMiss),
                    lacked: $0.words)
            }
        }
    }

    /// The places as evidence: one for each concept and wording, the first ones.
    private func evidence(_ places: [Int32], _ scene: Scene, most: Int = mostEvidence) -> [Evidence] {
        var shown: [Evidence] = []
        var seen: [Range<Int>] = []
        for place in places where shown.count < most {
            let hit = scene.places[Int(place)].hit
            let words = scene.text.bytes[hit.range]
            if seen.contains(where: { $0.count == words.count && scene.text.bytes[$0].elementsEqual(words) }) {
                continue
            }
            seen.append(hit.range)
            if let evidence = scene.text.evidence(vocabulary.names[Int(hit.concept)], hit.range) {
                shown.append(evidence)
            }
        }
        return shown
    }
}

extension TaggedText {
    /// The same for the reader of facts.
    var factInput: FactInput {
        FactInput(
            title: title, summary: summary, content: content, language: language ?? .english,
            published: published?.day, sourceName: publisher, sourceJurisdiction: jurisdiction, authority: authority,
            stated: stated)
    }
}
