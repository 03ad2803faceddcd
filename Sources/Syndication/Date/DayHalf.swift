/// Which half of the day an hour of twelve belongs to.
enum DayHalf {
    case forenoon, afternoon
    /// From the evening to the small hours.
    case night

    /// The hour of twenty-four.
    func hour(_ hour: Int) -> Int {
        guard (0...12).contains(hour) else { return hour }
        switch self {
        case .forenoon: return hour % 12
        case .afternoon: return hour % 12 + 12
        case .night: return hour == 12 || hour < 4 ? hour % 12 : hour + 12
        }
    }
}
