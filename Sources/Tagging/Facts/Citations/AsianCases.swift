/// Letters of the unified text, read one by one.
extension ByteReader {
    /// The character of three bytes here, as Chinese, Japanese and Korean ones are; nil for others.
    mutating func wide() -> UInt32? {
        guard let first = current, first >= 0xE0, first < 0xF0, index + 2 < bytes.count else { return nil }
        let value = UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        index += 3
        return value
    }
}

/// Chinese case numbers: `(2023)京0491民初11279号`.
enum ChineseCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("("), let year = reader.digits(4...4),
            year.starts(with: "20".utf8) || year.starts(with: "19".utf8),
            reader.skip(")")
        else { return nil }
        reader.spaces()
        guard let first = reader.wide(), first != 0x7B2C, first >= 0x4E00 else { return nil }
        let limit = min(reader.bytes.count, start + 72)
        while reader.index < limit {
            if let byte = reader.current, byte < 0x80 {
                if byte == 0x2C { return isListed(reader) ? value(reader.bytes[start..<reader.index]) : nil }
                guard Bytes.isDigit(byte) || byte == 0x2D || byte == 0x20 else { return nil }
                reader.index += 1
            } else if let letter = reader.wide() {
                if letter == 0x53F7 || letter == 0x865F { return value(reader.bytes[start..<(reader.index - 3)]) }
                if letter == 0x3001 {
                    reader.index -= 3
                    return isListed(reader) ? value(reader.bytes[start..<reader.index]) : nil
                }
                guard letter >= 0x4E00 else { return nil }
            } else {
                return nil
            }
        }
        return nil
    }

    /// Whether the numbers of a list stand here, the last of them with the word for number that all share: `、124、125号`.
    static func isListed(_ reader: ByteReader) -> Bool {
        var reader = reader
        for _ in 0..<mostListed {
            _ = reader.joint()
            guard reader.digits(1...6) != nil else { return false }
            reader.spaces()
            if reader.skip("号") || reader.skip("號") { return true }
        }
        return false
    }

    /// Numbers of a list at most.
    private static let mostListed = 30

    /// The kinds of cases.
    private static let kinds = ["民", "刑", "行", "知", "执", "破", "赔", "监", "商", "财", "特", "认", "清"]
        .map { Array($0.utf8) }

    /// The number in simplified characters, as the courts of China write it, from what stands before its last character.
    private static func value(_ written: ArraySlice<UInt8>) -> String? {
        let number = FoldTable.simplified(String(ascii: written.filter { $0 != 0x20 }))
        let bytes = Array(number.utf8)
        guard bytes.last.map(Bytes.isDigit) ?? false,
            kinds.contains(where: { kind in bytes.indices.contains { bytes[$0...].starts(with: kind) } })
        else { return nil }
        return number + "号"
    }
}

/// Japanese case numbers: `令和6年(ネ)第10006号`.
enum JapaneseCase {
    private static let eras: [(written: StaticString, name: String)] = [
        ("令和", "令和"), ("平成", "平成"), ("昭和", "昭和"), ("令", "令和"), ("平", "平成"), ("昭", "昭和"),
    ]

    /// Whether the first character of an era's name stands here.
    static func begins(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE4, 0xBB, 0xA4), (0xE5, 0xB9, 0xB3), (0xE6, 0x98, 0xAD): true
        default: false
        }
    }

    /// The number in full, as judgments write it; their register leaves out `年`, `第` and `号`: `令和5(行ウ)5001`.
    static func read(_ reader: inout ByteReader) -> String? {
        guard let era = eras.first(where: { reader.skip($0.written) })?.name else { return nil }
        let yearStart = reader.index
        guard reader.digits(1...2) != nil || reader.skip("元") else { return nil }
        let year = String(ascii: reader.bytes[yearStart..<reader.index])
        let hasYear = reader.skip("年")
        guard reader.skip("(") else { return nil }
        let kindStart = reader.index
        var letters = 0
        while reader.current != 0x29 {
            guard letters < 4, reader.wide() != nil else { return nil }
            letters += 1
        }
        let kind = String(ascii: reader.bytes[kindStart..<reader.index])
        guard reader.skip(")") else { return nil }
        let hasSign = reader.skip("第")
        guard let number = reader.digits(1...6) else { return nil }
        let isCounted = reader.skip("号")
        guard hasYear && hasSign && isCounted || isOfCourts(kind) && (isCounted || !reader.tokenGoesOn) else {
            return nil
        }
        return "\(era)\(year)年(\(kind))第\(String(ascii: number))号"
    }

    /// Whether letters are a kind of cases: most are of kana, and two of appeals to the Supreme Court are not.
    private static func isOfCourts(_ kind: String) -> Bool {
        kind == "受" || kind == "許"
            || kind.unicodeScalars.last.map { (0x3041...0x30FF).contains($0.value) } ?? false
    }
}

