public import Model

/// Finds the topics of items, and their facts.
public struct Tagger: Sendable {
    private let vocabulary: Vocabulary
    private let topics: TopicSet
    /// Reads facts where the vocabulary was compiled with their tables.
    private let facts: FactReader?

    /// The most places that a tag shows, and a near miss.
    private static let (mostEvidence, mostOfMiss) = (6, 2)
    /// The most near misses of an item, those with the most places.
    private static let mostMisses = 4

    /// A tagger for a vocabulary, with its fact tables if it has some, and the topics compiled for it.
    /// - Parameters:
    ///   - vocabulary: the concepts and their terms.
    ///   - topics: the topics, compiled for this vocabulary.
    public init(vocabulary: Vocabulary, topics: TopicSet) {
        self.vocabulary = vocabulary
        self.topics = topics
        facts = FactReader(vocabulary)
    }

    /// What an item's text gives: topics, facts, and topics just missed.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: the findings, each with its evidence.
    public func findings(in text: TaggedText) -> Findings {
        var findings = Findings()
        let text = text.inItsLanguage
        let reading = read(text)
        var scene = scene(of: text, reading)
        let verdict = Verdict(&scene, topics)
        for (topic, outcome) in zip(topics.compiled, verdict.topics) {
            guard let rule = outcome.rule else { continue }
            findings.topics.append(
                TopicTag(
                    topic: topic.topic.id, evidence: evidence(of: rule, outcome.places, scene),
                    rule: topics.rules[rule].text))
        }
        findings.nearMisses = nearMisses(verdict, scene)
        facts?.facts(of: text.factInput, in: reading).fill(&findings)
        return findings
    }

    /// How the topics of an item came about, for a person to read.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: all concepts found, the gate's decision, and each topic with what held or lacked.
    public func explanation(of text: TaggedText) -> TopicExplanation {
        let text = text.inItsLanguage
        var scene = scene(of: text, read(text))
        let verdict = Verdict(&scene, topics)
        return TopicExplanation(
            concepts: scene.places.compactMap {
                scene.text.evidence(vocabulary.names[Int($0.concept)], $0.range)
            },
            gate: zip(topics.gate, verdict.gate).map { rule, places in
                TopicExplanation.Condition(
                    rule: topics.rules[rule].text, holds: places != nil,
                    evidence: places.map { evidence(of: rule, $0, scene) } ?? [])
            },
            topics: zip(topics.compiled, verdict.topics).map { topic, outcome in
                TopicExplanation.Answer(
                    topic: topic.topic.id, rule: outcome.rule.map { topics.rules[$0].text },
                    lacked: outcome.lacked?.words(in: topics),
                    evidence: outcome.asked.map { evidence(of: $0, outcome.places, scene) } ?? [])
            })
    }

    /// How much work the text of an item is: bytes, nodes and places looked at, for topics.
    func steps(in text: TaggedText) -> Int {
        let reading = read(text)
        var scene = scene(of: text, reading)
        _ = Verdict(&scene, topics)
        return reading.steps + scene.steps
    }

    private func read(_ text: TaggedText) -> Reading {
        vocabulary.read(
            NormalText([(.title, text.title), (.summary, text.summary), (.content, text.content)]),
            language: text.language)
    }

    private func scene(of text: TaggedText, _ reading: Reading) -> Scene {
        var traits: UInt8 = 0
        if text.scope == .topical { traits |= SourceTrait.topicalSource.bit }
        if text.authority?.isPrimary ?? vocabulary.namesAuthority(text.publisher) {
            traits |= SourceTrait.officialSource.bit
        }
        return Scene(reading.text, reading.hits, conceptCount: vocabulary.conceptCount, traits: traits)
    }

    private func nearMisses(_ verdict: Verdict, _ scene: Scene) -> [NearMiss] {
        let missed = verdict.topics.indices.filter { verdict.topics[$0].lacked != nil }
            .map { (topic: $0, size: scene.sets.size(of: verdict.topics[$0].places)) }
        let nearest = missed.sorted { ($1.size, $0.topic) < ($0.size, $1.topic) }
        return nearest.prefix(Self.mostMisses).map(\.topic).sorted().compactMap { number in
            let outcome = verdict.topics[number]
            guard let asked = outcome.asked, let lacked = outcome.lacked else { return nil }
            return NearMiss(
                topic: topics.compiled[number].topic.id,
                evidence: evidence(of: asked, outcome.places, scene, most: Self.mostOfMiss),
                lacked: lacked.words(in: topics))
        }
    }

    /// The places as evidence, beginning with one for each thing that the rule asks for.
    private func evidence(
        of rule: Int, _ places: PlaceSets.Number, _ scene: Scene, most: Int = mostEvidence
    ) -> [Evidence] {
        Proof(of: topics.rules[rule].root, in: topics, by: places, scene).shown(places, scene, most: most)
            .compactMap {
                let hit = scene.places[Int($0)]
                return scene.text.evidence(vocabulary.names[Int(hit.concept)], hit.range)
            }
    }
}

extension TaggedText {
    /// The same in the language that it is written in, where none is declared or another.
    var inItsLanguage: TaggedText {
        var text = self
        text.language = LanguageGuess.language(of: [title, summary], declared: language)
        return text
    }

    /// The same for the reader of facts.
    var factInput: FactInput {
        FactInput(
            title: title, summary: summary, content: content, language: language ?? .english,
            published: published?.day, sourceName: publisher, sourceJurisdiction: jurisdiction, authority: authority,
            stated: stated)
    }
}
