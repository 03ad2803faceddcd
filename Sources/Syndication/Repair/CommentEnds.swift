/// Where comments end, also those whose end was mistyped or forgotten.
struct CommentEnds {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let scan: ByteScan
    private var ends = EndMark("-->")
    private var beginnings = EndMark("<!--")
    /// What people and word processors write for an end; the first of them is one in HTML.
    private var mistyped = [EndMark("--!>"), EndMark("-- >"), EndMark("- ->"), EndMark("–>")]
    /// Comments of the document that have no end of their own, once they were counted.
    private var endless: Int?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        scan = ByteScan(bytes)
    }

    /// The index after a comment, and whether it has an end of its own. Indices must not go back.
    mutating func after(_ start: Int) -> (index: Int, isOwn: Bool) {
        let next = beginnings.after(start, scan) ?? bytes.count
        let other = mistyped.indices.compactMap { mistyped[$0].after(start, scan) }.filter { $0 <= next }.min()
        if let end = ends.after(start, scan), !isForgotten(start, end, next, other) { return (end, true) }
        return (other ?? scan.endWithoutMark(from: start), false)
    }

    /// Whether an end is that of a later comment: one that begins behind a whole entry, or behind a mistyped end, in a
    /// document with more beginnings than ends. Those who comment out entries that hold comments have as many.
    private mutating func isForgotten(_ start: Int, _ end: Int, _ next: Int, _ other: Int?) -> Bool {
        guard next < end, bytes[start] != 0x3E, other != nil || holdsEntry(start..<next) else { return false }
        let left = endless ?? count()
        endless = max(0, left - 1)
        return left > 0
    }

    private func holdsEntry(_ range: Range<Int>) -> Bool {
        let scan = ByteScan(UnsafeBufferPointer(rebasing: bytes[range]))
        return scan.end(of: "</item>", from: 0) != nil || scan.end(of: "</entry>", from: 0) != nil
    }

    /// How many beginnings there are more than ends, outside CDATA sections.
    private func count() -> Int {
        var (beginning, end) = (EndMark("<!--"), EndMark("-->"))
        var (section, sectionEnd) = (EndMark("<![CDATA["), EndMark("]]>"))
        var (at, open) = (0, 0)
        while true {
            let marks = [beginning.after(at, scan), end.after(at, scan), section.after(at, scan)].map { $0 ?? Int.max }
            guard let first = marks.min(), first < Int.max else { return open }
            at = first
            if first == marks[0] {
                open += 1
            } else if first == marks[1] {
                open -= 1
            } else if open <= 0 {
                at = sectionEnd.after(first, scan) ?? first
            }
        }
    }
}

extension ByteScan {
    /// Where a comment or an instruction ends whose own end is missing: behind the next `>`, but before the next tag,
    /// which may be that of an entry.
    func endWithoutMark(from start: Int) -> Int {
        let angle = index(of: 0x3C, from: start)
        let end = index(of: 0x3E, from: start, to: angle)
        return end < angle ? end + 1 : angle
    }
}
