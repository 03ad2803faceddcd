public import Model

/// Finds the topics of items, and their facts.
public struct Tagger: Sendable {
    private let vocabulary: Vocabulary
    private let topics: TopicSet
    /// Reads facts; nil where the vocabulary was compiled without their tables.
    public let facts: FactReader?

    /// The most places that a tag shows, and a near miss.
    private static let (mostEvidence, mostOfMiss) = (6, 2)
    /// The most near misses of an item, those with the most places.
    private static let mostMisses = 4

    /// A tagger for a vocabulary, with its fact tables if it has some, and the topics compiled for it.
    /// - Parameters:
    ///   - vocabulary: the concepts and their terms.
    ///   - topics: the topics, compiled for this vocabulary.
    ///   - acts: acts without a number, by their names.
    public init(vocabulary: Vocabulary, topics: TopicSet, acts: KnownActs = .none) {
        self.vocabulary = vocabulary
        self.topics = topics
        facts = FactReader(vocabulary, acts: acts)
    }

    /// What an item's text gives: topics, facts, and topics just missed. What stands beside its own words gives none.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: the findings, each with its evidence.
    public func findings(in text: TaggedText) -> Findings {
        let text = inItsLanguage(text)
        guard let whole = BrokenWords.mended(text) else { return findings(ofWhole: text) }
        var findings = findings(ofWhole: whole.first)
        guard let second = whole.second else { return findings }
        let others = self.findings(ofWhole: second).topics.filter { other in
            !findings.topics.contains { $0.topic == other.topic }
        }
        guard !others.isEmpty else { return findings }
        findings.nearMisses.removeAll { miss in others.contains { $0.topic == miss.topic } }
        let found = findings.topics + others
        findings.topics = topics.topics.compactMap { topic in found.first { $0.topic == topic.id } }
        return findings
    }

    /// What a text gives whose words are whole.
    private func findings(ofWhole text: TaggedText) -> Findings {
        let reading = read(text)
        guard let own = own(text, reading) else { return findings(in: text, reading) }
        var findings = findings(in: own, read(own))
        var whole = Findings()
        fill(&whole, of: text, reading)
        let missed = whole.topics.filter { topic in !findings.topics.contains { $0.topic == topic.topic } }
        findings.nearMisses.removeAll { miss in missed.contains { $0.topic == miss.topic } }
        findings.nearMisses += missed.prefix(Self.mostMisses).map {
            NearMiss(topic: $0.topic, evidence: Array($0.evidence.prefix(Self.mostOfMiss)), lacked: Self.ownWords)
        }
        return findings
    }

    /// What an item lacks that has a topic's words only in tags and links.
    private static let ownWords = "words of its own: tags, links to other items and what markup sets aside do not count"

    private func findings(in text: TaggedText, _ reading: Reading) -> Findings {
        var findings = Findings()
        facts?.fill(&findings, of: text.factInput, in: reading, title: topics.title(of: reading.text, reading.hits))
        fill(&findings, of: text, reading)
        // What is usual among things of the law is said of nothing else.
        if findings.topics.isEmpty, findings.instrument.value == .other, findings.stage.evidence.isEmpty {
            findings.stage = Proven(.none, [])
            // Nor has a day of its effect there, as the last day of a sale, unless the publisher states it as such.
            if findings.jurisdictions.allSatisfy(\.isAssumed) {
                findings.dates.removeAll { date in !date.evidence.contains { $0.field == .stated } }
            }
        }
        return findings
    }

    /// Puts topics and near misses into findings.
    private func fill(_ findings: inout Findings, of text: TaggedText, _ reading: Reading) {
        let places = reading.hits.inOrder
        if places.count <= FewPlaces.most {
            fill(&findings, scene(of: text, reading, places, findings.statesLaw) as Scene<FewPlaces>)
        } else {
            fill(&findings, scene(of: text, reading, places, findings.statesLaw) as Scene<ManyPlaces>)
        }
    }

    /// A text without what stands beside its own words; nil where nothing does, or nothing else would be left.
    private func own(_ text: TaggedText, _ reading: Reading) -> TaggedText? {
        let labels = vocabulary.labels(in: reading)
        guard !text.title.isEmpty else { return nil }
        var cut = text
        let titled = labels.filter { $0.field == .title }.map(\.label)
        cut.title = OwnText.title(text.title, labels: titled, publisher: text.publisher) ?? text.title
        if !labels.isEmpty || text.paragraphs.contains(where: \.isAside) {
            func own(_ field: Evidence.Field, _ words: String) -> String {
                OwnText.of(
                    words, labels: labels.filter { $0.field == field }.map(\.label), paragraphs: text.paragraphs)
                    ?? words
            }
            cut.summary = own(.summary, text.summary)
            cut.content = own(.content, text.content)
        }
        cut.summary = OwnText.withoutTitle(cut.summary, text.title) ?? cut.summary
        cut.summary = OwnText.withoutAddresses(cut.summary) ?? cut.summary
        cut.content = OwnText.withoutAddresses(cut.content) ?? cut.content
        let isWhole =
            cut.title.utf8.count == text.title.utf8.count && cut.summary.utf8.count == text.summary.utf8.count
            && cut.content.utf8.count == text.content.utf8.count
        return isWhole ? nil : cut
    }

