/// Whether an entry with another id is the item that has its title, day and every word: what the whole document says.
///
/// Courts publish many a "Judgment" or "Order" without a further word: where ids and links tell entries apart, such a
/// title proves nothing.
struct TitleProof {
    /// How many entries there are.
    let entries: Int
    /// How many of them are known by their ids, or their links where they have no ids.
    let keyed: Int
    /// How many are not known by these, nor by link and words together.
    let unmatched: Int
    /// How many are known by link and words together.
    let renamed: Int
    /// How many of the unmatched have a title and words that one entry and one known item have.
    let lone: Int

    /// Whether the title is proof.
    ///
    /// - Parameters:
    ///   - isLone: Whether one entry and one known item have it with these words.
    ///   - isDated: Whether it has a day.
    ///   - hasOwnID: Whether the entry has an id that is not its link.
    ///   - hasOtherLink: Whether entry and item have links, and these differ.
    /// - Returns: Whether it is.
    func holds(isLone: Bool, isDated: Bool, hasOwnID: Bool, hasOtherLink: Bool) -> Bool {
        if isMost { return true }
        if hasOtherLink { return isLone && isDated && !idsLast && (lone + renamed >= 3 || lone == unmatched) }
        return !idsLast || isLone && (isDated || !hasOwnID)
    }

    /// Most of the window has new ids or links for what can be told apart.
    private var isMost: Bool {
        let count = lone + renamed
        return count * 5 >= entries * 3 && (count >= 3 || count == 2 && entries == 2)
    }

    /// More entries kept their ids than have others for what can be told apart: an id that is new is a new item's.
    private var idsLast: Bool { keyed > lone + renamed }
}
