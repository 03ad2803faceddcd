extension MonthNames {
    static let westEuropean: [Table] = [
        Table(
            "en",
            """
            january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sept sep|\
            october oct|november nov|december dec
            """),
        Table(
            "de",
            """
            januar jänner jan jän jänn januars|februar feber feb febr februars|märz mär mrz maerz|april apr aprils|mai|\
            juni jun juno|juli jul julei|august aug|september sept sep|oktober okt|november nov|dezember dez
            """),
        Table(
            "fr",
            """
            janvier janv jan|février févr fév fevr|mars mar|avril avr|mai|juin jui|juillet juill juil jul|août aoû aout|\
            septembre sept sep|octobre oct|novembre nov|décembre déc
            """),
        Table(
            "es",
            """
            enero ene|febrero feb|marzo mar mzo|abril abr|mayo may|junio jun|julio jul|agosto ago agto|\
            septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic
            """),
        Table(
            "it",
            """
            gennaio gen genn|febbraio feb febbr|marzo mar|aprile apr|maggio mag magg|giugno giu|luglio lug|\
            agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic
            """),
        Table(
            "pt",
            """
            janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|\
            outubro out|novembro nov|dezembro dez
            """),
        Table(
            "nl",
            """
            januari jan|februari feb febr|maart mrt maa|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|\
            oktober okt|november nov|december dec
            """),
        Table(
            "sv",
            """
            januari jan|februari feb febr|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|\
            oktober okt|november nov|december dec
            """),
        Table(
            "da",
            """
            januar jan|februar feb febr|marts mar|april apr|maj|juni jun|juli jul|august aug|september sept sep|\
            oktober okt|november nov|december dec
            """),
        Table(
            "no",
            """
            januar jan|februar feb febr|mars mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|\
            oktober okt|november nov|desember des
            """),
        Table(
            "is",
            """
            janúar jan|febrúar feb|mars mar|apríl apr|maí|júní jún|júlí júl|ágúst ágú|september sept sep|\
            október okt|nóvember nóv|desember des
            """),
        Table(
            "fi",
            """
            tammikuu tammikuuta tammikuun tammi|helmikuu helmikuuta helmikuun helmi|\
            maaliskuu maaliskuuta maaliskuun maalis|huhtikuu huhtikuuta huhtikuun huhti|\
            toukokuu toukokuuta toukokuun touko|kesäkuu kesäkuuta kesäkuun kesä|heinäkuu heinäkuuta heinäkuun heinä|\
            elokuu elokuuta elokuun elo|syyskuu syyskuuta syyskuun syys|lokakuu lokakuuta lokakuun loka|\
            marraskuu marraskuuta marraskuun marras|joulukuu joulukuuta joulukuun joulu
            """),
        Table(
            "ca",
            """
            gener gen|febrer febr|març|abril abr|maig|juny|juliol|agost ag|setembre set|octubre oct|novembre nov|\
            desembre des
            """),
        Table(
            "eu",
            """
            urtarrila urtarrilaren urtarrilak|otsaila otsailaren otsailak|martxoa martxoaren martxoak|\
            apirila apirilaren apirilak|maiatza maiatzaren maiatzak|ekaina ekainaren ekainak|\
            uztaila uztailaren uztailak|abuztua abuztuaren abuztuak|iraila irailaren irailak|urria urriaren urriak|\
            azaroa azaroaren azaroak|abendua abenduaren abenduak
            """),
        Table(
            "gl",
            """
            xaneiro xan|febreiro feb|marzo mar|abril abr|maio mai|xuño xuñ|xullo xul|agosto ago|setembro set|\
            outubro out|novembro nov|decembro dec
            """),
        Table(
            "ga",
            """
            eanáir ean|feabhra feabh|márta|aibreán aib|bealtaine beal|meitheamh meith|iúil|lúnasa lún|\
            meán_fómhair mfómh|deireadh_fómhair dfómh|samhain samh|nollaig noll
            """),
        Table(
            "mt",
            """
            jannar jan|frar fra|marzu mar|april apr|mejju mej|ġunju ġun|lulju lul|awwissu aww|settembru set|\
            ottubru ott|novembru nov|diċembru diċ
            """),
        Table(
            "cy",
            """
            ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr
            """),
        Table(
            "lb",
            """
            januar|februar|mäerz|abrëll|mee|juni|juli|august|september|oktober|november|dezember
            """),
    ]
}
