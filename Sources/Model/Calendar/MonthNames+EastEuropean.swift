extension MonthNames {
    static let eastEuropean: [Table] = [
        Table(
            "pl",
            """
            styczeń stycznia sty stycz|luty lutego lut|marzec marca mar|kwiecień kwietnia kwi kwiec|maj maja|\
            czerwiec czerwca cze czerw|lipiec lipca lip|sierpień sierpnia sie sierp|wrzesień września wrz wrzes|\
            październik października paź paźdz|listopad listopada lis listop|grudzień grudnia gru grudz
            """),
        Table(
            "cs",
            """
            leden ledna led|únor února úno|březen března bře břez|duben dubna dub|květen května kvě|\
            červen června čvn čer červ|červenec července čvc červenec|srpen srpna srp|září zář|říjen října říj|\
            listopad listopadu lis list|prosinec prosince pro pros
            """),
        Table(
            "sk",
            """
            január januára jan|február februára feb|marec marca mar|apríl apríla apr|máj mája|jún júna|júl júla|\
            august augusta aug|september septembra sep sept|október októbra okt|november novembra nov|\
            december decembra dec
            """),
        Table(
            "hu",
            """
            január januári jan januárban|február februári feb febr|március márciusi márc már|április áprilisi ápr|\
            május májusi máj|június júniusi jún|július júliusi júl|augusztus augusztusi aug|\
            szeptember szeptemberi szept szep|október októberi okt|november novemberi nov|december decemberi dec
            """),
        Table(
            "ro",
            """
            ianuarie ian|februarie feb febr|martie mar mart|aprilie apr|mai|iunie iun|iulie iul|august aug|\
            septembrie sept sep|octombrie oct|noiembrie nov noi|decembrie dec
            """),
        Table(
            "et",
            """
            jaanuar jaanuari jaanuaril jaan|veebruar veebruari veebruaril veebr veb|märts märtsi märtsil|\
            aprill aprilli aprillil apr|mai|juuni juunil|juuli juulil|\
            august augusti augustil aug|september septembri septembril sept sep|oktoober oktoobri oktoobril okt|\
            november novembri novembril nov|detsember detsembri detsembril dets
            """),
        Table(
            "lv",
            """
            janvāris janvārī janvāra janv|februāris februārī februāra febr|marts martā marta|aprīlis aprīlī aprīļa apr|\
            maijs maijā maija|jūnijs jūnijā jūnija jūn|jūlijs jūlijā jūlija jūl|augusts augustā augusta aug|\
            septembris septembrī septembra sept|oktobris oktobrī oktobra okt|novembris novembrī novembra nov|\
            decembris decembrī decembra dec
            """),
        Table(
            "lt",
            """
            sausis sausio saus|vasaris vasario vas|kovas kovo kov|balandis balandžio bal|gegužė gegužės geg|\
            birželis birželio birž|liepa liepos liep|rugpjūtis rugpjūčio rugpj|rugsėjis rugsėjo rugs|\
            spalis spalio spal|lapkritis lapkričio lapkr|gruodis gruodžio gruod
            """),
        Table(
            "el",
            """
            ιανουάριος ιανουαρίου ιαν γενάρης|φεβρουάριος φεβρουαρίου φεβ φεβρ|μάρτιος μαρτίου μάρ μαρ μάρτ μάώ μαώ|\
            απρίλιος απριλίου απρ|μάιος μαΐου μάη μάι μαι μαϊ|ιούνιος ιουνίου ιούν ιουν ιον|\
            ιούλιος ιουλίου ιούλ ιουλ ιολ|αύγουστος αυγούστου αύγ αυγ|σεπτέμβριος σεπτεμβρίου σεπ σεπτ|\
            οκτώβριος οκτωβρίου οκτ|νοέμβριος νοεμβρίου νοέ νοε νοεμ|δεκέμβριος δεκεμβρίου δεκ
            """),
        Table(
            "ru",
            """
            январь января янв|февраль февраля фев февр|март марта мар|апрель апреля апр|май мая|июнь июня июн|\
            июль июля июл|август августа авг|сентябрь сентября сен сент|октябрь октября окт|\
            ноябрь ноября ноя нояб|декабрь декабря дек
            """),
        Table(
            "uk",
            """
            січень січня січ|лютий лютого лют|березень березня бер берез|квітень квітня кві квіт|травень травня тра трав|\
            червень червня чер черв|липень липня лип|серпень серпня сер серп|вересень вересня вер верес|\
            жовтень жовтня жов жовт|листопад листопада лис лист листоп|грудень грудня гру груд
            """),
        Table(
            "be",
            """
            студзень студзеня|люты лютага|сакавік сакавіка|красавік красавіка|май мая травень траўня|чэрвень чэрвеня|\
            ліпень ліпеня|жнівень жніўня|верасень верасня|кастрычнік кастрычніка|лістапад лістапада|снежань снежня
            """),
        Table(
            "bg",
            """
            януари яну ян|февруари фев|март|април апр|май|юни|юли|август авг|септември септ|октомври окт|\
            ноември ное|декември дек
            """),
        Table(
            "hr",
            """
            siječanj siječnja sij|veljača veljače velj|ožujak ožujka ožu|travanj travnja tra|svibanj svibnja svi|\
            lipanj lipnja lip|srpanj srpnja srp|kolovoz kolovoza kol|rujan rujna ruj|listopad listopada lis|\
            studeni studenoga studenog stu|prosinac prosinca pro
            """),
        Table(
            "sr",
            """
            januar januara jan јануар јануара јан|februar februara feb фебруар фебруара феб|mart marta mar март марта|\
            april aprila apr април априла апр|maj maja мај маја|jun juna juni јун јуна јуни|jul jula juli јул јула јули|\
            avgust avgusta avg август августа авг|septembar septembra sep септембар септембра сеп|\
            oktobar oktobra okt октобар октобра окт|novembar novembra nov новембар новембра нов|\
            decembar decembra dec децембар децембра дец
            """),
        Table(
            "sl",
            """
            januar januarja jan|februar februarja feb|marec marca mar|april aprila apr|maj maja|junij junija jun|\
            julij julija jul|avgust avgusta avg|september septembra sep|oktober oktobra okt|november novembra nov|\
            december decembra dec
            """),
        Table(
            "mk",
            """
            јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември
            """),
        Table(
            "sq",
            """
            janar janari|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor
            """),
        Table(
            "tr",
            """
            ocak oca|şubat şub|mart mar|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|\
            kasım kas|aralık ara
            """),
        Table(
            "az",
            """
            yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr
            """),
        Table(
            "ka",
            """
            იანვარი იანვარს|თებერვალი თებერვალს|მარტი მარტს|აპრილი აპრილს|მაისი მაისს|ივნისი ივნისს|ივლისი ივლისს|\
            აგვისტო აგვისტოს|სექტემბერი სექტემბერს|ოქტომბერი ოქტომბერს|ნოემბერი ნოემბერს|დეკემბერი დეკემბერს
            """),
        Table(
            "kk",
            """
            қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан
            """),
    ]
}
