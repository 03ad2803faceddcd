/// What a web page that came instead of a feed seems to be.
struct WebPage {
    let kind: NotAFeed.PageKind
    /// Its title, and where it sends its reader on to.
    let title: String?

    /// Reads the beginning of a page.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let head = String(decoding: bytes.prefix(65536), as: UTF8.self)
        let title = Self.title(in: head)
        let refresh = Self.refresh(in: head)
        kind = Self.kind(head, title: title ?? "", isLeadingOn: refresh != nil)
        guard kind == .moved, let target = refresh, !target.isEmpty else {
            self.title = title
            return
        }
        self.title = (title.map { $0 + ", " } ?? "") + "which leads to \(target)"
    }

    /// Where a page sends its reader on to; empty where it does not say, nil where it keeps them.
    private static func refresh(in page: String) -> String? {
        var rest = page[...]
        while let mark = rest.utf8Range(of: "http-equiv") {
            rest = rest[mark.upperBound...]
            let tag = rest[..<(rest.utf8.firstIndex(of: 0x3E) ?? rest.endIndex)]
            let value = tag.utf8.drop { [0x20, 0x09, 0x3D, 0x22, 0x27].contains($0) }
            guard String(Substring(value.prefix(7))).lowercased() == "refresh" else { continue }
            guard let url = tag.utf8Range(of: "url=") else { return "" }
            let address = tag[url.upperBound...].utf8.drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
                .prefix { $0 != 0x22 && $0 != 0x27 && $0 != 0x20 }
            return PlainText.from(markup: String(Substring(address.prefix(300))))
        }
        return nil
    }

    private static func title(in page: String) -> String? {
        guard let open = page.utf8Range(of: "<title") else { return nil }
        let rest = page[open.upperBound...]
        guard let start = rest.utf8.firstIndex(of: 0x3E) else { return nil }
        let text = rest[rest.index(after: start)...]
        let end = text.utf8Range(of: "</title")?.lowerBound ?? text.utf8.firstIndex(of: 0x3C) ?? text.endIndex
        let title = PlainText.from(markup: String(text[..<end].prefix(500)))
        return title.isEmpty ? nil : title
    }

    private static func kind(_ page: String, title: String, isLeadingOn: Bool) -> NotAFeed.PageKind {
        let hasPassword = page.utf8Range(of: "type=\"password\"") != nil || page.utf8Range(of: "type='password'") != nil
        if challenges.contains(where: { page.utf8Range(of: $0) != nil }) { return .challenge }
        if hasPassword || logins.contains(where: { title.utf8Range(of: $0) != nil }) { return .login }
        if errors.contains(where: { title.utf8Range(of: $0) != nil }) { return .error }
        if moves.contains(where: { title.utf8Range(of: $0) != nil }) { return .moved }
        return isLeadingOn ? .moved : .other
    }

    private static let challenges = [
        "cf-chl-", "challenge-platform", "_cf_chl_opt", "just a moment...", "checking your browser", "captcha-delivery",
        "g-recaptcha", "h-captcha", "px-captcha", "_incapsula_resource", "awswafintegration", "verify you are human",
    ]
    private static let logins = [
        "login", "log in", "sign in", "signin", "log on", "anmelden", "connexion", "iniciar ses", "accedi", "登录", "登入",
        "ログイン", "로그인",
    ]
    private static let errors = [
        "404", "403", "500", "502", "503", "error", "not found", "forbidden", "unavailable", "denied", "fehler",
        "nicht gefunden", "erreur", "introuvable", "no encontrad", "non trovat", "错误", "錯誤", "エラー", "오류",
        "maintenance", "gone", "wartung", "mantenimiento", "manutenzione", "系统维护", "系統維護", "维护中", "維護中", "メンテナンス",
        "점검 중", "점검중",
    ]
    private static let moves = ["moved", "redirect", "umgezogen", "weiterleitung", "redirection"]
}
