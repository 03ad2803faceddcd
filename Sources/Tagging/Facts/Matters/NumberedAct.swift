/// Acts that only the law of one country numbers so: `Executive Order 14110`, `Real Decreto 817/2023`, `regio decreto 22
/// aprile 1941, n. 633`. They are no citations, as other countries have acts of the same number.
enum NumberedAct {
    /// What such acts are called, and the form that is kept; the longer ones first.
    private static let heads: [(words: [UInt8], shown: String, isYearFirst: Bool)] = [
        ("real decreto legislativo", "Real Decreto Legislativo", false),
        ("real decreto-ley", "Real Decreto-ley", false), ("real decreto ley", "Real Decreto-ley", false),
        ("real decreto", "Real Decreto", false), ("ley orgánica", "Ley Orgánica", false), ("ley", "Ley", false),
        ("regio decreto", "Regio Decreto", false), ("r.d.", "Regio Decreto", false),
        ("decreto legislativo", "Decreto Legislativo", false), ("d.lgs.", "Decreto Legislativo", false),
        ("decreto-legge", "Decreto-legge", false), ("legge", "Legge", false),
        ("lei complementar", "Lei Complementar", false), ("lei", "Lei", false),
        ("decreto-lei", "Decreto-Lei", false), ("decreto", "Decreto", false),
        ("loi", "Loi", true), ("décret", "Décret", true), ("ordonnance", "Ordonnance", true),
    ].map { (Array($0.utf8), $1, $2) }
    private static let orders = ["executive order", "e.o.", "eo"].map { Array($0.utf8) }
    /// Acts and judgments as Arabic numbers them, `القانون رقم 151 لسنة 2020`, with what stands before the number and the year.
    private static let arabic: [(words: [UInt8], shown: String)] = [
        ("مرسوم بقانون اتحادي", "مرسوم بقانون"), ("المرسوم بقانون", "مرسوم بقانون"), ("مرسوم بقانون", "مرسوم بقانون"),
        ("القانون", "قانون"), ("قانون", "قانون"), ("القرار", "قرار"), ("قرار", "قرار"), ("الحكم", "حكم"),
        ("حكم", "حكم"),
    ].map { (Array($0.utf8), $1) }
    private static let arabicSign = Array(" رقم ".utf8)
    private static let arabicJoints = [" لسنة ", " لعام "].map { Array($0.utf8) }
    /// What the Commission's proposals are numbered with: `COM(2022) 496`.
    private static let proposals = ["com(", "com/"].map { Array($0.utf8) }

    /// The acts of a text in lower case, in order.
    static func all(in text: FactText) -> [NamedAuthority] {
        guard text.hasDigits else { return [] }
        let bytes = text.lower.isEmpty ? FactFolding.lowered(text.cased) : text.lower
        var found: [NamedAuthority] = []
        var index = 0
        while index < bytes.count {
            if isInitial[Int(bytes[index])], !Bytes.wordEnds(bytes, at: index),
                let act = order(bytes, index) ?? proposal(bytes, index) ?? act(bytes, index) ?? arabic(bytes, index)
            {
                found.append(NamedAuthority(value: act.value, range: index..<act.end, kind: .numberedAct))
                index = act.end
            } else {
                index += 1
            }
        }
        return found
    }

    /// The form in which an act is kept; nil for a text that is not the number of one.
    static func normalised(_ text: String) -> String? {
        var text = FactText(text)
        text.lowerCase()
        let found = all(in: text)
        return found.count == 1 && found[0].range == 0..<text.count ? found[0].value : nil
    }

    private static let isInitial: [Bool] = (0..<256).map { byte in
        heads.contains { Int($0.words[0]) == byte } || arabic.contains { Int($0.words[0]) == byte }
            || (orders + proposals).contains { Int($0[0]) == byte }
    }

    private static func order(_ bytes: [UInt8], _ index: Int) -> (value: String, end: Int)? {
        guard let words = orders.first(where: { bytes[index...].starts(with: $0) }) else { return nil }
        var reader = ByteReader(bytes: bytes, index: index + words.count)
        guard reader.sign(), let number = reader.figures(), (4...5).contains(number.utf8.count), !reader.tokenGoesOn
        else { return nil }
        return ("Executive Order \(number)", reader.index)
    }

