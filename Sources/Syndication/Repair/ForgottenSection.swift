/// CDATA sections whose end was forgotten: that of the next entry's section ends them, far too late.
enum ForgottenSection {
    /// Whether a section holds the end of an entry and the next one with a section of its own. Of the many that hold no
    /// `<![CDATA[` nothing else is looked for, and one that ends with `]]` shows markup: its text is cut between that and
    /// the `>`, as a section within a section has to be.
    static func holdsEntry(_ section: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let section = UnsafeBufferPointer(rebasing: section)
        guard section.count < 2 || section[section.count - 2] != 0x5D || section[section.count - 1] != 0x5D,
            let inner = ByteScan(section).end(of: "<![CDATA[", from: 0)
        else { return false }
        let scan = ByteScan(UnsafeBufferPointer(rebasing: section[..<inner]))
        let ends: [(StaticString, StaticString)] = [("</item>", "<item"), ("</entry>", "<entry")]
        return ends.contains { end, start in
            scan.end(of: end, from: 0).flatMap { scan.end(of: start, from: $0) } != nil
        }
    }
}