/// Korean case numbers: `2024가합12345`.
enum KoreanCase {
    private static let codes: Set<String> = [
        "가합", "가단", "가소", "나", "다", "두", "누", "구합", "구단", "고합", "고단", "고정", "노", "도", "카합", "카기", "카단",
        "헌마", "헌바", "헌가", "헌라", "허", "후", "르", "므", "드합", "드단", "마", "그", "라", "재나", "재다", "추", "아", "당", "원",
    ]

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8) || year.starts(with: "19".utf8) else {
            return nil
        }
        let codeStart = reader.index
        while let byte = reader.current, byte >= 0xEA, byte <= 0xED, reader.index - codeStart < 9 { _ = reader.wide() }
        guard codes.contains(String(ascii: reader.bytes[codeStart..<reader.index])), reader.digits(1...7) != nil,
            !(reader.current.map { $0 >= 0xE0 && isCounter(reader) } ?? false)
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    /// Whether the number counts days or the like: `2024다5월` is no case.
    private static func isCounter(_ reader: ByteReader) -> Bool {
        var probe = reader
        return probe.skip("월") || probe.skip("일") || probe.skip("년") || probe.skip("명")
    }
}

/// Taiwanese case numbers: `112年度民著訴字第12號`.
enum TaiwaneseCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(2...3) != nil, reader.skip("年度") || reader.skip(" 年度") else { return nil }
        reader.spaces()
        var letters = 0
        while !reader.skip("字第") {
            guard letters < 12, reader.wide() != nil else { return nil }
            letters += 1
        }
        reader.spaces()
        guard letters > 0, reader.digits(1...6) != nil else { return nil }
        reader.spaces()
        guard reader.skip("號") || reader.skip("号") else { return nil }
        return String(ascii: reader.bytes[start..<reader.index].filter { $0 != 0x20 })
    }
}

/// Cases of Hong Kong's courts: `FACV 8/2024`, `HCA 1234/2023`.
enum HongKongCase {
    private static let courts: [StaticString] = [
        "FACV ", "FACC ", "FAMV ", "FAMC ", "CACV ", "CACC ", "CAMP ", "HCA ", "HCAL ", "HCMP ", "HCIP ", "HCCT ",
        "DCCJ ",
        "DCCC ",
    ]

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard courts.contains(where: { reader.skip($0) }), reader.digits(1...5) != nil, reader.skip("/"),
            let year = reader.digits(4...4), year.starts(with: "20".utf8) || year.starts(with: "19".utf8),
            !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}

/// Indian case numbers, `CS(COMM) 652/2023`, and neutral citations, `2023:DHC:1234`.
enum IndianCase {
    private static let heads: [StaticString] = [
        "CS(COMM) ", "CS (COMM) ", "CS(OS) ", "W.P.(C) ", "WP(C) ", "W.P. (C) ", "FAO(OS)(COMM) ", "FAO(OS) (COMM) ",
        "RFA(OS)(COMM) ",
        "COM IPR SUIT (L) ", "COMIP(L) ", "LPA ", "C.A.(COMM.IPD-PAT) ", "WP(PIL) ",
    ]

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard heads.contains(where: { reader.skip($0) }) else { return nil }
        let headEnd = reader.index
        _ = reader.skip("No. ") || reader.skip("NO. ") || reader.skip("Nos. ")
        let numberStart = reader.index
        guard reader.digits(1...6) != nil, reader.skip("/") || reader.skip(" of "), reader.digits(4...4) != nil else {
            return nil
        }
        let head = String(ascii: reader.bytes[start..<headEnd].filter { $0 != 0x20 })
        return head + " " + String(ascii: reader.bytes[numberStart..<reader.index])
    }

    static func neutral(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8), reader.skip(":"),
            reader.capitals(2...5) != nil, reader.skip(":"), reader.digits(1...6) != nil
        else { return nil }
        if reader.current == 0x2D, reader.peek(1).map(Bytes.isUpper) ?? false {
            reader.index += 1
            _ = reader.capitals(1...4)
        }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}
