import Model

/// Words for the halves of the day.
extension CalendarWords {
    static let beforeNoon: Set<String> = [
        "am", "上午", "午前", "오전", "凌晨", "清晨", "早上", "早晨", "πμ", "ص", "صباحا",
        "pagi", "vorm", "vormittags", "утра", "sabah", "sang", "delelott", "पूर्वाह्न", "ጥዋት", "পূৰ্বাহ্ন",
    ]
    static let afterNoon: Set<String> = [
        "pm", "下午", "午後", "午后", "오후", "晚上", "晚", "傍晚", "夜间", "中午", "μμ", "م", "مساء",
        "petang", "siang", "sore", "malam", "nachm", "nachmittags", "abends", "дня", "вечера", "chieu", "toi",
        "delutan", "अपराह्न", "ptg", "tgh", "mlm", "ከሰዓት", "অপৰাহ্ন",
    ]
    /// The half that a word names wherever it stands beside a time.
    static let halves: [String: DayHalf] = {
        var halves: [String: DayHalf] = [:]
        for word in beforeNoon { halves[word] = .forenoon }
        for word in afterNoon { halves[word] = .afternoon }
        return halves.merging(byHalf(plainHalves)) { old, _ in old }
    }()
    /// The half that a word names behind one such as `in the`, `de la`, `ng`.
    static let spokenHalves = byHalf([
        (
            .forenoon,
            """
            morning matin manana manha madrugada mati mattino mattina ochtends morgens umaga
            """
        ),
        (
            .afternoon,
            """
            afternoon evening soir tarde tarda vespre pomeriggio sera middags avonds hapon
            """
        ),
        (.night, "night nuit noche noite nit notte nachts gabi"),
    ])
    /// The half that two words name, divided by a space.
    static let halvesOfTwoWords = byHalf([
        (.forenoon, "przed_poludniem ogleden_once enne_lounat pries_pietus قبل_الظهر قبل_ظهر"),
        (
            .afternoon,
            """
            apres_midi po_poludniu ogleden_sonra parast_lounat tengah_hari dupa_amiaza po_pietu بعد_الظهر بعد_ظهر سہ_پہر
            """
        ),
        (.night, "tengah_malam"),
    ])
    /// Small words before such a word.
    static let beforeHalf: Set<String> = [
        "in", "at", "the", "de", "del", "della", "di", "da", "du", "la", "l", "ng", "s", "e", "o", "clock", "از",
    ]
    /// Short words for a half of the day, each other words elsewhere: `em` is "in" in Portuguese, `AP` an agency. The
    /// first meaning counts where the language is not known.
    static let shortHalves: [String: [(half: DayHalf, languages: Set<String>)]] = [
        "em": [(.afternoon, nordic)], "fm": [(.forenoon, nordic)], "nm": [(.afternoon, ["af", "nl", "de"])],
        "vm": [(.forenoon, ["af", "nl", "de"])], "ip": [(.afternoon, ["fi"]), (.forenoon, ["smn"])],
        "ap": [(.forenoon, ["fi"])], "ep": [(.afternoon, ["smn"])], "dop": [(.forenoon, ["cs", "sk", "sl"])],
        "odp": [(.afternoon, ["cs", "sk"])], "pop": [(.afternoon, ["sl"])], "pd": [(.forenoon, ["sq"])],
        "md": [(.afternoon, ["sq"])], "de": [(.forenoon, ["hu"])], "du": [(.afternoon, ["hu"])],
        "oo": [(.forenoon, ["tr"])], "os": [(.afternoon, ["tr"])], "بظ": [(.afternoon, ["fa", "prs", "ps"])],
        "قظ": [(.forenoon, ["fa", "prs", "ps"])], "пп": [(.afternoon, ["uk"])], "дп": [(.forenoon, ["uk"])],
    ]
    /// Those that mean so much else that they count only where the language is known.
    static let halvesOfLanguages: [String: [(half: DayHalf, languages: Set<String>)]] = [
        "ch": [(.afternoon, ["vi"])], "sa": [(.forenoon, ["vi"])], "yp": [(.afternoon, ["cy"])],
        "yb": [(.forenoon, ["cy"])], "tk": [(.afternoon, ["uz"])], "to": [(.forenoon, ["uz"])],
        "тк": [(.afternoon, ["ky", "uz"])], "тң": [(.forenoon, ["ky"])], "eh": [(.afternoon, ["is"])],
        "fh": [(.forenoon, ["is"])], "in": [(.afternoon, ["ga"])], "rn": [(.forenoon, ["ga"])],
        "үх": [(.afternoon, ["mn"])], "үө": [(.forenoon, ["mn"])], "este": [(.afternoon, ["hu"])],
        "rano": [(.forenoon, ["pl", "sk"])], "ryto": [(.forenoon, ["lt"])], "vakaro": [(.afternoon, ["lt"])],
        "عصر": [(.afternoon, ["fa"])], "شب": [(.night, ["fa"])], "صبح": [(.forenoon, ["fa", "ur"])],
    ]
    private static let nordic: Set<String> = ["sv", "da", "no", "nb", "nn", "fo", "fi"]
    private static let plainHalves: [(DayHalf, String)] = [
        (
            .forenoon,
            """
            priespiet prieksp priekspusdiena претпл претпладне преподне пријеподне prijepodne prepodne \
            dopoledne dopoldne paradite paradites ardegis moies mueres morgens vormittag predpoludnim \
            နံနက် မနက် ກ່ອນທ່ຽງ सुबह प्रातः बिहान सकाळी সকাল ভোর পূর্বাহ্ণ முற்பகல் காலை ఉదయం ಬೆಳಿಗ್ಗೆ \
            ಪೂರ್ವಾಹ್ನ രാവിലെ સવારે ਸਵੇਰੇ
            """
        ),
        (
            .afternoon,
            """
            popiet pecp pecpusdiena попл попладне поподне поподня popodne poslijepodne odpoledne popoldne popoludniu \
            pasdite pasdites siddegis eftirmiddag nomettes nachmittag следобед вечора บ่าย ညနေ ຫຼັງທ່ຽງ ຕອນບ່າຍ \
            शाम दोपहर दिउँसो बेलुका दुपारी सायंकाळी संध्याकाळी অপরাহ্ণ দুপুর বিকেল বিকাল সন্ধ্যা பிற்பகல் மாலை மதியம் \
            సాయంత్రం మధ్యాహ్నం ಮಧ್ಯಾಹ್ನ ಸಂಜೆ ಅಪರಾಹ್ನ ഉച്ചയ്ക്ക് വൈകിട്ട് വൈകുന്നേരം બપોરે સાંજે ਦੁਪਹਿਰ \
            شام دوپہر بعدازظہر بعدازظهر
            """
        ),
        (.night, "रात रात्री রাত இரவு రాత్రి ರಾತ್ರಿ രാത്രി રાત્રે ਰਾਤ رات"),
    ]

    private static func byHalf(_ lists: [(DayHalf, String)]) -> [String: DayHalf] {
        var halves: [String: DayHalf] = [:]
        for (half, words) in lists {
            for word in words.split(separator: " ") {
                halves[word.split(separator: "_").map { LetterFolding.fold($0) }.joined(separator: " ")] = half
            }
        }
        return halves
    }
}
