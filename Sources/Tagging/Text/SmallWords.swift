import Model

/// Counts the small words of languages written in Latin letters, and whether a text has letters that one alone uses.
struct SmallWords {
    /// The small words by language: articles, prepositions, forms of to be.
    private static let words: [(language: String, words: String)] = [
        (
            "en",
            "the of and to in for on with that is by from as its are was has will not may over after it or an at be"
        ),
        (
            "de",
            "der die das und von für mit den dem des ist ein eine auf nicht im zu bei sich vom zur zum als auch wird durch gegen wegen nach ohne wurde sind hat werden über"
        ),
        (
            "fr",
            "le la les des et du une un pour dans sur par est au aux qui que ne pas sont ses son avec en ce cette contre sans après selon ont été leur d l qu"
        ),
        (
            "es",
            "el la los las del y en por para con una un que se su al es no lo como más sus ante sobre contra tras sin entre desde fue han"
        ),
        (
            "it",
            "il lo la gli le di del della e per con una un che dei delle nel sul è al non alla dal da dell nella senza contro dati sono dopo stato tra d l"
        ),
        (
            "pt",
            "o a os as do da dos das e em no na para por com um uma que não ao são pela pelo à se nos contra sem após foi entre"
        ),
        (
            "nl",
            "de het een en van voor met op is aan dat te niet door bij zijn wordt ook naar om over uit tegen wegens heeft werd zonder tussen"
        ),
        ("pl", "i w z na do nie się o że jest dla przez od oraz po za ze jak przy są danych przed bez został jej"),
        ("cs", "a v na se že je s z do o pro ve podle za jako není od po jsou k při byl bez před kvůli"),
    ]

    /// Words of one list that are words of other languages, too, whose lists lack them as they tell nothing there.
    private static let shared = "in an was of on as or to at it will"
    /// The bit of those.
    private static let sharedBit: UInt16 = 1 << 15

    /// Letters that tell a language from those with the same small words.
    private static let letters: [(language: String, letters: String)] = [
        ("de", "ßäöüÄÖÜ"), ("pl", "łąęśźżńćŁŚŻ"), ("cs", "řěůčšžŘČŠŽ"), ("es", "ñ¿¡Ñ"), ("pt", "ãõÃÕ"), ("fr", "œŒéêç"),
    ]

    /// For each language the small words found.
    private(set) var counts = [Int](repeating: 0, count: words.count)
    /// The languages of which a small word was found that does not begin with a capital, as names do.
    private var lowered: UInt16 = 0
    /// Those of which one was found that has more letters than one, and that the declared one does not have.
    private var spelled: UInt16 = 0
    /// For each language the small words found that no other one has.
    private(set) var alone = [Int](repeating: 0, count: words.count)
    /// The languages whose own letters were found.
    private var lettered: UInt16 = 0
    /// For each language the first of its words that was found, and the languages of which another was found, too: one
    /// that is told twice, as a preposition in a headline, may stand in a list that lacks it by design.
    private var firsts = [UInt64](repeating: 0, count: words.count)
    private var varied: UInt16 = 0

    /// The languages that have a list.
    static let languages = words.map(\.language)

    /// Whether a small word of a language was found that no capital begins, that has more letters than one, and that
    /// the declared one does not have.
    func has(_ language: String) -> Bool {
        Self.number(of: language).map { lowered & spelled & 1 << UInt16($0) != 0 } ?? false
    }

    /// Whether all that speaks for a language, by its place, is at most one small word that another has, too.
    func speaksLittle(for own: Int) -> Bool { counts[own] <= 1 && alone[own] == 0 }

    /// Whether letters of its own were found.
    func hasLetters(of language: String) -> Bool {
        Self.number(of: language).map { lettered & 1 << UInt16($0) != 0 } ?? false
    }

    /// The place of a language among those that have a list; nil where it has none.
    static func number(of language: String) -> Int? { words.firstIndex { $0.language == language } }

    /// Prepositions, pronouns and the like that are no sign of their language, or longer than what is counted.
    private static let others = """
        about above across after again against all also although among another any anything are because been before being
        below between both but can cannot could did does doing down during each either even every few first from further
        had have having he her here hers him his how however if into itself just last less like made make many more most
        much must near neither never new nor nothing now off often once only other others our out over own per rather
        said same says second see several shall she should since so some such than their them then there these they this
        those three through to too two under until up upon use used uses using very via was we well were what when where
        whether which while who whom whose why will with within without would yet you your
        aber alle allen aller alles andere anderen auch ausser bereits beim bis damit dann daran darauf dass dein denen
        denn derer deren dessen diese diesem diesen dieser dieses doch dort durch ebenso einem einen einer eines einige
        etwa gegen haben hat hatte hatten hier ihr ihre ihrem ihren ihrer jede jedem jeden jeder jedes jedoch kann kein
        keine keinen konnen mehr mussen nach neue neuen neuer noch nur ohne oder seine seinem seinen seiner seit sich
        sind sowie uber unter viele wegen weil weiter welche wenn werden wie wieder wurde wurden zwei zwischen
        ainsi alors apres autre autres aussi avant avoir cela celle celui ces cet chez comme comment contre dans depuis
        deux dont elle elles entre etait etre font ici ils leur leurs lors lorsque mais meme moins nous notre ont plus
        pourquoi puis quand quel quelle sans selon sera seront sous sont tous tout toute toutes tres vers vous
        ademas antes aqui asi aunque cada cual cuando desde despues donde durante ella ellas ellos entre esta estas este
        esto estos fue fueron hasta hay mientras mismo muy nuestro nueva nuevo otra otro para pero porque puede pueden
        quien segun ser sera sido sin solo son tambien tiene tienen todas todo todos tras
        anche ancora come contro dopo dove ecco essere fino fra gia hanno loro molto nella nelle ogni oltre perche piu
        poi prima quale quando quanto quella quelle quello questa queste questi questo senza sono stata stato sulla suo
        tra tutte tutti tutto verso
        """

