import GRDB
public import Model

/// What is to stand for an item's findings from now on.
public struct Retagged: Sendable, Equatable {
    /// The item.
    public var item: RowID<Item>
    /// What its newest text gave.
    public var findings: Findings

    /// New findings of an item.
    public init(_ item: RowID<Item>, _ findings: Findings) {
        self.item = item
        self.findings = findings
    }
}

extension Store {
    /// Replaces what items gave, in one transaction; topics that a person set or took away stay as they are.
    ///
    /// - Parameters:
    ///   - batch: The items and their findings.
    ///   - vocabulary: The version of the vocabulary that made them.
    /// - Throws: `StoreProblem`.
    public func replaceFindings(_ batch: [Retagged], vocabulary: String) throws {
        try write { db in
            for entry in batch {
                guard let text = try db.text(of: entry.item) else { continue }
                let rows = ItemRows(text, entry.findings)
                try db.replace(entry.findings, rows, of: entry.item, vocabulary: vocabulary)
            }
        }
    }
}
