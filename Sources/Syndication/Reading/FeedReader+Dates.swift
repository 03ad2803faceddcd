import Model

extension FeedReader {
    /// The reader of dates in the language of the entry, else of the feed.
    private mutating func datesInLanguage() -> DateReader {
        guard let language = item?.language ?? feed.language else { return dates }
        if language != speaking?.language { speaking = (language, dates.speaking(language)) }
        return speaking?.dates ?? dates
    }

    /// Gives a date to the field that it belongs to; one that cannot be read is reported, never guessed.
    mutating func takeDate(_ current: Capture, _ text: String) {
        guard !text.isEmpty else { return }
        let isSpent = failedDates > bounds.dates
        guard let instant = datesInLanguage().instant(text, onlyUsual: isSpent) else {
            failedDates += text.utf8.count
            if isSpent { return }
            if failedDates > bounds.dates {
                lose("too many dates cannot be read; of the others only the usual forms are")
            }
            return warn("the date \"\(PlainText.clean(String(text.prefix(80))))\" cannot be read", at: current.place)
        }
        let vocabulary = current.vocabulary
        let isFeed = item == nil
        let dialect = dialect
        update { draft in
            switch current.element {
            case .published:
                draft.published.offer(instant, rank: vocabulary == .atom && dialect != .atom ? 1 : 0, tie: .lastWins)
            case .issued:
                draft.published.offer(instant, rank: dialect == .atom ? 0 : dialect == .rdf ? 3 : 2, tie: .lastWins)
            case .date:
                draft.published.offer(isFeed ? nil : instant, rank: dialect == .rdf ? 2 : 3)
                draft.updated.offer(instant, rank: 2)
            case .created: draft.published.offer(instant, rank: 5)
            case .modified: draft.updated.offer(instant, rank: vocabulary == .dcterms ? 1 : 0, tie: .lastWins)
            default: draft.updated.offer(instant, rank: 0, tie: .lastWins)
            }
        }
    }
}
