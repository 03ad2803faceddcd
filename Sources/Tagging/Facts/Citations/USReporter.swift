/// US reporters: `598 U.S. 508`, `2025 WL 1234567`, `130 F.4th 1039`.
enum USReporter {
    private static let reporters: [StaticString] = [
        "U.S. ", "S. Ct. ", "S.Ct. ", "F.2d ", "F.3d ", "F.4th ", "F. 2d ", "F. 3d ", "F. 4th ", "F. Supp. 2d ",
        "F. Supp. 3d ", "F.Supp.2d ",
        "F.Supp.3d ", "F. Supp. ", "F. App'x ", "WL ", "U.S. Dist. LEXIS ", "U.S. App. LEXIS ", "U.S.P.Q.2d ",
        "USPQ2d ", "Cal.App.5th ", "Cal. App. 5th ", "Cal.5th ", "L. Ed. 2d ",
    ]

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(1...4) != nil, reader.skip(" "),
            reader.current.map(Bytes.isUpper) ?? false,
            reporters.contains(where: { reader.skip($0) }), reader.digits(1...7) != nil, !reader.tokenGoesOn
        else { return nil }
        let written = reader.bytes[start..<reader.index]
        // `45 F. 4th 359` is `45 F.4th 359`.
        guard let place = written.firstIndex(of: 0x46), written[place...].starts(with: [0x46, 0x2E, 0x20]),
            Bytes.isDigit(written[place + 3])
        else { return String(ascii: written) }
        return String(ascii: written[..<(place + 2)] + written[(place + 3)...])
    }
}
