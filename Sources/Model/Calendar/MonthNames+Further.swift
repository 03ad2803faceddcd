extension MonthNames {
    /// Languages of further states, and abbreviations in those of the other tables.
    static let further: [Table] = [
        Table(
            "af",
            """
            januarie|februarie|maart|april||junie|julie|augustus|september|oktober|november|desember
            """),
        Table(
            "am",
            """
            ጃንዋሪ ጃን|ፌብሩዋሪ ፌብ|ማርች|ኤፕሪል ኤፕሪ|ሜይ|ጁን|ጁላይ|ኦገስት ኦገስ|ሴፕቴምበር ሴፕቴ|ኦክቶበር ኦክቶ|ኖቬምበር ኖቬም|ዲሴምበር ዲሴም
            """),
        Table(
            "as",
            """
            জানুৱাৰী জানু|ফেব্ৰুৱাৰী ফেব্ৰু|মাৰ্চ|এপ্ৰিল||জুন|জুলাই|আগষ্ট আগ|ছেপ্তেম্বৰ ছেপ্তে|\
            অক্টোবৰ অক্টো|নৱেম্বৰ নৱে|ডিচেম্বৰ ডিচে
            """),
        Table(
            "az",
            """
            yan јанвар јан|fev феврал фев|mar март мар|apr апрел апр|май|iyn ијун ијн|iyl ијул ијл|\
            avq август авг|sen сентјабр сен|okt октјабр окт|noy нојабр ној|dek декабр дек
            """),
        Table(
            "be",
            """
            сту|лют|сак|кра||чэр|ліп|жні|вер|кас|ліс|сне
            """),
        Table(
            "bn",
            """
            জানু|ফেব||এপ্রি|||জুল|আগ|সেপ সেপ্ট|অক্টো|নভে|ডিসে
            """),
        Table(
            "ckb",
            """
            کانوونی_دووەم|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەمووز|ئاب|ئەیلوول|تشرینی_یەکەم|تشرینی_دووەم|\
            کانونی_یەکەم
            """),
        Table(
            "cy",
            """
            ion|chwef|maw|ebr||meh|gorff|||hyd|tach|rhag
            """),
        Table(
            "eu",
            """
            urt|ots||api|mai|eka|uzt|abu|ira|urr|aza|abe
            """),
        Table(
            "ga",
            """
            |fheabhra|mhárta||bhealtaine|mheitheamh|||mheán_fómhair|dheireadh_fómhair|shamhain|
            """),
        Table(
            "gu",
            """
            જાન્યુ|ફેબ્રુ|||||||સપ્ટે|ઑક્ટો|નવે|ડિસે
            """),
        Table(
            "ha",
            """
            janairu|faburairu|maris|afirilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba
            """),
        Table(
            "he",
            """
            ינו בינו|פבר בפבר||אפר באפר||||אוג באוג|ספט בספט|אוק באוק|נוב בנוב|דצמ בדצמ
            """),
        Table(
            "hi",
            """
            |फ़र|||||जुल|अग|सित|अक्टू|नव|दिस
            """),
        Table(
            "hy",
            """
            հնվ|փտվ|մրտ|ապր|մյս|հնս|հլս|օգս|սեպ|հոկ|նոյ|դեկ
            """),
        Table(
            "ka",
            """
            იან|თებ|მარ|აპრ|მაი|ივნ|ივლ|აგვ|სექ|ოქტ|ნოე|დეკ
            """),
        Table(
            "kk",
            """
            қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел
            """),
        Table(
            "kn",
            """
            ಜನ|ಫೆಬ್ರ||ಏಪ್ರಿ||||ಆಗ|ಸೆಪ್ಟೆಂ|ಅಕ್ಟೋ|ನವೆಂ|ಡಿಸೆಂ
            """),
        Table(
            "ku",
            """
            rêbendan|sibat|adar|nîsan|gulan|hezîran|tîrmeh|tebax|îlon îln|cotmeh|mijdar|berfanbar
            """),
        Table(
            "lb",
            """
            ||mäe|||||||||
            """),
        Table(
            "lo",
            """
            ມ.ກ|ກ.ພ|ມ.ນ|ມ.ສ|ພ.ພ|ມິ.ຖ|ກ.ລ|ສ.ຫ|ກ.ຍ|ຕ.ລ|ພ.ຈ|ທ.ວ
            """),
        Table(
            "mg",
            """
            janoary|febroary|martsa|aprily||jona|jolay|aogositra|septambra|oktobra|novambra|desambra
            """),
        Table(
            "ml",
            """
            ജനു|ഫെബ്രു|മാർ|ഏപ്രി||||ഓഗ|സെപ്റ്റം|ഒക്ടോ|നവം|ഡിസം
            """),
        Table(
            "mr",
            """
            जाने|फेब्रु||एप्रि||||ऑग|सप्टें|ऑक्टो|नोव्हें|डिसें
            """),
        Table(
            "my",
            """
            ဇန်|ဖေ||ဧ|||ဇူ|ဩ|စက်|အောက်|နို|ဒီ
            """),
        Table(
            "ne",
            """
            जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर
            """),
        Table(
            "or",
            """
            ଜାନୁଆରୀ|ଫେବୃଆରୀ|ମାର୍ଚ୍ଚ|ଅପ୍ରେଲ|ମଇ|ଜୁନ|ଜୁଲାଇ|ଅଗଷ୍ଟ|ସେପ୍ଟେମ୍ବର|ଅକ୍ଟୋବର|ନଭେମ୍ବର|ଡିସେମ୍ବର
            """),
        Table(
            "pa",
            """
            ਜਨ|ਫ਼ਰ||ਅਪ੍ਰੈ|||ਜੁਲਾ|ਅਗ|ਸਤੰ|ਅਕਤੂ|ਨਵੰ|ਦਸੰ
            """),
        Table(
            "ps",
            """
            جنوري|فبروري فېبروري|مارچ|اپریل|مۍ|جون|جولای|اګست|سېپتمبر سپتمبر|اکتوبر|نومبر|دسمبر
            """),
        Table(
            "rm",
            """
            da_schaner schaner schan|da_favrer favrer favr|da_mars mars|avrigl|da_matg matg|\
            da_zercladur zercladur zercl|da_fanadur fanadur fan|avust|da_settember settember sett|october|\
            da_november november|da_december december
            """),
        Table(
            "rw",
            """
            mutarama|gashyantare|werurwe|mata|gicurasi|kamena|nyakanga|kanama|nzeri|ukwakira|ugushyingo|\
            ukuboza
            """),
        Table(
            "so",
            """
            janaayo jannaayo|febraayo|maarso|abriil|maayo|juun|luulyo|agosto ogosto|sebtembar sebteembar|\
            oktoobar|noofeembar|diseembar
            """),
        Table(
            "sq",
            """
            |shk||pri||qer|korr|gush|sht|tet|nën|dhj
            """),
        Table(
            "ta",
            """
            ஜன|பிப்|மார்|ஏப்||||ஆக|செப்|அக்|நவ|டிச
            """),
        Table(
            "te",
            """
            జన|ఫిబ్ర||ఏప్రి||||ఆగ|సెప్టెం|అక్టో|నవం|డిసెం
            """),
        Table(
            "ky",
            """
            январы|февралы|марты|апрели|майы|июну|июлу|августу|сентябры|октябры|ноябры|декабры
            """),
        Table(
            "tg",
            """
            январ январи янв|феврал феврали фев|март марти мар|апрел апрели апр|май майи|июн июни|июл июли|\
            август августи авг|сентябр сентябри сен|октябр октябри окт|ноябр ноябри ноя|декабр декабри дек
            """),
        Table(
            "tl",
            """
            |||||hun|hul||||nob|
            """),
        Table(
            "tk",
            """
            ýanwar ýanwary ýan|fewral fewraly few|mart marty mar|aprel apreli apr|maý maýy|iýun iýuny|iýul iýuly|\
            awgust awgusty awg|sentýabr sentýabry sen|oktýabr oktýabry okt|noýabr noýabry noý|dekabr dekabry dek
            """),
        Table(
            "ug",
            """
            يانۋار|فېۋرال|مارت|ئاپرېل|ماي|ئىيۇن|ئىيۇل|ئاۋغۇست|سېنتەبىر|ئۆكتەبىر|نويابىر|دېكابىر
            """),
        Table(
            "uz",
            """
            yan январ янв|fev феврал фев|mar март мар|apr апрел апр|май|iyn июн|iyl июл|avg август авг|\
            sen сентябр сен|okt октябр окт|noy ноябр ноя|dek декабр дек
            """),
        Table(
            "xh",
            """
            janyuwari|februwari|matshi|epreli|meyi|juni|julayi|agasti|septemba sept|okthobha okthoba|\
            novemba|disemba
            """),
        Table(
            "zu",
            """
            januwari|februwari|mashi|ephreli|meyi|juni|julayi|agasti|septhemba|okthoba|novemba|disemba
            """),
    ]
}
