import Model

/// Words of a title that may name a party, the same in every language.
enum PartyWords {
    /// Letters of such a word at least, and of one in capitals.
    private static let (least, leastCapitals) = (4, 3)
    /// Characters of a text that are read at most.
    private static let longest = 400
    /// Hashes of words of sums, which stand beside many of them.
    private static let sums = Set(
        "dollar dollars euro euros pound pounds million millions millionen billion milliarden yuan"
            .split(separator: " ").map { hash($0.utf8) })

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
        eachWord(in: title) { word in
            if let hash = hash(ofName: word) { found.insert(hash) }
            return true
        }
        return found
    }

    /// The hash of a title's first word, where nothing but its place gives it a capital.
    static func first(of title: String) -> Set<UInt64> {
        var found: Set<UInt64> = []
        eachWord(in: title) { word in
            // No byte of a longer letter is one of a capital.
            if !word.dropFirst().contains(where: Bytes.isUpper) { found = [lowered(word)] }
            return false
        }
        return found
    }

    /// The names of a title that are among some, as people read them.
    static func spelt(_ wanted: Set<UInt64>, in title: String) -> [String] {
        var latin: [String] = []
        eachWord(in: title) { word in
            if let hash = hash(ofName: word), wanted.contains(hash) {
                latin.append(String(decoding: word, as: UTF8.self))
            }
            return true
        }
        return latin + katakanaRuns(of: title).filter { wanted.contains(hash($0.utf8)) }
    }

    /// Tells of each word in Latin letters, as its bytes stand in the text, until there is no more wanted.
    private static func eachWord(in title: String, _ tell: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) {
        var title = title
        title.withUTF8 { bytes in
            var (index, start, rest) = (0, 0, longest)
            while index < bytes.count, rest > 0 {
                let length = letterLength(bytes, index)
                if length > 0 {
                    index += length
                } else {
                    if start < index, !tell(bytes[start..<index]) { return }
                    index += 1
                    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                    start = index
                }
                rest -= 1
            }
            if start < index { _ = tell(bytes[start..<index]) }
        }
    }

    /// The bytes of the letter or digit at a place, of ASCII or between U+00C0 and U+024F; none where another stands there.
    private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return Bytes.isAlphanumeric(byte) ? 1 : 0 }
        return isTwoBytes(byte) && index + 1 < bytes.count && (byte < 0xC9 || bytes[index + 1] <= 0x8F) ? 2 : 0
    }

    private static func isTwoBytes(_ lead: UInt8) -> Bool { (0xC3...0xC9).contains(lead) }

    /// The hash of a word in lower case; nil where it has no capital, or is neither long enough nor of capitals only.
    private static func hash(ofName word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        guard Bytes.isUpper(word[word.startIndex]), word.count >= leastCapitals else { return nil }
        let hash = lowered(word)
        return word.count >= least && !sums.contains(hash) || word.allSatisfy(Bytes.isUpper) ? hash : nil
    }

    /// The hash of a word in lower case.
    private static func lowered(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        guard word.allSatisfy({ $0 < 0x80 }) else {
            return hash(String(decoding: word, as: UTF8.self).lowercased().utf8)
        }
        return word.reduce(WordHashes.start) { WordHashes.step($0, UInt64(Bytes.isUpper($1) ? $1 | 0x20 : $1)) }
    }

    /// Characters of a name in katakana at least.
    private static let leastKatakana = 4
    /// Common words in katakana.
    private static let kana: Set<String> = [
        "データ", "データベース", "ガイドライン", "ガイダンス", "サービス", "モデル", "システム", "プライバシー", "コンテンツ", "チャットボット", "ディープフェイク",
        "クローラー", "スタートアップ", "インターネット", "オンライン", "ソフトウェア", "アプリ", "ユーザー", "ルール", "リスク", "セキュリティ", "サイバー", "デジタル",
        "メディア", "ニュース", "プラットフォーム", "グループ", "チェックリスト", "イノベーション", "ワーキンググループ", "パブリックコメント", "イラスト", "キャラクター",
    ]

    /// Whether a text has bytes with which letters of katakana begin, and little else does.
    private static func mayHaveKatakana(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.dropLast().contains { bytes[$0] == 0xE3 && (0x82...0x83).contains(bytes[$0 + 1]) }
        }
    }

    private static func katakana(in text: String) -> Set<UInt64> { Set(katakanaRuns(of: text).map { hash($0.utf8) }) }

    private static func katakanaRuns(of text: String) -> [String] {
        guard mayHaveKatakana(text) else { return [] }
        return text.unicodeScalars.prefix(longest).split { !(0x30A1...0x30FC).contains($0.value) }
            .filter { $0.count >= leastKatakana }.map { String(Substring($0)) }
            .filter { !kana.contains($0) }
    }
}
