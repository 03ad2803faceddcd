import Model
import Store

/// What is on record of the sources.
extension Checkup {
    /// Names in one sentence at most.
    static let mostNames = 5

    /// What is understood in the definitions, and yet seems not to be meant.
    func checkDefinitions(_ settings: Settings, _ sources: [Source]) {
        if settings.fetch.shortest > settings.fetch.every {
            tell(
                .doubtful, "fetch.shortest is longer than fetch.every, which then says nothing",
                "Change one of them in \(settings.file).")
        }
        let alike = Dictionary(grouping: sources) { CanonicalLink.ofSource($0.url) }
        for same in alike.sorted(by: { $0.key < $1.key }).map(\.value) where same.count > 1 {
            tell(
                .doubtful, "\(Self.named(same.map(\.id))) are one address: \(same[0].url)",
                "Every item of it is stored and told more than once: remove all but one.")
        }
        for file in settings.feeds where OPMLCatalogue.isOPML(file) {
            for reason in (try? OPMLCatalogue.subscriptions(in: file, jurisdiction: nil).left) ?? [] {
                tell(.doubtful, "\(file): left out: \(reason)", "What is left out is not watched.")
            }
        }
    }

    /// Where something may have been missed: once for what was read before, once for what never was.
    func checkGaps(_ sources: [Source]) {
        let found = look("the coverage gaps") { store in
            (try workspace.gaps(all: false).filter { !$0.neverRead }, try never(of: sources, in: store))
        }
        guard let (known, never) = found else { return }
        if !known.isEmpty {
            tell(
                .doubtful,
                "\(known.count) gap\(known.count == 1 ? " is" : "s are") open: something may have been missed",
                "`lexwatch sources gaps` tells of each, and takes the word of who looked (--acknowledge GAP --note …).")
        }
        guard !never.isEmpty else { return }
        tell(
            .doubtful, "\(never.count) of \(sources.count) sources could never be read: \(Self.named(never))",
            "`lexwatch sources` says why; mend their definitions, or remove them.")
    }

    private func never(of sources: [Source], in store: Store) throws -> [ID<Source>] {
        let (states, asked) = (try store.sourceStates(), try store.lastFetches())
        return sources.map(\.id).filter { asked[$0] != nil && states[$0]?.lastSuccess == nil }
    }

    /// What somebody has followed for a month without any item that met it: perhaps it goes by another number or name.
    func checkFollows() {
        let unmet = look("what is followed") { store in
            try store.follows().filter { follow in
                try follow.since < workspace.clock.now.adding(days: -30)
                    && store.thread(of: follow.matter).isEmpty && store.loneItems(of: follow.matter).isEmpty
            }
        }
        guard let unmet, !unmet.isEmpty else { return }
        tell(
            .doubtful,
            "for a month or longer no item has met what is followed: "
                + Self.named(unmet.map { "\($0.matter) (\($0.owner))" }),
            "`lexwatch matter` finds other forms of a name: follow one of these, or give it up with `lexwatch unfollow`."
        )
    }

    /// Some names, and how many there are besides.
    static func named(_ sources: [ID<Source>]) -> String { named(sources.map(\.rawValue)) }

    private static func named(_ all: [String]) -> String {
        let more = all.count - mostNames
        let names = all.prefix(mostNames).joined(separator: ", ")
        return more > 0 ? "\(names) and \(more) more" : names
    }
}