    private static func proposal(_ bytes: [UInt8], _ index: Int) -> (value: String, end: Int)? {
        guard let words = proposals.first(where: { bytes[index...].starts(with: $0) }) else { return nil }
        var reader = ByteReader(bytes: bytes, index: index + words.count)
        guard let year = reader.digits(4...4), reader.skip(")") || reader.skip("/") else { return nil }
        reader.spaces()
        guard let number = reader.digits(1...4), !reader.tokenGoesOn else { return nil }
        return ("COM(\(String(ascii: year))) \(String(ascii: number))", reader.index)
    }

    private static func arabic(_ bytes: [UInt8], _ index: Int) -> (value: String, end: Int)? {
        guard let head = arabic.first(where: { bytes[index...].starts(with: $0.words) }) else { return nil }
        var reader = ByteReader(bytes: bytes, index: index + head.words.count)
        guard bytes[reader.index...].starts(with: arabicSign) else { return nil }
        reader.index += arabicSign.count
        let isBracketed = reader.skip("(")
        guard let number = reader.figures(), !isBracketed || reader.skip(")"),
            let joint = arabicJoints.first(where: { bytes[reader.index...].starts(with: $0) })
        else { return nil }
        reader.index += joint.count
        guard let year = reader.digits(4...4), !reader.tokenGoesOn else { return nil }
        return ("\(head.shown) \(number)/\(String(ascii: year))", reader.index)
    }

    private static func act(_ bytes: [UInt8], _ index: Int) -> (value: String, end: Int)? {
        guard let head = heads.first(where: { bytes[index...].starts(with: $0.words) }) else { return nil }
        var reader = ByteReader(bytes: bytes, index: index + head.words.count)
        if head.isYearFirst {
            guard reader.sign(), let year = reader.digits(2...4), year.count != 3, reader.skip("-"),
                let number = reader.digits(1...4), !reader.tokenGoesOn
            else { return nil }
            return ("\(head.shown) \(String(ascii: year))-\(String(ascii: number))", reader.index)
        }
        let dated = reader.dayAndYear()
        guard reader.sign(), let number = reader.figures(), let year = dated ?? reader.yearBehind(),
            !reader.tokenGoesOn
        else { return nil }
        return ("\(head.shown) \(number)/\(year)", reader.index)
    }
}

extension ByteReader {
    /// What stands before a number.
    private static let signs = ["n.º", "n°", "nº", "núm.", "no.", "nr.", "n.", "(eo)", "(e.o.)"].map { Array($0.utf8) }
    /// What stands between a number and the date or the year of its act.
    private static let joints = ["/", " del ", " de ", ", de ", ", del ", " di "].map { Array($0.utf8) }
    /// Bytes of the name of a month, and of the words beside it.
    private static let longestMonth = 24

    /// A space, with the sign of a number or without.
    fileprivate mutating func sign() -> Bool {
        guard current == 0x20 else { return false }
        spaces()
        if let sign = Self.signs.first(where: { bytes[index...].starts(with: $0) }) { index += sign.count }
        spaces()
        return true
    }

    /// A number with the signs of thousands, which are left out.
    fileprivate mutating func figures() -> String? {
        guard var number = digits(1...6).map({ String(ascii: $0) }) else { return nil }
        let start = index
        if number.utf8.count < 4, skip(".") || skip(",") {
            if let thousands = digits(3...3) { number += String(ascii: thousands) } else { index = start }
        }
        return number
    }

    /// The year of a date that stands before a number: ` 22 aprile 1941,`.
    fileprivate mutating func dayAndYear() -> String? {
        let start = index
        if skip(" "), digits(1...2) != nil, let year = yearOfMonth() {
            _ = skip(",")
            return year
        }
        index = start
        return nil
    }

    /// The year that stands behind a number, or that of a date there: `/2023`, ` del 1941`, `, de 19 de fevereiro de 1998`.
    fileprivate mutating func yearBehind() -> String? {
        guard let joint = Self.joints.first(where: { bytes[index...].starts(with: $0) }) else { return nil }
        index += joint.count
        if let year = digits(4...4) { return String(ascii: year) }
        return digits(1...2) == nil ? nil : yearOfMonth()
    }

    /// The year of a date from behind its day on.
    private mutating func yearOfMonth() -> String? {
        guard current == 0x20, let place = bytes[index...].prefix(Self.longestMonth).firstIndex(where: Bytes.isDigit),
            !bytes[index..<place].contains(where: { $0 == 0x2C || $0 == 0x2E || $0 == 0x3B })
        else { return nil }
        index = place
        return digits(4...4).map { String(ascii: $0) }
    }
}
