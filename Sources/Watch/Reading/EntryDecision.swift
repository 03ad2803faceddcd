import Model

/// What is to be done with one entry, before it is tagged.
enum EntryDecision: Sendable, Equatable {
    case insert(ItemIdentity, ItemText, textHash: String)
    /// The text is the item's, or that of another item in its place: then each has an identity of its own from now on.
    case revise(RowID<Item>, ItemText, textHash: String, identity: ItemIdentity, former: ItemIdentity)
    case rename(RowID<Item>, ItemIdentity)
}