    /// How the topics of an item came about, for a person to read.
    /// - Parameter text: the item's plain text and what is known of its source.
    /// - Returns: all concepts found, the gate's decision, and each topic with what held or lacked.
    public func explanation(of text: TaggedText) -> TopicExplanation {
        let text = inItsLanguage(text)
        guard let whole = BrokenWords.mended(text) else { return explanation(ofWhole: text) }
        var explanation = explanation(ofWhole: whole.first)
        guard let second = whole.second else { return explanation }
        let other = self.explanation(ofWhole: second)
        for (number, answer) in other.topics.enumerated() where explanation.topics[number].rule == nil {
            if answer.rule != nil { explanation.topics[number] = answer }
        }
        return explanation
    }

    private func explanation(ofWhole whole: TaggedText) -> TopicExplanation {
        let text = own(whole, read(whole)) ?? whole
        let reading = read(text)
        var told = Findings()
        facts?.fill(&told, of: text.factInput, in: reading, title: topics.title(of: reading.text, reading.hits))
        var scene: Scene<ManyPlaces> = scene(of: text, reading, reading.hits.inOrder, told.statesLaw)
        let verdict = Verdict(&scene, topics)
        var album = Album(scene)
        return TopicExplanation(
            concepts: scene.places.compactMap {
                scene.text.evidence(vocabulary.names[Int($0.concept)], $0.range)
            },
            gate: zip(topics.gate, verdict.gate).map { rule, places in
                TopicExplanation.Condition(
                    rule: topics.rules[rule].text, holds: places != nil,
                    evidence: places.map { evidence(of: rule, $0, &album) } ?? [])
            },
            topics: topics.compiled.indices.map { answer(for: $0, verdict, &scene, &album) })
    }

    /// What became of a topic: the rule that held, or what the one that came closest lacked.
    private func answer<Places>(
        for number: Int, _ verdict: Verdict<Places>, _ scene: inout Scene<Places>, _ album: inout Album<Places>
    ) -> TopicExplanation.Answer {
        let (compiled, outcome) = (topics.compiled[number], verdict.topics[number])
        let closest =
            outcome.asked.map { rule in
                let lacks = outcome.lacked.map { [$0.words(in: topics)] } ?? []
                return (rule: rule, standing: Scene<Places>.Standing(lacks: lacks, places: outcome.places))
            } ?? scene.standing(of: compiled, in: topics)
        guard let (rule, standing) = closest else {
            return TopicExplanation.Answer(
                topic: topics.topics[number].id, rule: nil, closest: nil, lacks: [], evidence: [])
        }
        // Where more than one condition of the gate is unmet, no topic is asked.
        let unmet = zip(topics.gate, verdict.gate).filter { $1 == nil }.map { topics.rules[$0.0].text }
        let lacks = outcome.rule == nil && standing.lacks.isEmpty ? unmet : standing.lacks
        return TopicExplanation.Answer(
            topic: topics.topics[number].id, rule: outcome.rule.map { topics.rules[$0].text },
            closest: topics.rules[rule].text, lacks: lacks,
            evidence: evidence(of: rule, standing.places, &album))
    }

    /// How much work the text of an item is: bytes, nodes and places looked at, for topics.
    func steps(in text: TaggedText) -> Int {
        let reading = read(text)
        var scene: Scene<ManyPlaces> = scene(of: text, reading, reading.hits.inOrder, false)
        _ = Verdict(&scene, topics)
        return reading.steps + scene.steps
    }

    /// A text in the language that it is written in, where none is declared or another.
    private func inItsLanguage(_ text: TaggedText) -> TaggedText {
        var told = text
        told.language = LanguageGuess.language(of: [text.title, text.summary], declared: text.language, by: vocabulary)
        return told
    }

    private func read(_ text: TaggedText) -> Reading {
        vocabulary.read(
            NormalText([(.title, text.title), (.summary, text.summary), (.content, text.content)]),
            language: text.language)
    }

