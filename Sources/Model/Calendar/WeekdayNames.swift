/// The days of the week by the names that many languages give them.
public enum WeekdayNames {
    /// What a word can mean as a day of the week.
    public struct Meaning: Sendable, Hashable {
        /// 1 for Monday to 7 for Sunday.
        public let weekday: Int
        /// The languages in which the word is that day.
        public let languages: [String]
    }

    /// What a word can mean; empty where it names no day.
    public static func meanings(_ folded: String) -> [Meaning] { index[folded] ?? [] }

    private static let index: [String: [Meaning]] = {
        var index: [String: [Meaning]] = [:]
        for (language, names) in tables {
            for (number, day) in names.split(separator: "|").enumerated() {
                for name in day.split(separator: " ") {
                    add(language, number + 1, to: &index[LetterFolding.fold(name), default: []])
                }
            }
        }
        return index
    }()

    private static func add(_ language: String, _ weekday: Int, to meanings: inout [Meaning]) {
        guard let known = meanings.firstIndex(where: { $0.weekday == weekday }) else {
            return meanings.append(Meaning(weekday: weekday, languages: [language]))
        }
        meanings[known] = Meaning(weekday: weekday, languages: meanings[known].languages + [language])
    }

    /// Monday to Sunday, divided by `|`; spellings divided by spaces.
    private static let tables: [(String, String)] = [
        (
            "en",
            "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
        ),
        ("de", "montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag so"),
        ("fr", "lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim"),
        ("es", "lunes lun|martes mar|miércoles mié|jueves jue|viernes vie|sábado sáb|domingo dom"),
        ("it", "lunedì lun|martedì mar|mercoledì mer|giovedì gio|venerdì ven|sabato sab|domenica dom"),
        ("pt", "segunda seg|terça ter|quarta qua|quinta qui|sexta sex|sábado sáb|domingo dom"),
        ("nl", "maandag ma|dinsdag di|woensdag wo|donderdag do|vrijdag vr|zaterdag za|zondag zo"),
        ("sv", "måndag mån|tisdag tis|onsdag ons|torsdag tors tor|fredag fre|lördag lör|söndag sön"),
        ("da", "mandag man|tirsdag tirs tir|onsdag ons|torsdag tors tor|fredag fre|lørdag lør|søndag søn"),
        ("fi", "maanantai ma|tiistai ti|keskiviikko ke|torstai to|perjantai pe|lauantai la|sunnuntai su"),
        ("pl", "poniedziałek pon|wtorek wt wto|środa śr|czwartek czw|piątek pt pią|sobota sob|niedziela niedz ndz"),
        ("cs", "pondělí po|úterý út|středa st|čtvrtek čt|pátek pá|sobota so|neděle ne"),
        ("sk", "pondelok po|utorok ut|streda st|štvrtok št|piatok pi|sobota so|nedeľa ne"),
        ("hu", "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap"),
        ("ro", "luni lun|marți mar|miercuri mie|joi|vineri vin|sâmbătă sâm|duminică dum"),
        ("et", "esmaspäev|teisipäev|kolmapäev|neljapäev|reede|laupäev|pühapäev"),
        ("lv", "pirmdiena|otrdiena|trešdiena|ceturtdiena|piektdiena|sestdiena|svētdiena"),
        ("lt", "pirmadienis|antradienis|trečiadienis|ketvirtadienis|penktadienis|šeštadienis|sekmadienis"),
        ("el", "δευτέρα δευ|τρίτη τρι|τετάρτη τετ|πέμπτη πεμ|παρασκευή παρ|σάββατο σαβ|κυριακή κυρ"),
        ("ru", "понедельник пн|вторник вт|среда ср|четверг чт|пятница пт|суббота сб|воскресенье вс"),
        ("uk", "понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя нд"),
        ("bg", "понеделник|вторник|сряда|четвъртък|петък|събота|неделя"),
        ("hr", "ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja"),
        (
            "sr",
            "ponedeljak понедељак|utorak уторак|sreda среда|četvrtak четвртак|petak петак|subota субота|nedelja недеља"
        ),
        ("sl", "ponedeljek|torek|sreda|četrtek|petek|sobota|nedelja"),
        ("tr", "pazartesi pzt|salı|çarşamba|perşembe|cuma|cumartesi|pazar"),
        ("id", "senin|selasa|rabu|kamis|jumat jum'at|sabtu|minggu"),
        ("ar", "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"),
        ("he", "שני|שלישי|רביעי|חמישי|שישי|שבת|ראשון"),
        ("ja", "月曜日 月曜|火曜日 火曜|水曜日 水曜|木曜日 木曜|金曜日 金曜|土曜日 土曜|日曜日 日曜"),
        ("zh", "星期一 周一 週一|星期二 周二 週二|星期三 周三 週三|星期四 周四 週四|星期五 周五 週五|星期六 周六 週六|星期日 星期天 周日 週日"),
        ("ko", "월요일|화요일|수요일|목요일|금요일|토요일|일요일"),
    ]
}
