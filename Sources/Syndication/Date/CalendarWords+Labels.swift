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
        "aktualizace", "frissitve", "modositva", "modositas", "actualizat", "actualizata", "guncelleme", "guncellenme",
        "guncellendi", "azurirano", "обновлено", "обновлен", "изменено", "изменения", "обновления", "оновлено",
        "актуализирано", "ενημερωση",
        "amended", "reviewed", "modificado", "modificato", "modificat", "zmodyfikowano", "zmeneno", "zmenene",
        "zmodyfikowany", "змінено", "променено", "изменен", "ажурирано", "posodobljeno", "uuendatud", "muudetud",
        "atjauninats", "atnaujinta", "degistirilme", "τροποποιηση", "nhat", "diperbarui", "dikemaskini", "ปรับปรุง",
        "ปรับปรุงเมื่อ", "แก้ไข", "עודכן", "עדכון", "अपडेट", "अपडेटेड", "अद्यतन", "diweddarwyd", "actualitzat",
        "eguneratua", "uppfart", "بهروزرساني", "ويرايش", "التعديل",
        "تحديث", "التحديث", "更新", "修改", "修正", "修订", "改訂", "改定", "成文", "수정", "개정",
    ]
    /// Words that announce when a text begins or ends to count, when something is due, or when a court hears.
    static let validity: Set<String> = [
        "effective", "force", "commencement", "commences", "operation", "applicable", "open", "respond", "event",
        "closing", "closes", "deadline", "expires", "ends", "due", "valid", "next",
        "vigueur", "limite", "jusqu", "vigor", "vigencia", "plazo", "prazo", "vigore", "scadenza", "udienza", "kraft",
        "inkrafttreten", "frist", "gultig", "inwerkingtreding", "reageren", "obowiazuje", "termin", "ucinnost",
        "ucinnosti", "силу", "срок", "hieu", "施行", "生效", "实施", "實施", "截止", "有效期", "締切", "시행", "마감",
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
        "опубликования", "објављено", "објавено", "объявлено", "avaldatud", "publicets", "paskelbta", "yayim",
        "dang", "diterbitkan", "dipublikasikan", "diterbit", "เผยแพร่", "วันที่เผยแพร่", "เผยแพร่เมื่อ", "انتشار", "פורסם",
        "פרסום", "प्रकाशित", "प्रकाशन", "cyhoeddwyd", "argitaratua", "birt",
        "ogloszenia", "vyhlasene", "обнародван", "опубликован", "δημοσιευθηκε", "kundgemacht", "kundmachung",
        "bekendgemaakt", "bekendmaking", "kihirdetve", "kihirdetes", "diundangkan", "kungjord", "kunngjoring",
        "颁布", "頒布", "頒佈", "发布", "發布", "發佈", "发表", "公布", "公佈", "公告", "掲載", "公開", "公表", "게시", "등록", "공포", "배포",
    ]
    /// Words that announce when a page was made; where a change is announced before it.
    static let creation: Set<String> = [
        "created", "cree", "creee", "creado", "creada", "criado", "criada", "creato", "creata", "aangemaakt",
        "utworzono", "vytvoreno", "vytvorene", "создано", "создан", "створено", "създадено", "креирано", "kreirano",
        "ustvarjeno", "loodud", "izveidots", "sukurta", "olusturulma", "olusturuldu", "giris", "δημιουργια",
        "letrehozva", "skapad", "skapat", "oprettet", "opprettet", "luotu", "creat", "الانشاء", "dibuat", "创建", "建立",
        "作成", "작성",
    ]
    /// Words that announce when it was made; of an older text, where they stand behind the day of a change.
    static let making: Set<String> = [
        "adopted", "approved", "made", "signed", "opened", "annettu", "dated", "released", "beschlossen",
        "ausfertigung", "ausgefertigt", "signe", "signee",
        "hanh", "disposicion", "emanato", "emanata", "utfardad", "utfardat", "принят", "принято", "принятия",
    ]
}
