import Model

extension Viewer {
    /// What was read, and what was not.
    func coverage(_ coverage: DigestCoverage) -> [String: Any] {
        let summary = words(
            "coverage-read",
            ["read": String(coverage.read), "n": String(coverage.sources), "items": String(coverage.items)])
        let isComplete = coverage.troubled.isEmpty && coverage.gaps.isEmpty
        return [
            "coverage": leaf(summary), "is-complete": isComplete,
            "read-percent": leaf(String(percent(coverage.read, of: coverage.sources))),
            "troubled": coverage.troubled.map(troubled), "has-troubled": !coverage.troubled.isEmpty,
            "gaps": coverage.gaps.map { leaf(gap($0)) }, "has-gaps": !coverage.gaps.isEmpty,
            "no-longer": leaf(names(coverage.removed)), "now-watched": leaf(names(coverage.added)),
        ]
    }

    /// Sources that are named at most: a whole catalogue may be added, or taken out, at once.
    private static let mostNames = 20

    private func names(_ all: [String]) -> String {
        let rest = all.count - Self.mostNames
        return words.list(all.prefix(Self.mostNames) + (rest > 0 ? [words("further", ["n": String(rest)])] : []))
    }

    private func percent(_ part: Int, of whole: Int) -> Int { whole > 0 ? min(100, max(0, part * 100 / whole)) : 0 }

    private func troubled(_ source: TroubledSource) -> Scope {
        // That a bot wall answers is said by the trouble itself.
        let cause = source.cause.flatMap { $0 == .botWall ? nil : words("cause-\($0.rawValue)") }
        let (since, until) = (source.since.map { day($0) }, source.until.map { day($0) })
        let trouble = words("trouble-\(source.trouble.rawValue)", ["from": since ?? "", "to": until ?? ""])
        return Scope([
            "title": leaf(source.title), "id": leaf(source.id), "trouble": leaf(trouble),
            "since": leaf(until == nil ? since.map { words("since", ["date": $0]) } : nil), "cause": leaf(cause),
            "detail": leaf(source.detail(in: words)),
            "checked": leaf(source.handChecked.map { words("checked", ["date": day($0)]) }),
            "alternative": link(source.alternative), "url": url(source.alternative),
        ])
    }

    private func gap(_ gap: ReportedGap) -> String {
        guard let to = gap.to else {
            return words("gap-lasting", ["title": gap.title, "from": day(gap.from)])
        }
        return words("gap-\(gap.kind.rawValue)", ["title": gap.title, "from": day(gap.from), "to": day(to)])
    }
}
