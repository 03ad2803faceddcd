/// Words by which courts and offices say what came before a decision, and what they call it.
extension CalendarWords {
    /// Words that announce when a court heard, or when something was asked of it.
    static let hearing: Set<String> = [
        "hearing", "hearings", "heard", "argued", "trial", "filing", "filed", "received", "application", "applied",
        "submitted", "lodged",
        "seance", "audience", "audiences", "debats", "plaidoiries", "requete", "udienza", "ud", "ricorso", "zitting",
        "zittingsdatum", "verhandlung", "sitzung", "antrag", "eingang", "vista", "votacion", "solicitud", "audiencia",
        "sessao", "pedido", "rozprawa", "rozprawy", "wniosek", "wplywu", "basvuru", "durusma", "поступления",
        "заседания", "заседание", "слушание", "подачи", "надходження", "foredragning", "forhandling", "kasittely",
        "jednani", "podani", "targyalas", "立案", "立案日期", "开庭", "開庭", "开庭时间", "申请日", "受理", "접수일", "접수", "변론", "출원일",
        "口頭弁論", "弁論", "出願日", "出願",
    ]
    /// Words that name no day but any.
    static let generic: Set<String> = ["date", "datum", "data", "fecha", "dato", "дата", "tarihi", "日期", "일자", "日"]
    /// Words that say of a publication that it was not the last.
    static let earlier: Set<String> = [
        "first", "originally", "previously", "erstmals", "ursprunglich", "initialement", "originalmente",
        "originariamente", "oorspronkelijk", "впервые", "首次", "最初",
    ]
    /// What decisions, grants and publications are called beside their days.
    static let outcome: Set<String> = Set([
        "date", "judgment", "judgement", "decision", "order", "ruling", "grant", "granted", "accepted",
        "lecture", "jugement", "arret", "ordonnance", "sentenza", "dep", "decisione", "ordinanza", "arrest", "vonnis",
        "beschikking", "urteil", "beschluss", "entscheidung", "bescheid", "sentencia", "resolucion", "auto", "sentenca",
        "acordao", "decisao", "julgamento", "wyrok", "wyroku", "orzeczenie", "orzeczenia", "decyzja", "decyzji",
        "postanowienie", "karar", "решение", "решения", "определение", "определения", "постановление",
        "постановления", "вынесения", "рішення", "avgorande", "dom", "kendelse", "afgorelse", "avgjorelse",
        "ratkaisu", "antopaiva", "rozhodnuti", "rozsudek", "usneseni", "hatarozat", "itelet", "裁判", "裁判日期", "判决", "判決",
        "宣判", "宣判日期", "授权", "公告", "公告日", "선고일", "선고", "결정", "등록일", "등록", "判決言渡", "言渡", "決定", "登録日", "登録",
    ]).union(decision).union(publication).union(making)
}
