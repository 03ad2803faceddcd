import Model

/// What is an edit, what is a correction, and what may be another server's version.
extension Decider {
    /// Readings in a row, and seconds, for which a version stands that is taken over although it may be one of two.
    static let (steadyReadings, steadySeconds): (Int, Int64) = (3, 86_400)
    /// Corrections of one day or address that are believed at once: what changes more often has to stand for a while.
    private static let mostAtOnce = 3

    /// What entries with the words of their items say otherwise.
    struct Corrections {
        /// The entries of which it is taken over.
        var taken: Set<Int> = []
        /// What tells the version of others, of which it may be taken over once it stands.
        var others: [Int: String] = [:]

        fileprivate mutating func add(_ index: Int, _ mark: String, isTaken: Bool) {
            if isTaken { taken.insert(index) } else { others[index] = mark }
        }
    }

    /// What tells the text of an entry that its item came from and went back to before; nil where it has none such. A
    /// text may come back once, as where a deadline is taken back or an answer was incomplete; after that it swings, as
    /// between two servers, until one stands.
    func swing(_ index: Int, _ item: KnownItem) -> String? {
        let hash = hashes[index]
        guard hash != item.textHash, item.cameBack, item.holds(hash), !stands(hash, item, days: 1) else { return nil }
        return hash
    }

    /// Whether a version was given for some days, and no other one meanwhile.
    private func stands(_ mark: String, _ item: KnownItem, days: Int) -> Bool {
        guard let now, let other = item.other, other.mark == mark else { return false }
        return other.readings + 1 >= Self.steadyReadings
            && now.seconds(since: other.since) >= Int64(days) * Self.steadySeconds
    }

    /// The corrections of entries that have every word of their items.
    var corrections: Corrections {
        let same = entries.indices.filter { !isOlder[$0] && matches[$0]?.textHash == hashes[$0] }
        var corrections = Corrections()
        correctLinks(of: same, &corrections)
        correctDays(of: same, &corrections)
        return corrections
    }

    /// Links may have other tokens at each reading: another host counts, other steps or parameters, that of one page which
    /// many had, and one among others that stayed. All else has to stand, the longer the more often it changed.
    private func correctLinks(of same: [Int], _ corrections: inout Corrections) {
        let pages = Dictionary(same.compactMap { matches[$0]?.link }.map { ($0, 1) }, uniquingKeysWith: +)
        let moved = same.compactMap { index -> (index: Int, item: KnownItem, link: String)? in
            guard let item = matches[index], let link = entries[index].text.link, link != item.link else { return nil }
            let isSame = item.link.map { CanonicalLink.of($0) == CanonicalLink.of(link) } ?? false
            return isSame ? nil : (index, item, CanonicalLink.of(link))
        }
        for (index, item, link) in moved {
            guard let old = item.link else {
                corrections.taken.insert(index)
                continue
            }
            let isOtherHost = CanonicalLink.host(of: old) != CanonicalLink.host(of: link)
            let mark = { isOtherHost ? CanonicalLink.host(of: $0) : CanonicalLink.of($0) }
            let course = Course(item.links.map(mark))
            let isSure =
                isOtherHost || pages[old, default: 0] >= 3 || moved.count * 2 <= same.count
                || !NumberedLink.areBuiltAlike(old, link)
            corrections.add(
                index, "link \(link)",
                isTaken: isSure && course.turns <= Self.mostAtOnce && !course.swings(to: mark(link))
                    || stands("link \(link)", item, days: course.turns + 1))
        }
    }

    /// That most have other days is a stamp of the publisher's build, unless all moved by as much, as where the zone is
    /// corrected, or to the same day of another year.
    private func correctDays(of same: [Int], _ corrections: inout Corrections) {
        var redated: [(index: Int, item: KnownItem, old: Instant, new: Instant)] = []
        for index in same {
            guard let item = matches[index], let new = entries[index].text.published, new != item.published else {
                continue
            }
            if let old = item.published {
                redated.append((index, item, old, new))
            } else {
                corrections.taken.insert(index)
            }
        }
        let shifts = Set(redated.map { $0.new.seconds(since: $0.old) })
        let isZone =
            redated.count == same.count && Set(redated.map(\.old)).count >= 3 && shifts.count == 1
            && shifts.allSatisfy { $0 % 900 == 0 && abs($0) <= 26 * 3_600 }
        let isFew = redated.count * 2 <= same.count
        for (index, item, old, new) in redated {
            let isSure = isZone || isFew || Self.isOtherYear(old, new)
            guard isSure || same.count == 1 else { continue }
            let (course, mark) = (Course(item.days), "day \(new)")
            corrections.add(
                index, mark,
                isTaken: isSure && course.turns <= Self.mostAtOnce && !course.swings(to: new)
                    || stands(mark, item, days: course.turns + 1))
        }
    }

    /// Whether two moments are a year or several apart to the second, as where the year is a slip.
    private static func isOtherYear(_ old: Instant, _ new: Instant) -> Bool {
        let (one, other) = (old.day.parts, new.day.parts)
        return one.month == other.month && one.day == other.day && new.seconds(since: old) % 86_400 == 0
    }
}
