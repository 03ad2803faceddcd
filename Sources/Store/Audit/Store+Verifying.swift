import GRDB
import Model

extension Store {
    /// Looks through the audit log, and through the rows whose hashes it keeps.
    ///
    /// That the last lines were removed is seen only against a head that somebody else holds, such as the recipient
    /// of a digest.
    ///
    /// - Parameter witness: A head that was seen before; nil where there is none.
    /// - Returns: What was found.
    /// - Throws: `StoreProblem`.
    public func verifyAudit(against witness: AuditHead? = nil) throws -> AuditVerdict {
        try read { db in
            var verdict = try db.verifyChain()
            if verdict.fault == nil, let witness { verdict.fault = try db.fault(against: witness, verdict.head) }
            verdict.rows = try db.rowFaults()
            return verdict
        }
    }
}

extension Database {
    fileprivate func verifyChain() throws -> AuditVerdict {
        var verdict = AuditVerdict(entries: 0, head: nil, fault: nil, rows: [])
        var previous = AuditChain.origin
        let rows = try Row.fetchCursor(cachedStatement(sql: "SELECT * FROM audit ORDER BY number"))
        while let row = try rows.next() {
            let entry = try row.auditEntry()
            if verdict.fault == nil {
                verdict.fault = try fault(of: entry, expecting: verdict.entries + 1, after: previous)
            }
            verdict.entries += 1
            verdict.head = AuditHead(number: entry.number, hash: entry.hash)
            previous = entry.hash
        }
        return verdict
    }

    /// What is wrong with a line; nil where it follows the one before.
    private func fault(of entry: AuditEntry, expecting number: Int64, after previous: String) throws -> AuditFault? {
        guard entry.number == number else { return .removed(number) }
        guard AuditChain.hash(of: entry, after: previous) != entry.hash else { return nil }
        if let other = try place(of: entry, where: { $0 != number }) { return .reordered(number, wasAt: other) }
        // Where the line after stands one too early as well, a line was taken out and the others moved up.
        if try entries(from: number + 1, limit: 1).contains(where: { next in
            var moved = next
            moved.number += 1
            return AuditChain.hash(of: moved, after: entry.hash) == next.hash
        }) {
            return .removed(number)
        }
        return .changed(number)
    }

    /// The number under which a line has its hash: its content follows what stands before that place.
    private func place(of entry: AuditEntry, where isLikely: (Int64) -> Bool) throws -> Int64? {
        var previous = AuditChain.origin
        var candidate = entry
        let rows = try Row.fetchCursor(self, sql: "SELECT number, hash FROM audit ORDER BY number")
        while let row = try rows.next() {
            candidate.number = try row.value("number")
            if isLikely(candidate.number), AuditChain.hash(of: candidate, after: previous) == entry.hash {
                return candidate.number
            }
            previous = try row.text("hash")
        }
        return nil
    }

    private func entries(from number: Int64, limit: Int) throws -> [AuditEntry] {
        try map("SELECT * FROM audit WHERE number >= ? ORDER BY number LIMIT ?", [number, limit]) {
            try $0.auditEntry()
        }
    }

    fileprivate func fault(against witness: AuditHead, _ head: AuditHead?) throws -> AuditFault? {
        let entry = try entries(from: witness.number, limit: 1).first.flatMap { $0.number == witness.number ? $0 : nil }
        if entry?.hash == witness.hash { return nil }
        if let restored = try restoring(after: witness) { return .putAside(witness.number, restored) }
        return entry == nil
            ? .cutOff(last: head?.number ?? 0, witnessed: witness.number) : .rewritten(witness.number)
    }
}
