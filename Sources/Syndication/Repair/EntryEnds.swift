/// Where elements end before the entry around them does, or the next one begins: each entry is gone through once, as
/// hostile documents have millions of elements without an end.
struct EntryEnds {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let scan: ByteScan
    /// What was gone through: from an index to the entry's end, or the next one's beginning.
    private var (start, reach) = (0, 0)
    /// The ends of elements that begin there, by where their names stand.
    private var own: [Int: Int] = [:]
    /// The last ends there of elements that begin before.
    private var outer: [String: Int] = [:]
    private var begun: [String: [Int]] = [:]
    private var sectionEnds = EndMark("]]>")
    private var commentEnds = EndMark("-->")

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        scan = ByteScan(bytes)
    }

    /// Where the end tag of an open element stands; nil where it has none in its entry. Indices must not go back.
    mutating func end(of name: Range<Int>, after index: Int) -> Int? {
        if index >= reach { goThrough(from: index) }
        let end = name.lowerBound >= start ? own[name.lowerBound] : outer[lowercase(name)]
        return end.flatMap { $0 >= index ? $0 : nil }
    }

    private mutating func goThrough(from index: Int) {
        (start, reach) = (index, bytes.count)
        own.removeAll(keepingCapacity: true)
        outer.removeAll(keepingCapacity: true)
        begun.removeAll(keepingCapacity: true)
        var at = scan.index(of: 0x3C, from: index)
        while at + 1 < bytes.count {
            if let end = endOfText(at: at) {
                at = scan.index(of: 0x3C, from: end)
                continue
            }
            let isEnd = bytes[at + 1] == 0x2F
            let name = name(at: isEnd ? at + 2 : at + 1)
            let key = lowercase(name)
            if MarkupKind.of(key.split(separator: ":").last.map(String.init) ?? "").contains(.entry) {
                reach = at
                return
            }
            let next = scan.index(of: 0x3C, from: at + 1)
            if isEnd {
                if let begin = begun[key]?.popLast() { own[begin] = at } else { outer[key] = at }
            } else if !name.isEmpty, !closesItself(name.upperBound..<next) {
                begun[key, default: []].append(name.lowerBound)
            }
            at = next
        }
    }

    /// The end of a comment or a CDATA section, whose tags are none.
    private mutating func endOfText(at index: Int) -> Int? {
        if scan.has("<!--", at: index) { return commentEnds.after(index + 4, scan) }
        guard scan.has("<![CDATA[", at: index), let end = sectionEnds.after(index + 9, scan) else { return nil }
        return ForgottenSection.holdsEntry(bytes[index + 9..<end - 3]) ? nil : end
    }

    private func closesItself(_ rest: Range<Int>) -> Bool {
        let angle = scan.index(of: 0x3E, from: rest.lowerBound, to: rest.upperBound)
        return angle < rest.upperBound && bytes[angle - 1] == 0x2F
    }

    private func name(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, end - start < 300, ByteScan.isNamePart(bytes[end]) { end += 1 }
        return start..<end
    }

    private func lowercase(_ name: Range<Int>) -> String {
        String(decoding: bytes[name].map(lowercased), as: UTF8.self)
    }
}
