import Model

/// The words, other than names of months and days, that have a role in dates.
enum CalendarWords {
    /// The longest known word at the start of a run of ideographs, kana or hangul.
    static func ideographs(_ scalars: ArraySlice<Unicode.Scalar>) -> (word: String, length: Int)? {
        for length in stride(from: min(4, scalars.count), through: 1, by: -1) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars.prefix(length))
            let word = String(view)
            if known.contains(word) { return (word, length) }
            if !WeekdayNames.meanings(word).isEmpty { return (word, length) }
        }
        return nil
    }

    static let years: Set<String> = ["年", "년", "оны"]
    static let months: Set<String> = ["月", "월", "сарын"]
    static let days: Set<String> = ["日", "号", "號", "일"]
    static let hours: Set<String> = ["时", "時", "点", "點", "시"]
    static let minutes: Set<String> = ["分", "분"]
    static let seconds: Set<String> = ["秒", "초"]
    /// Words that announce a time written without a colon, or follow it.
    static let clock: Set<String> = [
        "kl", "klo", "uhr", "uur", "ore", "ora", "godz", "hod", "saat", "pukul", "jam", "alle", "ob", "kell", "plkst",
        "val", "luc", "час", "часа", "часов", "ч", "год", "ωρα", "klokka", "klokken", "klokkan",
    ]
    /// `14h30`, `14 u. 30`, `14 giờ 30`.
    static let hourSigns: Set<String> = [
        "h", "hs", "hrs", "hr", "u", "uhr", "uur", "gio", "ч", "час", "часа", "часов", "heures", "heure", "นาฬิกา",
        "ໂມງ", "น", "год", "val", "часова", "сати", "сата", "casova", "casa", "sati", "sata", "hodin", "hodiny", "बजे",
        "वाजता", "টা", "টায়", "ঘটিকা", "ঘটিকায়", "વાગ્યે", "ਵਜੇ", "மணி", "மணிக்கு", "గంటలకు", "గంటల", "ಗಂಟೆಗೆ",
        "മണിക്ക്", "بجے",
    ]
    /// Words behind the minutes, and behind the seconds, of such a time.
    static let minuteSigns: Set<String> = ["m", "min", "perc", "мин", "минут", "хв", "phut", "นาที", "ນາທີ"]
    /// Words for the hour that stand behind it only, and say nothing of the number behind them.
    static let behindHour: Set<String> = ["uhr", "uur", "hod", "val", "ч", "час", "часа", "часов", "год"]
    static let secondSigns: Set<String> = ["s", "sec", "sek", "сек", "giay", "วินาที", "ວິນາທີ"]
    /// Words that may stand between day, month and year.
    static let fillers: Set<String> = [
        "of", "the", "de", "del", "d", "den", "di", "da", "do", "dos", "in", "year", "our", "lord", "day", "and",
        "st", "nd", "rd", "th", "er", "ere", "e", "eme", "o", "a", "º", "ª", "го", "go", "ого", "ое", "е", "й", "η",
        "ης",
        "ad", "anno", "anul", "ano", "any", "i", "ngay", "nam", "م", "พ.ศ", "พศ", "ค.ศ", "г", "р", "v", "s", "gada",
        "g", "m", "metu", "року", "года", "ko", "ta", "ng", "yil", "yildagi", "წლის", "жылгы", "жылғы", "ж", "թ", "ថ្ងៃទី",
        "թվականի", "йил", "йили", "йилдаги", "paivana", "hb", "ησ", "men", "evi", "ho", "ro", "سنة", "พุทธศักราช", "mil",
        "mille", "eko", "dia", "dias", "mes", "mese", "mois", "le", "il", "giorno", "jour", "του", "ετουσ", "оны", "ci",
        "cu", "من", "ev", "nap", "napjan", "ቀን", "ed", "af", "ydd", "fed", "eg", "ain", "la", "u", "เดือน", "წ", "ခုနှစ်",
        "ရက်", "ឆ្នាំ", "লা", "রা", "ঠা", "ই", "শে",
        "dell", "жылдын", "соли", "nji", "njy", "yylyn",
    ]
    /// The middle of the day.
    static let noon: Set<String> = ["noon", "podne", "正午", "정오"]
    /// Words that are it behind one such as `à` only: a newspaper of Toulouse is called Midi.
    static let spokenNoon: Set<String> = ["midi", "mediodia", "mezzogiorno", "meio"]
    /// Endings of ordinal numbers in Mongolian.
    static let mongolianOrdinals: Set<String> = ["дугаар", "дүгээр", "р"]
    /// Small words that may stand between a day and its time.
    static let betweenDayAndTime: Set<String> = clock.union([
        "at", "a", "as", "um", "om", "o", "u", "v", "la", "h", "i", "в", "о", "и", "den", "de", "las", "los",
        "ve", "kello", "klockan", "เวลา", "hora", "time", "και", "у", "во",
    ])
    /// Words of American courts and gazettes, which write `3-4-24` with the month first.
    static let american: Set<String> = ["filed", "billing", "entered"]
    /// Words around dates that English does not have.
    static let otherThanEnglish: Set<String> = [
        "le", "du", "au", "publie", "mis", "jour", "rendu", "del", "della", "dal", "depositata", "el", "fecha", "em",
        "julgado", "publicado", "dje", "ngay", "thu", "van", "uitspraak", "vom", "den", "der", "stand", "datum", "og",
        "och", "zo", "dne", "dnia", "din", "tarih", "tarihi", "tanggal", "cour", "tribunal", "arret", "conseil",
        "chambre",
        "cassazione", "corte", "tribunale", "sentenza", "sez", "dep", "dof", "dou", "lov", "bek", "nr", "lgs",
        "il", "pubblicato", "pubblicata", "pubblicazione", "aggiornato", "aggiornamento", "publicada", "publicacion",
        "publicacao", "actualizado", "actualizacion", "atualizado", "modifie", "gepubliceerd", "veroffentlicht",
        "rendue", "prononce", "prononcee", "depositato", "deposito", "cass", "sala", "juzgado", "sentencia",
        "providencia", "resolucion", "acuerdo", "expediente", "fallo", "ley",
        "acordao", "processo", "decisao", "relator", "lei", "portaria", "ordinanza", "legge", "udienza", "loi",
        "decret", "arrete", "ordonnance", "audience", "pourvoi", "karar", "kararname", "putusan", "keputusan",
        "peraturan", "las", "bis", "feira",
        "horas", "hs", "quyet", "nghi", "luat",
        "aktualisiert", "opublikowano", "publicerad", "publisert", "julkaistu", "publicat", "guncelleme", "objavljeno",
    ]
    static let buddhist: Set<String> = ["พ.ศ", "พศ", "พุทธศักราช"]
    private static let known: Set<String> = years.union(months).union(days).union(hours).union(minutes).union(seconds)
        .union(beforeNoon).union(afterNoon).union(eras.keys).union(noon).union(["元", "半"]).union(
            ZoneNames.ideographic.keys
        ).union(change).union(validity).union(publication).union(creation).union(hearing).union(outcome)

    /// Era names and letters with the year before their first.
    static let eras: [String: CalendarEra] = {
        var eras: [String: CalendarEra] = [:]
        for era in CalendarEra.all {
            for name in era.names { eras[name] = era }
        }
        return eras
    }()

    /// `R6.5.1`: only where a number follows at once.
    static let eraLetters: [String: CalendarEra] = {
        var eras: [String: CalendarEra] = [:]
        for era in CalendarEra.all {
            if let letter = era.letter { eras[String(letter)] = era }
        }
        return eras
    }()
}
