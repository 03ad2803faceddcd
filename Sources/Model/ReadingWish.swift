/// How often a publisher asks to be read: a wish, which nothing has to be missed for.
public struct ReadingWish: Sendable, Equatable, Codable {
    /// Seconds between two readings; nil where it names none.
    public var every: Int?
    /// Hours of the day, in UTC, in which nothing new appears.
    public var restHours: [Int]
    /// Days of the week, 1 for Monday, on which nothing new appears.
    public var restDays: [Int]

    /// A wish from its parts; one to rest at all hours or on all days is none.
    public init(every: Int? = nil, restHours: [Int] = [], restDays: [Int] = []) {
        self.every = every
        self.restHours = Set(restHours).count < 24 ? Set(restHours).sorted() : []
        self.restDays = Set(restDays).count < 7 ? Set(restDays).sorted() : []
    }

    /// Whether nothing new appears at a moment.
    func rests(at moment: Instant) -> Bool {
        let second = moment.seconds(since: moment.day.midnightUTC)
        return restDays.contains(moment.day.weekday) || restHours.contains(Int(second / 3600))
    }

    /// The first moment from one on at which something new may appear, and the latest one where there is none until then.
    package func firstMoment(from moment: Instant, notAfter latest: Instant) -> Instant {
        var next = moment
        while next < latest, rests(at: next) {
            next = next.adding(seconds: 3600 - next.seconds(since: next.day.midnightUTC) % 3600)
        }
        return next > latest ? max(moment, latest) : next
    }
}
