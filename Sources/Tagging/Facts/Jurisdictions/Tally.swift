import Model

/// Proofs by jurisdiction, in order of first appearance; evidence is made of those that are told.
struct Tally {
    /// What speaks for a jurisdiction.
    enum Proof {
        case words(ReadField, String, PhraseHit)
        case made(Evidence)

        var field: Evidence.Field {
            switch self {
            case .words(let field, _, _): field.field
            case .made(let evidence): evidence.field
            }
        }

        var evidence: Evidence {
            switch self {
            case .words(let field, let label, let hit): field.evidence(label, hit)
            case .made(let evidence): evidence
            }
        }
    }

    private(set) var codes: [String] = []
    private var proofs: [[Proof]] = []
    /// The most evidence of one jurisdiction that is kept.
    private static let most = 5

    var isEmpty: Bool { codes.isEmpty }

    /// Whether all laws that were found are the Union's.
    var isUnionAlone: Bool { !isEmpty && codes.allSatisfy { $0 == "EU" || $0 == "EU:applied" } }

    mutating func add(_ code: String, _ found: Proof) {
        guard let place = codes.firstIndex(of: code) else {
            codes.append(code)
            proofs.append([found])
            return
        }
        if proofs[place].count < Self.most { proofs[place].append(found) }
    }

    /// The part with evidence in one field.
    func only(_ field: Evidence.Field) -> Tally {
        var part = Tally()
        for (code, proofs) in zip(codes, proofs) {
            for found in proofs where found.field == field { part.add(code, found) }
        }
        return part
    }

    /// The part with some codes.
    func only(_ codes: Set<String>) -> Tally {
        var part = Tally()
        for (code, proofs) in zip(self.codes, proofs) where codes.contains(code) {
            for found in proofs { part.add(code, found) }
        }
        return part
    }

    mutating func add(_ other: Tally) {
        for (code, proofs) in zip(other.codes, other.proofs) {
            for found in proofs { add(code, found) }
        }
    }

    func proven(dropping dropped: Set<String>) -> [Proven<Jurisdiction>] {
        var result: [Proven<Jurisdiction>] = []
        for (code, proofs) in zip(codes, proofs) where !dropped.contains(code) {
            let plain = code.utf8.count > 3 ? code.split(separator: ":").first.map(String.init) ?? code : code
            guard let jurisdiction = Jurisdiction(plain), !result.contains(where: { $0.value == jurisdiction }) else {
                continue
            }
            result.append(Proven(jurisdiction, proofs.map(\.evidence)))
        }
        return result
    }
}
