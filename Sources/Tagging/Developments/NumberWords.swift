/// Numbers that are spelt before a million: `fünf Millionen Euro`, `five million euros`.
enum NumberWords {
    /// What the words for a million and more have in common, in all languages here.
    private static let scale = ["mil", "bil"].map { Array($0.utf8) }
    /// Bytes of the longest word.
    private static let longest = 12

    /// Whether a text in lower case may have such a number.
    static func mayStand(in bytes: [UInt8]) -> Bool {
        bytes.indices.contains { index in
            (bytes[index] == 0x6D || bytes[index] == 0x62) && Bytes.wordBegins(bytes, at: index)
                && scale.contains { bytes[index...].starts(with: $0) }
        }
    }

    /// Whether such a number begins at a place.
    static func stands(in bytes: [UInt8], at index: Int) -> Bool {
        var reader = ByteReader(bytes: bytes, index: index)
        return number(&reader) != nil
    }

    /// The number at the reader's place, behind which a million or more has to stand; nil, with the reader where it was,
    /// where none is.
    static func number(_ reader: inout ByteReader) -> Double? {
        let (bytes, start) = (reader.bytes, reader.index)
        guard start < bytes.count, bytes[start] >= 0x61, Bytes.wordBegins(bytes, at: start) else { return nil }
        let word = bytes[start...].prefix(longest + 1).prefix { Bytes.isLetter($0) || $0 >= 0x80 }
        guard word.endIndex + 1 < bytes.count, bytes[word.endIndex] == 0x20,
            scale.contains(where: { bytes[(word.endIndex + 1)...].starts(with: $0) }), let value = values[Array(word)]
        else { return nil }
        reader.index = word.endIndex
        return value
    }

    private static let values: [[UInt8]: Double] = {
        var values: [[UInt8]: Double] = [:]
        for line in words.split(separator: "\n") {
            let cells = line.split(separator: " ")
            for word in cells.dropFirst() { values[Array(word.utf8)] = Double(cells[0]) }
        }
        return values
    }()

    private static let words = """
        1 one eine un una um een jeden
        2 two zwei deux dos due dois twee dwa
        3 three drei trois tres tre três drie trzy
        4 four vier quatre cuatro quattro quatro cztery
        5 five fünf cinq cinco cinque vijf pięć
        6 six sechs seis sei zes sześć
        7 seven sieben sept siete sette sete zeven siedem
        8 eight acht huit ocho otto oito osiem
        9 nine neun neuf nueve nove negen dziewięć
        10 ten zehn dix diez dieci dez tien dziesięć
        12 twelve zwölf douze doce dodici doze twaalf
        15 fifteen fünfzehn quinze quince quindici vijftien
        20 twenty zwanzig vingt veinte venti vinte twintig
        30 thirty dreißig trente treinta trenta trinta dertig
        40 forty vierzig quarante cuarenta quaranta quarenta veertig
        50 fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig
        60 sixty sechzig soixante sesenta sessanta sessenta zestig
        80 eighty achtzig ochenta ottanta oitenta tachtig
        100 hundred hundert cent cien cento cem honderd sto
        """
}
