public import Model

/// Finds names of tools and vendors as whole words.
public struct NameFinder: Sendable {
    private let name: String
    private let spellings: [[Unicode.Scalar]]

    /// A finder of a name as it is spelt, in capitals too; a name in lower case is found in any case.
    public init(_ name: String) {
        self.name = name
        let exact = Array(name.unicodeScalars)
        let isLower = name == name.lowercased()
        let capital = exact.first.map {
            String($0).uppercased() + name.unicodeScalars.dropFirst().map(String.init).joined()
        }
        let all = [name, name.uppercased()] + (isLower ? [capital ?? name] : [])
        spellings = exact.isEmpty ? [] : Set(all).sorted().map { Array($0.unicodeScalars) }
    }

    /// Where a text has the name, the first place in each field.
    public func evidence(in text: ItemText) -> [Evidence] {
        [(Evidence.Field.title, text.title), (.summary, text.summary), (.content, text.content)]
            .compactMap { field, text in evidence(in: text, field) }
    }

    private func evidence(in text: String, _ field: Evidence.Field) -> Evidence? {
        let scalars = Array(text.unicodeScalars)
        let hits = spellings.compactMap { spelling in place(of: spelling, in: scalars).map { ($0, spelling.count) } }
        guard let (start, count) = hits.min(by: { $0.0 < $1.0 }) else { return nil }
        let around = scalars[max(0, start - 40)..<min(scalars.count, start + count + 40)]
        return Evidence(
            rule: "name: \(name)", words: string(scalars[start..<start + count]), field: field,
            offset: string(scalars[..<start]).utf8.count, context: string(around))
    }

    private func place(of name: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard let first = name.first, let last = name.last, text.count >= name.count else { return nil }
        for start in 0...text.count - name.count where text[start] == first {
            let end = start + name.count
            guard text[start..<end].elementsEqual(name) else { continue }
            let isJoined =
                (start > 0 && joins(text[start - 1], first)) || (end < text.count && joins(last, text[end]))
            if !isJoined { return start }
        }
        return nil
    }

    /// Whether two neighbours belong to one word: scripts without spaces never join a name.
    private func joins(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool { isWord(left) && isWord(right) }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return false }
        return !properties.isIdeographic && !(0x0E00...0x0EFF).contains(scalar.value)
            && !(0x1100...0x11FF).contains(scalar.value) && !(0x3040...0x30FF).contains(scalar.value)
            && !(0xAC00...0xD7AF).contains(scalar.value)
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
