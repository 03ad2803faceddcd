extension Schema {
    /// Versions of items that their sources give and that are not taken over, as long as they may come from another of
    /// two servers.
    static let otherVersions = [
        """
        CREATE TABLE other_version (
            item INTEGER PRIMARY KEY REFERENCES item(id), mark TEXT NOT NULL CHECK (mark <> ''),
            since INTEGER NOT NULL, readings INTEGER NOT NULL CHECK (readings >= 1)
        ) STRICT
        """
    ]
}
