import Model

/// What reading a document again means for what is known of its source.
struct Decisions: Sendable, Equatable {
    var intents: [EntryDecision] = []
    /// What entries are of items that may have another version.
    var versions: [VersionRead] = []
    /// How many entries have a text that their item came from and went back to before.
    var swinging = 0
    /// Entries that were known already, by whatever proof; those that are pinned above a window of news do not count.
    var overlap = 0
    /// How many known entries are pinned above a window of news.
    var pinned = 0
    /// How many known entries stand beside news with other texts than before, where no other entry is known: they do not
    /// count either, as what was changed may come back to a list by last change.
    var edited = 0
    /// When the first of the entries of older pages that were known was seen first; nil where none was.
    var reach: Instant?
    /// Whether most entries have other ids than the items that they are known to be.
    var schemeChanged = false
    /// Whether the source's ids name other entries at each reading, so that its items are told by their links.
    var idsArePlaces = false
    /// Whether all is the edition behind the last one that is known, so that nothing came between.
    var isNextEdition = false
    /// The parts of the links in which all differ from what is known under their titles: whether they are those of an
    /// edition, or of the asking, asking once more shows.
    var freshParts: Set<String> = []
    /// How many entries share their id with another.
    var sharedIDs = 0
    /// The known entries beside and among a window of news; nil where they say nothing special.
    var standing: Standing?

    /// Known entries above, among and below a window of news. They are what was newest before, or stand there whatever comes
    /// and goes: which it is shows what else the source had.
    struct Standing: Sendable, Equatable {
        var items: [RowID<Item>]
        /// The one above the news that was seen last: in a list that goes from early to late, the newest.
        var above: KnownItem?
        /// The one among the news that was seen last: what was changed may stand anywhere in a list by last change.
        var among: KnownItem?
        /// The first below the news of those that were seen last: in a list that goes from late to early, the newest.
        var below: KnownItem?
    }
}
