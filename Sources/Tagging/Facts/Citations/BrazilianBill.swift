/// Bills of Brazil's Congress: `PL 2338/2023`, `PL nº 2.338/2023`.
enum BrazilianBill {
    static func read(_ reader: inout ByteReader) -> String? {
        guard reader.skip("PL ") else { return nil }
        _ = reader.skip("n° ") || reader.skip("nº ") || reader.skip("n. ") || reader.skip("nº") || reader.skip("n°")
        guard let first = reader.digits(1...4) else { return nil }
        var number = String(ascii: first)
        if first.count == 1, reader.skip(".") {
            guard let thousands = reader.digits(3...3) else { return nil }
            number += String(ascii: thousands)
        }
        guard reader.skip("/"), let year = reader.digits(2...4), year.count != 3, !reader.tokenGoesOn else {
            return nil
        }
        return "PL \(number)/\(year.count == 2 ? "20" : "")\(String(ascii: year))"
    }
}

/// Brazilian cases: the single number of all courts, `1042318-77.2024.8.26.0100` (Resolution 65/2008 of the National
/// Council of Justice), and the classes of the highest courts, `REsp 2214879`, `RE 1037396`, `ADI 7261`.
enum BrazilianCase {
    static func byNumber(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(7...7) != nil, reader.skip("-"), reader.digits(2...2) != nil, reader.skip("."),
            reader.digits(4...4) != nil, reader.skip("."), reader.digits(1...1) != nil, reader.skip("."),
            reader.digits(2...2) != nil, reader.skip("."), reader.digits(4...4) != nil, !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    static func appeal(_ reader: inout ByteReader) -> String? {
        guard let name = classes.first(where: { reader.skip($0.written) })?.name else { return nil }
        let start = reader.index
        var isMarked = reader.skip("n° ") || reader.skip("nº ") || reader.skip("n. ")
        guard let first = reader.digits(1...7) else { return nil }
        var number = String(ascii: first)
        while first.count <= 3, reader.current == 0x2E, reader.peek(1).map(Bytes.isDigit) ?? false {
            reader.index += 1
            guard let group = reader.digits(3...3) else { return nil }
            number += String(ascii: group)
            isMarked = true
        }
        // The shorter names are words elsewhere: `WE ARE 20000 STRONG`.
        guard isMarked || name.hasSuffix("REsp") || isOfSupremeCourt(reader, start) else { return nil }
        // Actions against statutes have come to thousands, appeals to millions.
        let least = name.hasPrefix("AD") ? 3 : 5
        return number.utf8.count >= least && !reader.tokenGoesOn ? "\(name) \(number)" : nil
    }

    /// Whether the Supreme Court is named near a number.
    private static func isOfSupremeCourt(_ reader: ByteReader, _ start: Int) -> Bool {
        let near = String(ascii: reader.bytes[max(0, start - 120)..<min(reader.bytes.count, reader.index + 60)])
        return ["STF", "Supremo", "Tema", "tese"].contains(where: near.contains)
    }

    private static let classes: [(written: StaticString, name: String)] = [
        ("REsp ", "REsp"), ("AREsp ", "AREsp"), ("RE ", "RE"), ("ARE ", "ARE"), ("ADI ", "ADI"), ("ADPF ", "ADPF"),
    ]
}
