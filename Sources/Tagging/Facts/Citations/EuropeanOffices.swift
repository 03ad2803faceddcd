/// Cases of the boards of appeal of the European Patent Office: `J 8/20`, `T 1234/20`, `G1/23`.
enum AppealBoardCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        // Without a space only those of the Enlarged Board are written, of which there are few a year.
        let isEnlarged =
            reader.current == UInt8(ascii: "G") && reader.peek(2) == 0x2F && reader.peek(1) != 0x37 && reader.skip("G")
        guard isEnlarged || reader.skip("J ") || reader.skip("G ") || reader.skip("T ") || reader.skip("T_") else {
            return nil
        }
        guard let number = reader.digits(1...4), reader.skip("/"), let year = reader.digits(2...2), !reader.tokenGoesOn
        else { return nil }
        let digits = String(ascii: number).drop { $0 == "0" }
        guard !digits.isEmpty else { return nil }
        return "\(Unicode.Scalar(reader.bytes[start])) \(digits)/\(String(ascii: year))"
    }
}

/// Actions before the Unified Patent Court, `UPC_CFI_191/2025`, and its orders, `ORD_598324/2023`.
enum PatentCourtCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        if reader.skip("UPC_CFI_") || reader.skip("UPC_CoA_") || reader.skip("ACT_") || reader.skip("ORD_")
            || reader.skip("APL_") || reader.skip("App_")
        {
            guard reader.digits(1...6) != nil, reader.skip("/"), let year = reader.digits(4...4),
                year.starts(with: "20".utf8), !reader.tokenGoesOn
            else { return nil }
            return String(ascii: reader.bytes[start..<reader.index])
        }
        let court = reader.skip("UPC CFI ") ? "CFI" : reader.skip("UPC CoA ") ? "CoA" : nil
        guard let court, let number = reader.digits(1...4), reader.skip("/"), let year = reader.digits(4...4),
            !reader.tokenGoesOn
        else { return nil }
        return "UPC_\(court)_\(String(ascii: number))/\(String(ascii: year))"
    }
}

/// Appeals before the boards of the Union's Intellectual Property Office: `R 1412/2024-G`.
enum EUIPOAppeal {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("R ") || reader.skip("R"), let number = reader.digits(1...4), reader.skip("/"),
            let year = reader.digits(4...4), year.starts(with: "20".utf8), reader.skip("-"), let board = reader.current,
            board == UInt8(ascii: "G") || (0x31...0x35).contains(board)
        else { return nil }
        reader.index += 1
        guard start == 0 || reader.bytes[start - 1] == 0x20 || reader.bytes[start - 1] == 0x28, !reader.tokenGoesOn
        else {
            return nil
        }
        let digits = String(ascii: number).drop { $0 == "0" }
        return digits.isEmpty ? nil : "R \(digits)/\(String(ascii: year))-\(Unicode.Scalar(board))"
    }
}
