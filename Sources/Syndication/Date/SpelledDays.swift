/// Days of the month written out, as courts and notaries do.
enum SpelledDays {
    /// The day that folded words name, divided by spaces; nil where they name none.
    static func day(_ words: String) -> Int? { days[words] }

    /// The words between two others.
    static let joints: Set<String> = ["y", "e", "et"]

    /// The words of which such days, and years written out, are made.
    static let words = Set(days.keys.flatMap { $0.split(separator: " ").map(String.init) })

    private static let days: [String: Int] = {
        var days: [String: Int] = [:]
        for table in tables {
            for (index, names) in table.split(separator: "|").enumerated() {
                for name in names.split(separator: ",") { days[String(name)] = index + 1 }
            }
        }
        return days
    }()

    private static let tables = [
        """
        first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|\
        fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first|twenty second|twenty third|\
        twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth|thirtieth|thirty first
        """,
        """
        premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix sept|\
        dix huit|dix neuf|vingt|vingt et un|vingt deux|vingt trois|vingt quatre|vingt cinq|vingt six|vingt sept|\
        vingt huit|vingt neuf|trente|trente et un
        """,
        """
        uno,primero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|\
        diecisiete|dieciocho|diecinueve|veinte|veintiuno,veintiun|veintidos|veintitres|veinticuatro|veinticinco|veintiseis|\
        veintisiete|veintiocho|veintinueve|treinta|treinta y uno,treinta y un
        """,
        """
        um,primeiro|dois|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze,quatorze|quinze|\
        dezasseis,dezesseis|dezassete,dezessete|dezoito|dezanove,dezenove|vinte|vinte e um|vinte e dois|\
        vinte e tres|vinte e quatro|vinte e cinco|vinte e seis|vinte e sete|vinte e oito|vinte e nove|trinta|\
        trinta e um
        """,
        """
        primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|\
        diciassette|diciotto|diciannove|venti|ventuno|ventidue|ventitre|ventiquattro|venticinque|ventisei|\
        ventisette|ventotto|ventinove|trenta|trentuno
        """,
        """
        een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|\
        achttien|negentien|twintig|eenentwintig|tweeentwintig|drieentwintig|vierentwintig|vijfentwintig|\
        zesentwintig|zevenentwintig|achtentwintig|negenentwintig|dertig|eenendertig
        """,
        """
        ersten|zweiten|dritten|vierten|funften|sechsten|siebten,siebenten|achten|neunten|zehnten|elften|zwolften|\
        dreizehnten|vierzehnten|funfzehnten|sechzehnten|siebzehnten|achtzehnten|neunzehnten|zwanzigsten|\
        einundzwanzigsten|zweiundzwanzigsten|dreiundzwanzigsten|vierundzwanzigsten|funfundzwanzigsten|\
        sechsundzwanzigsten|siebenundzwanzigsten|achtundzwanzigsten|neunundzwanzigsten|dreisigsten|einunddreisigsten
        """,
        """
        первого|второго|третьего|четвертого|пятого|шестого|седьмого|восьмого|девятого|десятого|одиннадцатого|\
        двенадцатого|тринадцатого|четырнадцатого|пятнадцатого|шестнадцатого|семнадцатого|восемнадцатого|\
        девятнадцатого|двадцатого|двадцать первого|двадцать второго|двадцать третьего|двадцать четвертого|\
        двадцать пятого|двадцать шестого|двадцать седьмого|двадцать восьмого|двадцать девятого|тридцатого|\
        тридцать первого
        """,
        """
        первое|второе|третье|четвертое|пятое|шестое|седьмое|восьмое|девятое|десятое|одиннадцатое|двенадцатое|\
        тринадцатое|четырнадцатое|пятнадцатое|шестнадцатое|семнадцатое|восемнадцатое|девятнадцатое|двадцатое|\
        двадцать первое|двадцать второе|двадцать третье|двадцать четвертое|двадцать пятое|двадцать шестое|\
        двадцать седьмое|двадцать восьмое|двадцать девятое|тридцатое|тридцать первое
        """,
    ]
}

extension DateInterpreter {
    /// The day written out right before an index, past words such as `de`.
    func spelledDay(before index: Int) -> Int? {
        var end = index
        // `a los tres días del mes de marzo`, `il giorno cinque del mese di marzo`.
        while isWord(end - 1, in: Self.dayWords) { end -= 1 }
        for length in [4, 3, 2, 1] {
            // A hyphen may stand between two words.
            let part = (max(0, end - length)..<end).map { tokens[$0] }.filter { !$0.isMark("-") }
            guard part.allSatisfy({ $0.kind == .word }) else { continue }
            if let day = SpelledDays.day(part.map(\.word).joined(separator: " ")) { return day }
        }
        return nil
    }

    private static let dayWords: Set<String> = [
        "de", "del", "di", "do", "of", "day", "dia", "dias", "mes", "mese", "mois", "jour", "jours",
    ]
}
