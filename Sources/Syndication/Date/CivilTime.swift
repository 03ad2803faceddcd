/// The parts of a date as they were written.
struct CivilTime {
    var year = 0
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    /// Seconds east of UTC; nil where none is written.
    var offset: Int?
    /// What the zone's name means elsewhere, in seconds east of UTC.
    var rivalOffsets: [Int] = []
    /// The zone's name in the IANA database, where one is written instead of an offset.
    var zoneName: String?
    /// The offset that the form implies where neither text nor source gives one.
    var customaryOffset: Int?

    /// Hour 24 is midnight at the day's end (ISO 8601), second 60 a leap second.
    var hasRealParts: Bool {
        let isMidnight = hour == 24 && minute == 0 && second == 0
        guard (0...23).contains(hour) || isMidnight, (0...59).contains(minute), (0...60).contains(second) else {
            return false
        }
        return offset.map { abs($0) < 86400 } ?? true
    }
}
