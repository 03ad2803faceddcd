extension APIComplaint {
    /// Whether it only says that nothing was found, which is no fault where the list is there and empty.
    var saysNothingWasFound: Bool {
        let folded = text.lowercased()
        guard !Self.refusals.contains(where: folded.contains) else { return false }
        return folded.hasPrefix("0 results") || folded.contains(" 0 results")
            || Self.nothing.contains(where: folded.contains)
    }

    /// What says that there may be something that is not given.
    private static let refusals = [
        "permission", "access", "denied", "forbidden", "limit", "exceed", "quota", "offline", "unavailable", "api key",
        "token", "权限", "權限", "授权", "授權",
    ]

    private static let nothing = [
        "no results", "no result found", "no records", "no record found", "no matches", "no matching record",
        "no matching result", "no matching document", "no documents", "no document found", "no entries", "no items",
        "no data found", "no data available", "nothing found", "nothing was found", "did not match any",
        "keine ergebnisse", "keine treffer", "keine einträge", "keine daten gefunden", "aucun résultat",
        "aucun enregistrement", "aucune donnée", "aucun document", "sin resultados", "ningún resultado",
        "no hay resultados", "no se encontraron", "nessun risultato", "nessun documento", "nenhum resultado",
        "nenhum registro", "nenhum registo", "sem resultados", "geen resultaten", "brak wyników", "nie znaleziono",
        "žádné výsledky", "žádné záznamy", "нет результатов", "ничего не найдено", "нет данных", "нічого не знайдено",
        "لا توجد نتائج", "没有数据", "暂无数据", "无数据", "没有找到相关", "未找到相关", "没有记录", "无记录", "无结果", "查无数据", "查无记录", "查無符合", "查無資料",
        "無資料", "沒有資料", "該当なし", "該当するデータ", "該当データ", "見つかりません", "データがありません", "결과가 없", "데이터가 없", "자료가 없",
    ]
}
