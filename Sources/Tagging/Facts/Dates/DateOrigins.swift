/// The dates of a field from which something moved or on which nothing takes place, by their places among all of its dates.
struct DateOrigins {
    /// For each date the place, among the origins, of the last one before it, or of itself; -1 where there is none.
    private var last: [Int] = []
    /// The origins, in order.
    private var all: [Int] = []

    init(of dates: [StatedDate], _ moves: DateMoves, off: [LegalDates.Reading?]) {
        guard moves.canTell || off.contains(where: { $0 != nil }) else { return }
        for (index, date) in dates.enumerated() {
            let others = [index - 1, index + 1].filter(dates.indices.contains).map { dates[$0] }
            if off[index] != nil || moves.isOrigin(date, beside: others) { all.append(index) }
            last.append(all.count - 1)
        }
    }

    var isEmpty: Bool { all.isEmpty }

    func contains(_ index: Int) -> Bool { !isEmpty && last[index] >= 0 && all[last[index]] == index }

    /// The nearest origins before and behind a date that is none.
    func neighbours(of index: Int) -> [Int] {
        isEmpty ? [] : [last[index], last[index] + 1].compactMap { all.indices.contains($0) ? all[$0] : nil }
    }
}