    private static let known: HashSet = {
        let lists = words.map(\.words) + [others]
        let folded = lists.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { NormalText.folded(String($0)) }
        return HashSet(folded.map(WordHashes.ofBytes))
    }()

    /// Whether a folded word is a small word of any language, and tells nothing of what a text is about.
    static func contains(_ word: some Sequence<UInt8>) -> Bool { known.contains(WordHashes.ofBytes(word)) }

    /// Counts the words of a text in UTF-8, up to the second that only one language has where that is named.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, until own: Int?) {
        let stop: UInt16 = own.map { 1 << UInt16($0) } ?? 0
        let table = Self.table
        var (word, length, isCapital): (UInt64, Int, Bool) = (0, 0, false)
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x20
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if lower >= 0x80 || lower &- 0x61 < 26 {
                if length == 0 { isCapital = lower != byte }
                if lower >= 0x80, lower < 0xC0 {
                    lettered |= table.languages(of: Table.letter(word << 8 | UInt64(lower)))
                }
                word = word << 8 | UInt64(lower)
                length &+= 1
                continue
            }
            if length > 0, length <= 7 {
                let bits = table.languages(of: word)
                let found = bits & ~Self.sharedBit
                if found != 0 {
                    count(found, word)
                    if !isCapital { lowered |= found }
                    if length > 1, found & stop == 0 { spelled |= found }
                    if bits & (bits - 1) == 0 { alone[found.trailingZeroBitCount] += 1 }
                }
                if found & stop != 0, let own, alone[own] > 1 { return }
            }
            (word, length) = (0, 0)
        }
    }

    private mutating func count(_ languages: UInt16, _ word: UInt64) {
        var left = languages
        while left != 0 {
            let number = left.trailingZeroBitCount
            counts[number] += 1
            if firsts[number] == 0 {
                firsts[number] = word
            } else if firsts[number] != word {
                varied |= 1 << UInt16(number)
            }
            left &= left - 1
        }
    }

    /// The language with the most words, where it has two and more than any other. Instead of a declared one only where
    /// that has none, and two words that are not the same and not names alone speak for it; or where that has one, as `an`
    /// may be, and it three; or where that has only what others have, too, as `in` and `is`, and it three that none has.
    ///
    /// - Parameter own: The place of the declared language.
    /// - Returns: The language; nil where none is told.
    func best(insteadOf own: Int?) -> Language? {
        let scores = counts.indices.map { counts[$0] + (lettered & 1 << UInt16($0) != 0 ? 1 : 0) }
        let ranked = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        let (first, second) = (ranked[0], ranked[1])
        guard counts[first] >= 2, scores[first] > scores[second] else { return nil }
        if let own {
            let isSpoken = lowered & varied & 1 << UInt16(first) != 0
            let isShared = alone[own] == 0 && alone[first] >= 3 || alone[own] == 1 && alone[first] >= 6
            guard first != own, isSpoken, counts[own] == 0 || counts[own] == 1 && counts[first] >= 3 || isShared else {
                return nil
            }
        }
        return Language(Self.words[first].language)
    }

    private static let table = Table()

    /// A hash table of words of at most seven bytes, and of letters: for each a bit for each language that has it.
    private struct Table {
        private var keys = [UInt64](repeating: 0, count: 1024)
        private var bits = [UInt16](repeating: 0, count: 1024)

        init() {
            for (number, entry) in words.enumerated() {
                for word in entry.words.split(separator: " ") {
                    let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
                    let place = place(of: key)
                    keys[place] = key
                    bits[place] |= 1 << UInt16(number)
                }
            }
            for word in shared.split(separator: " ") {
                bits[place(of: word.utf8.reduce(0) { $0 << 8 | UInt64($1) })] |= sharedBit
            }
            for entry in letters {
                for letter in entry.letters {
                    let key = Self.letter(letter.utf8.reduce(0) { $0 << 8 | UInt64($1) })
                    let place = place(of: key)
                    keys[place] = key
                    if let number = SmallWords.number(of: entry.language) { bits[place] |= 1 << UInt16(number) }
                }
            }
        }

        /// The key of a letter of two bytes, which may be a word, too.
        static func letter(_ bytes: UInt64) -> UInt64 { 0xFF << 56 | bytes & 0xFFFF }

        @inline(__always)
        func languages(of key: UInt64) -> UInt16 { bits[place(of: key)] }

        /// Where a word stands, or would.
        @inline(__always)
        private func place(of key: UInt64) -> Int {
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
            while keys[place] != 0, keys[place] != key { place = (place + 1) & 1023 }
            return place
        }
    }
}
