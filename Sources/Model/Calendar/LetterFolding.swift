/// Letters without case and without marks, so that names are compared as people read them.
public enum LetterFolding {
    /// The base letter in lower case; nil for a mark that stands on the letter before it.
    ///
    /// One letter becomes one letter: `É` is `e`, `ß` is `s`, `Ά` is `α`, `أ` is `ا`.
    public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return Unicode.Scalar(value | 0x20)
        case 0..<0xAA: return scalar
        case 0xC0...0x24F: return latin(value, latinExtended, from: 0xC0) ?? scalar
        case 0x300...0x36F: return nil
        // Raised letters of ordinal numbers: `1ᵉʳ`, `5ᵗʰ`.
        case 0x2B0: return "h"
        case 0x2B3: return "r"
        case 0x2E2: return "s"
        case 0x1D48: return "d"
        case 0x1D49: return "e"
        case 0x1D57: return "t"
        case 0x207F: return "n"
        case 0x370...0x3FF: return Unicode.Scalar(greek(value))
        case 0x400...0x42F: return Unicode.Scalar(cyrillicCapital(value))
        case 0x450...0x45F: return Unicode.Scalar(value == 0x450 || value == 0x451 ? 0x435 : value)
        case 0x531...0x556: return Unicode.Scalar(value + 0x30)
        case 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670: return nil
        case 0x622, 0x623, 0x625, 0x671: return Unicode.Scalar(0x627 as UInt32)
        case 0x649, 0x6CC: return Unicode.Scalar(0x64A as UInt32)
        case 0x6A9: return Unicode.Scalar(0x643 as UInt32)
        // They join letters or keep them apart, and are none themselves.
        case 0x200C, 0x200D: return nil
        case 0x1E00...0x1EFF: return latin(value, latinAdditional, from: 0x1E00) ?? scalar
        case 0xFF21...0xFF3A: return Unicode.Scalar(value - 0xFF21 + 0x61)
        case 0xFF41...0xFF5A: return Unicode.Scalar(value - 0xFF41 + 0x61)
        default: return scalar
        }
    }

    /// The letter that a folded one and a mark behind it are together where it is no kind of the folded one: `й` is no
    /// `и`, though some programs write it as one with a breve.
    public static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch (letter, mark.value) {
        case ("и", 0x306): "й"
        case ("у", 0x306): "ў"
        case ("і", 0x308): "ї"
        case ("ي", 0x654): "ئ"
        case ("و", 0x654): "ؤ"
        default: nil
        }
    }

    /// The text letter by letter, marks dropped.
    public static func fold(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let letter = fold(scalar) { folded.append(letter) }
        }
        return String(folded)
    }

    private static func latin(_ value: UInt32, _ table: StaticString, from first: UInt32) -> Unicode.Scalar? {
        let letter = table.utf8Start[Int(value - first)]
        return letter == 0x2E ? nil : Unicode.Scalar(letter)
    }

    private static func greek(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x386, 0x3AC: 0x3B1
        case 0x388, 0x3AD: 0x3B5
        case 0x389, 0x3AE: 0x3B7
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: 0x3B9
        case 0x38C, 0x3CC: 0x3BF
        case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: 0x3C5
        case 0x38F, 0x3CE: 0x3C9
        case 0x3C2: 0x3C3
        case 0x391...0x3A9: value + 0x20
        default: value
        }
    }

    private static func cyrillicCapital(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x400, 0x401: 0x435
        case 0x402...0x40F: value + 0x50
        default: value + 0x20
        }
    }

    // The base letters of U+00C0...U+024F and U+1E00...U+1EFF, one byte a letter; a dot where there is none.
    private static let latinExtended: StaticString = """
        aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg\
        hhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs........\
        .......e.......i........oo.............uu............................aaiioouuuuuuuuuu.aaaaaa..ggkkoo\
        oo..j...gg..nnaaaaooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................
        """
    private static let latinAdditional: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
        ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
        iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """
}
