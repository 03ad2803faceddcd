import Model

/// Acts without a number that reports in several languages are about, each by the names that the languages have for it.
enum KnownAct {
    /// An act, whose law it is, and the words of which one group stands in a title that names it.
    private struct Names {
        let key: String
        let country: String
        let words: [[String]]

        init(_ key: String, _ country: String, _ names: [String]) {
            (self.key, self.country) = (key, country)
            words = names.map { $0.split(separator: "+").map(String.init) }
        }
    }

    /// Bytes of a title that are read.
    private static let longest = 400

    /// The act that a title names, as a key of its own; of several the one whose name says most.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - jurisdictions: Whose law the item speaks of.
    /// - Returns: The key, as it is shown; nil where none is known.
    static func named(in title: String, of jurisdictions: Set<Jurisdiction>) -> String? {
        let countries = jurisdictions.map(\.code)
        let acts = table.filter { countries.contains($0.country) }
        if acts.isEmpty { return nil }
        let bytes = title.lowercased().utf8.prefix(longest)
        let words = String(decoding: bytes, as: UTF8.self)
        return acts.first { $0.words.contains { $0.allSatisfy { words.contains($0) } } }?.key
    }

    /// The names, those first that have others inside them; `+` joins words that stand in any order.
    private static let table: [Names] = [
        Names(
            "CN labelling measures", "CN",
            [
                "标识办法", "標識辦法", "label+measures", "label+rules", "label+synthetic", "kennzeichnung+inhalte",
                "étiquetage+contenu", "etiquetado+contenido", "ラベル表示", "표시+생성",
            ]),
        Names(
            "CN measures on human-like interaction", "CN",
            ["拟人化互动", "擬人化互動", "anthropomorphic", "human-like+interact", "humanlike+interact", "menschenähnlich"]),
        Names(
            "CN measures on generative services", "CN",
            [
                "生成式人工智能服务管理暂行办法", "生成式人工智慧服務管理暫行辦法", "generative+interim measures",
                "generative+services+measures", "generative+interimsmaßnahmen",
            ]),
        Names(
            "CN deep synthesis provisions", "CN",
            ["深度合成管理规定", "深度合成管理規定", "deep synthesis+provisions", "deep synthesis+regulation"]),
        Names(
            "CN facial recognition measures", "CN",
            ["人脸识别技术应用安全管理办法", "facial recognition+measures", "gesichtserkennung+maßnahmen"]),
        Names("CN recommendation provisions", "CN", ["算法推荐管理规定", "algorithm+recommendation+provisions"]),
        Names("CN cybersecurity law", "CN", ["网络安全法", "網絡安全法", "cybersecurity law", "cybersicherheitsgesetz"]),
        Names(
            "KR AI Basic Act decree", "KR",
            [
                "인공지능+시행령", "ai+시행령", "basic act+decree", "framework act+decree", "ai+enforcement decree",
                "基本法+施行令", "grundgesetz+durchführungs",
            ]),
        Names(
            "KR AI Basic Act", "KR",
            [
                "인공지능+기본법", "ai 기본법", "ai기본법", "ai basic act", "ai framework act", "artificial intelligence+basic act",
                "ai基本法", "人工智能基本法", "ki-grundlagengesetz", "ki-rahmengesetz",
            ]),
        Names(
            "JP AI Promotion Act", "JP",
            [
                "ai推進法", "ai促進法", "人工知能+推進に関する法律", "ai promotion act", "ai promotion law", "act+promotion+ai",
                "人工智能推进法", "ai推进法", "ki-förderungsgesetz", "ki-fördergesetz",
            ]),
        Names(
            "JP AI business guidelines", "JP",
            ["ai事業者ガイドライン", "ai guidelines for business", "ai business guidelines", "ai事业者指南"]),
        Names(
            "TW AI Basic Act", "TW",
            [
                "人工智慧基本法", "ai基本法", "ai basic act", "artificial intelligence basic act",
                "artificial intelligence fundamental act",
            ]),
        Names(
            "EU code on labelling", "EU",
            [
                "code of practice+label", "code of practice+marking", "code of practice+transparency",
                "verhaltenskodex+kennzeichnung", "praxiskodex+kennzeichnung", "code de bonnes pratiques+marquage",
                "code de bonnes pratiques+étiquetage", "código de buenas prácticas+etiquetado",
                "codice di buone pratiche+etichett", "praktijkcode+markering", "行为守则+标识",
            ]),
        Names(
            "EU code on general-purpose AI", "EU",
            [
                "code of practice+general-purpose", "code of practice+general purpose", "code of practice+gpai",
                "verhaltenskodex+gpai", "verhaltenskodex+allgemeinem verwendungszweck", "praxiskodex+gpai",
                "code de bonnes pratiques+usage général", "código de buenas prácticas+uso general",
                "codice di buone pratiche+finalità generali", "praktijkcode+gpai", "行为守则+通用",
            ]),
        Names(
            "EU digital omnibus", "EU",
            [
                "digital omnibus", "digitaler omnibus", "digitalen omnibus", "digitale omnibus", "omnibus numérique",
                "ómnibus digital", "omnibus digitale", "数字综合",
            ]),
        Names(
            "IT law on AI", "IT",
            ["legge+intelligenza artificiale", "italian ai law", "ital+ai law", "italien+ki-gesetz", "意大利+人工智能法"]),
    ]
}
