/// Years of this century written out, as courts and notaries of the Romance and Germanic languages do:
/// `dos mil veintiséis`, `deux mille vingt-six`, `duemilaventisei`, `tweeduizend zesentwintig`.
enum SpelledYears {
    /// The tokens with a number in place of each year that is written out.
    static func replaced(in tokens: [DateToken]) -> [DateToken] {
        guard tokens.contains(where: { $0.kind == .word && isThousand($0.word) }) else { return tokens }
        var result: [DateToken] = []
        var index = 0
        while index < tokens.count {
            guard let (year, end) = year(at: index, in: tokens) else {
                result.append(tokens[index])
                index += 1
                continue
            }
            result.append(DateToken(kind: .number, value: year, digits: 4))
            index = end
        }
        return result
    }

    private static func isThousand(_ word: String) -> Bool {
        thousands.contains(word) || joined.contains { word.hasPrefix($0) }
    }

    private static func year(at index: Int, in tokens: [DateToken]) -> (Int, end: Int)? {
        let word = tokens[index].word
        guard tokens[index].kind == .word else { return nil }
        if two.contains(word), index + 1 < tokens.count, thousands.contains(tokens[index + 1].word) {
            return rest(from: index + 2, in: tokens)
        }
        guard let prefix = joined.first(where: { word.hasPrefix($0) }) else { return nil }
        let tail = String(word.dropFirst(prefix.count))
        if tail.isEmpty { return rest(from: index + 1, in: tokens) }
        return values[tail].map { (2000 + $0, index + 1) }
    }

    /// What stands behind the thousands, below a hundred.
    private static func rest(from start: Int, in tokens: [DateToken]) -> (Int, end: Int) {
        var (sum, end, index) = (0, start, start)
        while index < tokens.count, index < start + 8 {
            let token = tokens[index]
            if token.isMark("-") || (token.kind == .word && joints.contains(token.word)) {
                index += 1
                continue
            }
            guard token.kind == .word, let value = values[token.word], let longer = joined(sum, value) else { break }
            sum = longer
            index += 1
            end = index
        }
        return (2000 + sum, end)
    }

    /// A number with another word behind it; nil where the two are none. `soixante-dix` and `quatre-vingt-dix` are
    /// French.
    private static func joined(_ sum: Int, _ value: Int) -> Int? {
        if sum == 0 { return value }
        if sum == 4, value == 20 { return 80 }
        let isFrench = sum == 60 || sum == 80
        guard sum % 10 == 0, sum >= 20, value < (isFrench ? 20 : 10) else {
            return sum > 60 && sum % 20 == 10 && value < 10 ? sum + value : nil
        }
        return sum + value
    }

    private static let two: Set<String> = ["dos", "dois", "duas", "deux", "two", "twee", "zwei"]
    private static let thousands: Set<String> = ["mil", "mille", "thousand", "duizend", "tausend"]
    private static let joined = ["duemila", "tweeduizend", "zweitausend"]
    private static let joints: Set<String> = ["y", "e", "et", "and", "en", "und"]

    private static let values: [String: Int] = {
        var values: [String: Int] = [:]
        for table in ones {
            for (index, names) in table.split(separator: "|").enumerated() {
                for name in names.split(separator: ",") { values[String(name)] = index + 1 }
            }
        }
        for table in tens {
            for (index, names) in table.split(separator: "|").enumerated() {
                for name in names.split(separator: ",") { values[String(name)] = (index + 2) * 10 }
            }
        }
        for (units, joint, tens) in compounds {
            for (one, unit) in units.split(separator: "|").enumerated() {
                for (ten, name) in tens.split(separator: "|").enumerated() {
                    values["\(unit)\(joint)\(name)"] = (ten + 2) * 10 + one + 1
                }
            }
        }
        for (ten, name) in italianTens.enumerated() {
            values[name] = (ten + 2) * 10
            for (one, unit) in italianUnits.enumerated() {
                let isElided = unit.first == "u" || unit.first == "o"
                values[(isElided ? String(name.dropLast()) : name) + unit] = (ten + 2) * 10 + one + 1
            }
        }
        return values
    }()

    private static let ones = [
        """
        one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\
        eighteen|nineteen
        """,
        """
        uno,un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|\
        dieciocho|diecinueve|veinte|veintiuno,veintiun|veintidos|veintitres|veinticuatro|veinticinco|veintiseis|\
        veintisiete|veintiocho|veintinueve
        """,
        """
        um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze,quatorze|quinze|dezasseis,dezesseis|\
        dezassete,dezessete|dezoito|dezanove,dezenove
        """,
        "un,une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize",
        """
        uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|\
        diciassette|diciotto|diciannove
        """,
        """
        een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|\
        achttien|negentien
        """,
        """
        eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|\
        achtzehn|neunzehn
        """,
    ]
    /// From twenty on.
    private static let tens = [
        "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
        "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa",
        "vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa",
        "vingt,vingts|trente|quarante|cinquante|soixante|septante|octante,huitante|nonante",
        "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig",
        "zwanzig|dreisig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig",
    ]
    /// Units before tens in one word.
    private static let compounds = [
        (
            "een|twee|drie|vier|vijf|zes|zeven|acht|negen", "en",
            "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
        ),
        (
            "ein|zwei|drei|vier|funf|sechs|sieben|acht|neun", "und",
            "zwanzig|dreisig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig"
        ),
    ]
    private static let italianTens = [
        "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta",
    ]
    private static let italianUnits = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
}
