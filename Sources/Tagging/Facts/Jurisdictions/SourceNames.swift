import Model
import Synchronization

/// What the names of sources speak of: each is read once, as many items come from one source.
final class SourceNames: Sendable {
    /// The laws and the places of a name, and whether it is a court's.
    typealias Meaning = (law: Tally, place: Tally, isCourt: Bool)

    private struct Key: Hashable {
        let name: String
        let language: Language
    }

    /// Names that are kept at most; then all are read anew.
    private static let most = 4_096

    private let known = Mutex<[Key: Meaning]>([:])

    /// What a name means to texts in a language.
    func meaning(of name: String, in language: Language, reading read: () -> Meaning) -> Meaning {
        let key = Key(name: name, language: language)
        if let meaning = known.withLock({ $0[key] }) { return meaning }
        let meaning = read()
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[key] = meaning
        }
        return meaning
    }
}
