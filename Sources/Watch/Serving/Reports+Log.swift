public import Logging

extension FetchReport {
    /// Says what fetching did: one line, and one more for each source that could not be read.
    public func tell(_ log: Logger) {
        tellFailures(log)
        log.info("fetch: \(sentence)")
    }

    func tellFailures(_ log: Logger) {
        for note in [clock, ownNetwork].compactMap(\.self) { log.warning("\(note)") }
        for left in waiting { log.warning("source \(left.source) waiting: \(left.sentence(command: "fetch"))") }
        for fetch in fetches {
            if let cause = fetch.cause, !fetch.isOwnNetwork {
                log.warning("source \(fetch.source) \(fetch.outcome): \(cause): \(fetch.detail ?? "")")
            }
            if let gap = fetch.gap { log.warning("source \(fetch.source) has a gap: \(gap)") }
        }
    }

    var sentence: String {
        let looked = fetches.filter { $0.cause == nil }.count
        return "\(looked) of \(fetches.count) sources read, \(notDue) not due; "
            + "\(new) new items, \(revised) edited, \(relevant) relevant"
    }
}

extension RunReport {
    /// Says what the run did: one line, and one more for each source that could not be read or digest not delivered.
    public func tell(_ log: Logger) {
        fetching.tellFailures(log)
        for failure in undelivered { log.warning("not delivered: \(failure)") }
        for note in orphans { log.warning("\(note)") }
        log.info(
            """
            run: \(fetching.sentence); \(developments) developments, \(alerts) alerts, \(digests.count) digests, \
            \(undelivered.count) not delivered
            """)
    }
}
