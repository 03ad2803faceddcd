/// A link and the short numbers in it, by which editions under the same titles differ: `/2026/46/part-1.pdf` and
/// `/2026/47/part-1.pdf`.
struct NumberedLink {
    /// Digits of such a number at most, which may be a day: longer ones are marks of a fetch.
    private static let longest = 8

    /// The link with a mark for each number.
    let form: [UInt8]
    let numbers: [String]

    /// A link from an address.
    init(_ address: String) {
        var (form, numbers, digits) = ([UInt8](), [String](), [UInt8]())
        func end() {
            guard !digits.isEmpty else { return }
            if digits.count > Self.longest {
                form += digits
            } else {
                form.append(0)
                numbers.append(String(decoding: digits, as: UTF8.self))
            }
            digits = []
        }
        for byte in CanonicalLink.of(address).utf8 {
            if (0x30...0x39).contains(byte) {
                digits.append(byte)
            } else {
                end()
                form.append(byte)
            }
        }
        end()
        self.form = form
        self.numbers = numbers
    }

    /// The numbers that another link has others for, and which of its numbers they are; none where they differ in more, or
    /// in nothing.
    func changes(from former: NumberedLink) -> [(place: Int, old: String, new: String)] {
        guard form == former.form else { return [] }
        return numbers.indices.filter { former.numbers[$0] != numbers[$0] }
            .map { (place: $0, old: former.numbers[$0], new: numbers[$0]) }
    }

    /// Whether another link is built alike, with as many steps and the same parameters on the same host, and has other
    /// letters or long numbers in its path, as in `/nov/part-1.pdf` and `/dec/part-1.pdf`.
    static func isOfOtherPath(_ address: String, _ former: String) -> Bool {
        let (new, old) = (Parts(CanonicalLink.of(address)), Parts(CanonicalLink.of(former)))
        return new.steps.first == old.steps.first && new.isBuilt(as: old)
            && zip(new.steps, old.steps).contains { NumberedLink($0).form != NumberedLink($1).form }
    }

    /// Whether two links have as many steps and the same parameters: tokens change neither, other software does.
    static func areBuiltAlike(_ one: String, _ other: String) -> Bool {
        Parts(CanonicalLink.of(one)).isBuilt(as: Parts(CanonicalLink.of(other)))
    }

    private struct Parts {
        let steps, names: [String]

        func isBuilt(as other: Parts) -> Bool { steps.count == other.steps.count && names == other.names }

        init(_ link: String) {
            let halves = link.split(separator: "?", maxSplits: 1)
            steps = halves.first.map { $0.split(separator: "/").map(String.init) } ?? []
            names = halves.dropFirst().flatMap { $0.split(separator: "&") }.map { String($0.prefix { $0 != "=" }) }
        }
    }
}