    private func scene<Places>(
        of text: TaggedText, _ reading: Reading, _ places: [Hit], _ statesLaw: Bool
    ) -> Scene<Places> {
        var traits: UInt8 = statesLaw ? SourceTrait.legalFact.bit : 0
        if text.scope == .topical { traits |= SourceTrait.topicalSource.bit }
        if text.authority?.isPrimary ?? vocabulary.namesAuthority(text.publisher) {
            traits |= SourceTrait.officialSource.bit
        }
        return Scene(
            reading.text, places, title: topics.title(of: reading.text, places), conceptCount: vocabulary.conceptCount,
            notionCount: topics.notions.count, traits: traits)
    }

    /// Puts the topics of a scene and its near misses into findings.
    private func fill<Places>(_ findings: inout Findings, _ scene: consuming Scene<Places>) {
        let verdict = Verdict(&scene, topics)
        var album = Album(scene)
        for (number, outcome) in verdict.topics.enumerated() {
            guard let rule = outcome.rule else { continue }
            findings.topics.append(
                TopicTag(
                    topic: topics.topics[number].id, evidence: evidence(of: rule, outcome.places, &album),
                    rule: topics.rules[rule].text))
        }
        findings.nearMisses = nearMisses(verdict, &album)
    }

    private func nearMisses<Places>(_ verdict: Verdict<Places>, _ album: inout Album<Places>) -> [NearMiss] {
        var missed: [(topic: Int, size: Int)] = []
        for (number, outcome) in verdict.topics.enumerated() where outcome.lacked != nil {
            missed.append((number, outcome.places.count))
        }
        if missed.count > Self.mostMisses {
            missed.sort { ($1.size, $0.topic) < ($0.size, $1.topic) }
            missed.removeSubrange(Self.mostMisses...)
            missed.sort { $0.topic < $1.topic }
        }
        return missed.compactMap { number, _ in
            let outcome = verdict.topics[number]
            guard let asked = outcome.asked, let lacked = outcome.lacked else { return nil }
            return NearMiss(
                topic: topics.topics[number].id,
                evidence: evidence(of: asked, outcome.places, &album, most: Self.mostOfMiss)
                    + against(outcome.against, &album),
                lacked: lacked.words(in: topics))
        }
    }

    /// The first place of what must not be there.
    private func against<Places>(_ places: Places, _ album: inout Album<Places>) -> [Evidence] {
        guard let first = places.first(from: 0), var evidence = album.evidence(of: first, vocabulary) else { return [] }
        evidence.rule = NearMiss.against
        return [evidence]
    }

    /// The places as evidence, beginning with one for each thing that the rule asks for.
    private func evidence<Places>(
        of rule: Int, _ places: Places, _ album: inout Album<Places>, most: Int = mostEvidence
    ) -> [Evidence] {
        album.evidence(of: topics.rules[rule].root, in: topics, by: places, most: most, vocabulary)
    }
}

/// The evidence of a scene's places, each made once however many topics show it.
private struct Album<Places: PlaceSet> {
    let scene: Scene<Places>
    private var made: [Evidence?] = []
    private var proof = Proof<Places>()

    init(_ scene: Scene<Places>) { self.scene = scene }

    /// The evidence of the places that show a rule, as `Proof` finds them.
    mutating func evidence(
        of root: Int32, in topics: TopicSet, by places: Places, most: Int, _ vocabulary: Vocabulary
    ) -> [Evidence] {
        proof.show(root, in: topics, by: places, scene, most: most)
        var pieces: [Evidence] = []
        pieces.reserveCapacity(proof.shown.count)
        for place in proof.shown {
            if let piece = evidence(of: place, vocabulary) { pieces.append(piece) }
        }
        return pieces
    }

    mutating func evidence(of place: Int32, _ vocabulary: Vocabulary) -> Evidence? {
        if made.isEmpty { made = [Evidence?](repeating: nil, count: scene.places.count) }
        if let evidence = made[Int(place)] { return evidence }
        let hit = scene.places[Int(place)]
        made[Int(place)] = scene.text.evidence(vocabulary.names[Int(hit.concept)], hit.range)
        return made[Int(place)]
    }
}

extension TaggedText {
    /// The same for the reader of facts.
    var factInput: FactInput {
        FactInput(
            title: title, summary: summary, content: content, language: language ?? .english,
            published: (published ?? seen)?.day, sourceName: publisher, sourceJurisdiction: jurisdiction,
            authority: authority,
            stated: stated)
    }
}

extension Findings {
    /// Whether the facts say that something of the law happened.
    fileprivate var statesLaw: Bool {
        instrument.value != .other && !instrument.evidence.isEmpty && !(citations.isEmpty && dates.isEmpty)
    }
}
