import Model

/// Words of a title that may name a party, the same in every language.
enum PartyWords {
    /// Letters of such a word at least, and of one in capitals.
    private static let (least, leastCapitals) = (4, 3)
    /// Characters of a text that are read at most.
    private static let longest = 400
    /// Words of sums, which stand beside many of them.
    private static let sums: Set<String> = [
        "dollar", "dollars", "euro", "euros", "pound", "pounds", "million", "millions", "millionen", "billion",
        "milliarden", "yuan",
    ]

    /// Hashes of words that are nobody's name: who fines and who judges, and where.
    static let common: Set<UInt64> = Set(
        """
        authority commission court courts judge judges regulator tribunal tribunale gericht rechter rechtbank garante
        autoriteit persoonsgegevens behörde datenschutzbehörde cnil aepd anpd uodo edpb fine fined fines boete bußgeld
        amende multa sanzione kara italian italy french france german germany dutch netherlands spanish spain irish
        ireland polish poland greek greece british london rome paris berlin data protection privacy agency office
        supreme circuit district attorney landgericht oberlandesgericht bundesgerichtshof training software
        """.split(whereSeparator: \.isWhitespace).map { hash($0.utf8) })

    /// These, and words that stand with a capital in titles of disputes, or name a country, a kind of paper or a topic.
    static let unnamed: Set<UInt64> = common.union(
        """
        authority authorities commission commissioner commissioners board committee council court courts high judge judges
        justice regulator watchdog tribunal tribunale gericht rechter rechtbank garante autoriteit autorità autoridad autoridade
        autorité agencia agência persoonsgegevens behörde datenschutzbehörde cnil aepd anpd uodo edpb edps agcm cppa ccpa gdpr
        rgpd dsgvo dpdp fine fined fines boete bußgeld strafe amende sanction multa sanción sanzione sanzioni kara kary penalty
        italy italian italia french france german germany deutschland dutch netherlands nederland spanish spain españa irish
        ireland polish poland polska polskiej greek greece british britain kingdom united states america american european
        europe europa union china chinese japan japanese korea korean south north india indian brazil brasil portugal canada
        australia russia london rome roma paris berlin madrid brussels tokyo seoul beijing munich münchen milano new york
        california data protection privacy personal information datos dados dati protección proteção protezione agency office
        ministry supreme circuit district federal attorney general landgericht oberlandesgericht bundesgerichtshof
        verwaltungsgericht training software internet digital online deepfake deepfakes chatbot chatbots model models
        artificial intelligence intelligenz intelligenza copyright urheberrecht settlement class action lawsuit suit case
        cases complaint order orders ruling judgment urteil beschluss klage decision decisión sentencia sentenza tribunal
        audiencia nacional supremo conseil état cour judiciaire first rule rules final rights against over between after
        with from settle pay newsletter urteile datenschutz unternehmen eur usd gbp krw pln chf cny rmb inr jpy ftc ico dpc fcc cma llc inc ltd
        gmbh usa api llm gpt dsa dma ags bgh olg eugh cjeu upc epo dsk lfdi ccpa fcra hipaa uspto pto app apps geldbußen
        geldbuße millionen million millions billion
        """.split(whereSeparator: \.isWhitespace).map { hash($0.utf8) })

    /// Hashes of what well-known products are called, which stand beside the names of their makers.
    static let products: Set<UInt64> = Set(
        """
        chatgpt claude gemini bard copilot grok llama midjourney sora dalle whatsapp instagram facebook overviews overview
        replika
        """.split(whereSeparator: \.isWhitespace).map { hash($0.utf8) })

    /// The hash of a word or a name in lower case.
    static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(WordHashes.start) { WordHashes.step($0, UInt64($1)) }
    }

    /// Hashes of the words with a capital, and of those in katakana, in which Japanese writes names from abroad.
    static func named(in title: String) -> Set<UInt64> {
        var found = katakana(in: title)
        for word in words(of: title) where isName(word) { found.insert(hash(word.lowercased().utf8)) }
        return found
    }

    /// The hash of a title's first word, where nothing but its place gives it a capital.
    static func first(of title: String) -> Set<UInt64> {
        guard let word = words(of: title).first, word.dropFirst().utf8.allSatisfy({ !Bytes.isUpper($0) }) else {
            return []
        }
        return [hash(word.lowercased().utf8)]
    }

    /// The names of a title that are among some, as people read them.
    static func spelt(_ wanted: Set<UInt64>, in title: String) -> [String] {
        let latin = words(of: title).filter { isName($0) && wanted.contains(hash($0.lowercased().utf8)) }
        return latin.map(String.init) + katakanaRuns(of: title).filter { wanted.contains(hash($0.utf8)) }
    }

    private static func words(of title: String) -> [Substring] {
        title.unicodeScalars.prefix(longest).split { !(isASCII($0) || (0xC0...0x24F).contains($0.value)) }
            .map { Substring($0) }
    }

    private static func isASCII(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 && Bytes.isAlphanumeric(UInt8(scalar.value))
    }

    /// Whether a word has a capital, and is long enough, or of capitals only.
    private static func isName(_ word: Substring) -> Bool {
        guard let first = word.utf8.first, Bytes.isUpper(first) else { return false }
        return word.utf8.count >= least && !sums.contains(word.lowercased())
            || word.utf8.count >= leastCapitals && word.utf8.allSatisfy(Bytes.isUpper)
    }

    /// Characters of a name in katakana at least.
    private static let leastKatakana = 4
    /// Common words in katakana.
    private static let kana: Set<String> = [
        "データ", "データベース", "ガイドライン", "ガイダンス", "サービス", "モデル", "システム", "プライバシー", "コンテンツ", "チャットボット", "ディープフェイク",
        "クローラー", "スタートアップ", "インターネット", "オンライン", "ソフトウェア", "アプリ", "ユーザー", "ルール", "リスク", "セキュリティ", "サイバー", "デジタル",
        "メディア", "ニュース", "プラットフォーム", "グループ", "チェックリスト", "イノベーション", "ワーキンググループ", "パブリックコメント", "イラスト", "キャラクター",
    ]

    private static func katakana(in text: String) -> Set<UInt64> { Set(katakanaRuns(of: text).map { hash($0.utf8) }) }

    private static func katakanaRuns(of text: String) -> [String] {
        // All of katakana begins with this byte.
        guard text.utf8.contains(0xE3) else { return [] }
        return text.unicodeScalars.prefix(longest).split { !(0x30A1...0x30FC).contains($0.value) }
            .filter { $0.count >= leastKatakana }.map { String(Substring($0)) }
            .filter { !kana.contains($0) }
    }
}
