/// Random numbers that are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A text of characters that are hard to handle.
    mutating func text(length: Int) -> String {
        let scalars: [Unicode.Scalar] = Array(
            "aAbBéÉüßıŁ \n-–’«ДЙёيةالَُ權权著作がｶﾞﾟ한ㅎ\u{1112}\u{1161}\u{11A8}\u{AD}\u{200B}\u{301}\u{3099}\u{FE0F}ＡＩ１😀§€ﬁ"
                .unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(scalars[Int.random(in: 0..<scalars.count, using: &self)]) }
        return String(text)
    }

    /// A text of few letters, so that short terms occur often.
    mutating func words(length: Int) -> String {
        let letters: [Unicode.Scalar] = Array("aabbs  -.权作é한д".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(letters[Int.random(in: 0..<letters.count, using: &self)]) }
        return String(text)
    }
}
