import Model

extension Viewer {
    /// The figures for management.
    func management(_ summary: ManagementSummary) -> Scope {
        let figures: [(String, String)] = [
            ("raised", String(summary.raised)), ("answered-count", String(summary.answered)),
            ("open-count", String(summary.open)), ("overdue-count", String(summary.overdue)),
            ("median", days(summary.medianDays)), ("slowest", days(summary.slowestDays)),
        ]
        return Scope([
            "figures": figures.map { Scope(["label": leaf(words($0.0)), "value": leaf($0.1)]) },
            "owners": summary.owners.map(owner), "has-owners": !summary.owners.isEmpty,
            "policies": summary.policies.map(policy), "has-policies": !summary.policies.isEmpty,
            "unreachable": leaf(words.list(summary.unreachable)),
        ])
    }

    private func days(_ count: Int?) -> String { count.map { words("days", count: $0) } ?? "–" }

    private func owner(_ owner: OwnerFigures) -> Scope {
        Scope([
            "name": leaf(owner.name), "open": leaf(String(owner.open)), "overdue": leaf(String(owner.overdue)),
            "answered": leaf(String(owner.answered)), "median": leaf(days(owner.medianDays)),
        ])
    }

    private func policy(_ policy: PolicyFigures) -> Scope {
        let status = [
            words("status-\(policy.status.rawValue)"),
            policy.reviewDue.map { words("review", ["date": words.day($0)]) },
            policy.isRemoved == true ? words("removed-subject") : nil,
        ]
        return Scope([
            "title": leaf(policy.title), "owner": leaf(policy.owner),
            "status": leaf(status.compactMap(\.self).joined(separator: " · ")), "due": day(policy.due),
        ])
    }
}
