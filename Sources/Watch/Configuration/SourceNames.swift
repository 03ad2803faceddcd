import Model

/// Makes names of sources out of titles; a number tells equal ones apart.
struct SourceNames {
    private var taken: Set<String>
    /// The last number of each name, so that a list of equal titles is not gone through for each of them.
    private var numbers: [String: Int] = [:]

    /// Names beside those that are taken.
    init(taken: Set<String> = []) { self.taken = taken }

    /// A name that somebody gave, as it is, where it is one and no other source has it.
    mutating func own(_ name: String) -> String {
        ID<Source>(name).isWellFormed && taken.insert(name).inserted ? name : self.name(name)
    }

    /// A name that no other source has.
    mutating func name(_ title: String) -> String {
        let base = Self.plain(title)
        var name = base
        while !taken.insert(name).inserted {
            numbers[base, default: 1] += 1
            name = "\(base)-\(numbers[base, default: 1])"
        }
        return name
    }

    /// The letters and digits of a title, with a hyphen between words.
    static func plain(_ title: String) -> String {
        let letters = title.lowercased().utf8.map { byte -> UInt8 in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : 0x2D
        }
        let words = letters.split(separator: 0x2D).map { String(decoding: $0, as: UTF8.self) }
        let base = String(words.joined(separator: "-").prefix(48))
        return base.isEmpty ? "source" : base
    }
}
