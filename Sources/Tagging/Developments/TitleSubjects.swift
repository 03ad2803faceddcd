import Model

/// The words of a title that say what it is about: those that are left beside who acts, what is done, what kind of paper
/// it is, and AI, which all of them are about.
enum TitleSubjects {
    /// Letters of such a word at least, and the first ones by which its forms are one word.
    private static let (least, stem) = (3, 5)
    /// Languages whose common words are known.
    private static let languages: Set<String> = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]

    /// The words as they stand, their beginnings, and the first letters of the title's words that stand side by side, all
    /// as hashes in order. Where the title has no words but in capitals, these are the words and their beginnings.
    struct Found {
        var words: [UInt32] = []
        var stems: [UInt32] = []
        var initials: [UInt32] = []
    }

    /// The subjects of a title, in languages whose common words are known.
    ///
    /// - Parameters:
    ///   - title: The words of the title.
    ///   - language: Its language.
    ///   - seed: What makes hashes those of the language.
    /// - Returns: The words; none where the language is another.
    static func told(in title: TitleWords, _ language: Language, _ seed: UInt64) -> Found {
        var found = Found()
        guard languages.contains(language.primary) else { return found }
        var (shortened, letters, hasActed) = ([UInt32](), [Character](), false)
        for word in title.words where !word.isSmall {
            letters += Substring(word.text).first.map { [$0] } ?? []
            let folded = title.folded(word)
            // A word of capitals alone is a body that acts, or short for what another title spells out.
            guard word.hasLower else {
                if hasActed, folded.count >= least { shortened.append(word.hash) }
                continue
            }
            hasActed = true
            if folded.count < least || isCommon(folded) { continue }
            found.words.append(word.hash)
            found.stems.append(title.foldedStem(word, stem))
        }
        if found.words.isEmpty { (found.words, found.stems) = (shortened, shortened) }
        HashOrder.orderOnce(&found.words)
        HashOrder.orderOnce(&found.stems)
        found.initials = initials(letters, seed)
        return found
    }

    /// How words of a title may be written in capitals: `BCR` of `binding corporate rules`.
    private static func initials(_ letters: [Character], _ seed: UInt64) -> [UInt32] {
        var found: [UInt32] = []
        // A character of East Asia is a word of its own.
        let isPlain = !letters.contains { $0.unicodeScalars.contains { $0.value >= 0x2E80 } }
        found.reserveCapacity(shortForms.count * letters.count)
        for start in letters.indices {
            var (hash, count) = (WordHashes.start, 0)
            for letter in letters[start...].prefix(shortForms.upperBound) {
                for scalar in letter.unicodeScalars {
                    hash = WordHashes.step(hash, UInt64(WordHashes.lowered(scalar)))
                }
                count += 1
                guard shortForms.contains(count) else { continue }
                found.append(
                    isPlain
                        ? NewsWords.mixed(hash, seed)
                        : NewsWords.hash(Substring(String(letters[start..<(start + count)])), seed))
            }
        }
        HashOrder.orderOnce(&found)
        return found
    }

    /// Letters of a word in capitals that others spell out.
    private static let shortForms = 3...5

    private static func isCommon(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return true }
        return common[Int(first)].contains { cue in
            cue.isWhole ? word.elementsEqual(cue.bytes) : word.starts(with: cue.bytes)
        }
    }

    private static let common: [[(bytes: [UInt8], isWhole: Bool)]] = {
        var common = [[(bytes: [UInt8], isWhole: Bool)]](repeating: [], count: 256)
        func note(_ words: String, isWhole: Bool) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let bytes = NormalText.folded(String(word))
                common[Int(bytes[0])].append((bytes, isWhole))
            }
        }
        note(whole, isWhole: true)
        note(beginnings, isWhole: false)
        return common
    }()

    private static let whole = """
        garante general genai purpose policy policies project projects model models modell modelle modellen modele
        modeles modelo modelos modelli modello modeli tool tools open opens opened seek seeks issue issues issued call
        calls act acts law laws loi ley legge lei wet ustawa bill bills part parts projet proyecto bozza ontwerp avis
        hoja code codes rule rules public today january february march april june july august januar märz juni juli
        janvier mars avril juin juillet août enero marzo abril mayo junio julio agosto gennaio aprile maggio giugno
        luglio janeiro março maio junho julho maart mei augustus luty maja guía guías guia guias nota notas sui sulle
        sugli dell sull review term terms set sets out take takes given report reports memo memos memorandum notice
        notices publish publishes published publishing publication publie publient publié publiée publica publican
        publicado publicada publicación pubblica pubblicano pubblicato pubblicata publicou publiceert publikuje
        """

    private static let beginnings = """
        artific künstlich kunstmatig sztuczn intellig inteligen inteligenc generati generativ system sistem systeem
        technolog opublik veröffentlich gepubliceerd adopt adott aangenomen przyję przyjm verabschied beschlie
        beschloss withdraw zurückgezog zurückzieh retir ritir ingetrok wycof inquir januar februar septemb oktob octob
        novemb decemb dezemb févri febbrai febrer fevere dicembr diciembr settembr septiembr setemb ottobr octubr
        outubr styczn grudni releas launch consult konsult konsultacj raadpleging announc ankünd kündigt annonc anunci
        annunci aankond ogłosi invit request extend extension verlänger prolong prorog prórrog ampli verleng przedłuż
        shorten verkürz raccourc acort accorci abbrevi encurt verkort skróc
        deadline frist plazo prazo termin délai termijn period comment kommentar stellungnahm coment osservazion uwag
        draft entwurf projekt final endgültig version fassung versie wersj updat aktualis aktualiz actuali aggiorn
        revis überarbeit herzien reopen guid leitlin leitfad orient lignes directric línea linee richtsno richtlijn
        wytyczn recommend recommand empfehl recomend raccomand aanbevel zalec rekomend opini dictam parer advies
        statement erklär déclar declar dichiar bericht rapport inform relator paper papier sheet fiche scheda
        factsheet handbook handreich kodex código codice practice praxis praktyk verhaltens chapter kapitel chapitre
        capítul capitol hoofdstuk rozdzia section regulat verordnung regle reglam regol gesetz plenar commission
        kommission comisión commissie commissione komisj office authorit behörd autorit autorid regulator parliament
        parlament government ministr minist senat council
        """
}
