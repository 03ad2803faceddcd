import Model
import Store
import Transport

/// Whether a server is believed when it says that nothing changed, and that all is new.
extension Angler {
    /// What is told of a server that is not.
    private static let distrust =
        "its server said for days that nothing changed although entries were dated then: it is read in full each time"

    /// Why a source is to be read in full each time; nil where its server may be believed.
    ///
    /// It is not where the first reading in full after days of "unchanged" brings entries of several of these days, and
    /// from then on, as its answers are known no better later.
    func doubt(_ haul: Haul, _ visit: Visit, _ prospect: Prospect) async throws -> String? {
        let state = prospect.state
        guard visit.answer.validators != nil, let last = state.lastSuccess else { return nil }
        guard let validators = state.validators else {
            let (store, source) = (store, prospect.source.id)
            let fetches = try await workers.run { try store.fetches(of: source, limit: 40) }
            let before = fetches.first { fetch in
                if case .read = fetch.outcome { return true }
                return false
            }
            return before?.warnings.contains(Self.distrust) == true ? Self.distrust : nil
        }
        // Whoever asks conditionally is told of what is put online late, too.
        guard ValidatorPolicy.usable(validators, now: visit.at) == nil else { return nil }
        let unchanged = validators.obtained.adding(days: 1)
        let days = haul.decisions.intents.compactMap { decision -> Day? in
            guard case .insert(_, let text, _) = decision, let dated = text.dated,
                dated > unchanged, dated.adding(days: 1) < last
            else { return nil }
            return dated.day
        }
        return Set(days).count > 2 ? Self.distrust : nil
    }

    /// Which of the parts in which all links are new are others once more where the source is asked again: they are those
    /// of the asking. Those of an edition stay.
    func passing(
        _ parts: Set<String>, _ document: Document, _ visit: inout Visit, _ source: Source
    ) async -> Set<String> {
        let again = await reader.visit(source, validators: nil, pass: visit.pass)
        visit.pass = again.pass ?? visit.pass
        guard case .document(let other) = again.outcome else { return [] }
        let (links, others) = (Self.links(document.entries), Self.links(other.entries))
        let pairs = links.compactMap { title, link in others[title].map { (link, $0) } }
        guard !pairs.isEmpty else { return [] }
        return parts.filter { name in
            pairs.allSatisfy { $0.differences(from: $1)?.contains(name) ?? false }
        }
    }

    /// The links of entries by the titles that one of them has.
    private static func links(_ entries: [Entry]) -> [String: PartedLink] {
        let titled = Dictionary(grouping: entries) { Identities.titleKey($0.text.title, on: $0.text.published) }
        return titled.compactMapValues { $0.count == 1 ? $0[0].text.link.flatMap(PartedLink.init) : nil }
    }
}
