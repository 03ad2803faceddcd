/// Words that say what a day is: that of a decision, a change, a publication, or one to come.
extension CalendarWords {
    /// Words that announce the day of a decision after that of the hearing.
    static let decision: Set<String> = [
        "decided", "pronounced", "delivered", "verkundet", "filed", "judgment", "judgement", "изготовлен",
        "изготовлено", "uitspraak", "rendu", "rendue", "prononce", "prononcee", "depositata", "depositato", "deposito",
    ]
    /// Words that announce when a text was changed.
    static let change: Set<String> = [
        "updated", "modified", "revised", "jour", "modifie", "actualizado", "actualizada", "actualizacion",
        "aggiornato", "aggiornata", "aggiornamento", "atualizado", "atualizada", "atualizacao", "aktualisiert",
        "bijgewerkt", "stand", "anderung", "modification", "modificacao", "modificacion", "geandert",
        "gewijzigd", "uppdaterad", "uppdaterat", "andrad", "opdateret", "oppdatert",
        "endret", "paivitetty", "muokattu", "aktualizacja", "aktualizacji", "zaktualizowano", "modyfikacji",
        "modyfikacja", "aktualizovano", "aktualizovane",
        "aktualizace", "frissitve", "modositva", "actualizat", "actualizata", "guncelleme", "guncellenme",
        "guncellendi", "azurirano", "обновлено", "обновлен", "изменено", "изменения", "обновления", "оновлено",
        "актуализирано", "ενημερωση",
        "تحديث", "التحديث", "更新", "修改", "修正", "修订", "改訂", "改定", "成文", "수정", "개정",
    ]
    /// Words that announce when a text begins or ends to count, when something is due, or when a court hears.
    static let validity: Set<String> = [
        "effective", "force", "closing", "closes", "deadline", "expires", "ends", "due", "valid", "next",
        "vigueur", "limite", "jusqu", "vigor", "vigencia", "plazo", "prazo", "vigore", "scadenza", "udienza", "kraft",
        "inkrafttreten", "frist", "gultig", "inwerkingtreding", "reageren", "obowiazuje", "termin", "ucinnost",
        "ucinnosti", "силу", "срок", "施行", "生效", "实施", "實施", "截止", "有效期", "締切", "시행", "마감",
    ]
    /// Words that announce when it was published.
    static let publication: Set<String> = [
        "published", "posted", "issued", "publie", "publiee", "ligne", "publicado", "publicada", "publicacion",
        "publicacao", "pubblicato", "pubblicata", "pubblicazione", "veroffentlicht", "gepubliceerd", "publication",
        "veroffentlichung", "erstveroffentlichung", "verkundung", "erstellt", "erschienen",
        "publicatie", "publicatiedatum", "publicerad", "publicerat", "publiceret",
        "offentliggjort", "publisert", "kunngjort", "julkaistu", "opublikowano", "publikacji", "publikacja",
        "ogloszono", "publikovano", "zverejneno", "zverejnene", "vyhlaseno", "kozzeteve", "megjelent", "publicat",
        "publicata", "yayimlanma", "yayimlandi", "yayinlanma", "yayin", "objavljeno", "опубликовано", "размещено",
        "публикации", "опубліковано", "оприлюднено", "публикувано", "обнародвано", "δημοσιευση", "نشر", "النشر",
        "发布", "發布", "發佈", "发表", "公布", "公佈", "公告", "掲載", "公開", "公表", "게시", "등록", "공포", "배포",
    ]
    /// Words that announce when it was made; of an older text, where they stand behind the day of a change.
    static let making: Set<String> = [
        "adopted", "approved", "dated", "released", "beschlossen", "signe", "signee",
        "disposicion", "emanato", "emanata", "utfardad", "utfardat", "принят", "принято", "принятия",
    ]
}
