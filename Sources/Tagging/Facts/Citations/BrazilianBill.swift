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
