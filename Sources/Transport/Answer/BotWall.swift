import Glibc

/// Tells a bot wall's page from the document that was asked for.
enum BotWall {
    /// How much of a page is looked at.
    static let window = 65_536

    /// Which wall answered, in one clause; nil where none did.
    static func sign(in reply: Reply, expecting accept: FetchRequest.Accept) -> String? {
        if let mark = BotWallMarks.headers.first(where: { reply.headers[$0.name]?.hasPrefix($0.value) ?? false }) {
            return "\(mark.wall) challenge (header \(mark.name)), status \(reply.status)"
        }
        let suspicious = BotWallMarks.statuses.contains(reply.status)
        // A page of status 200 that is longer than any wall's may well speak of walls.
        guard suspicious || (reply.status == 200 && accept != .robots && reply.body.count <= window) else { return nil }
        let page = reply.body.prefix(window)
        if let wall = WallNotice.wall(of: page, isHTML: looksLikeHTML(page)) {
            return "page of \(wall), status \(reply.status)"
        }
        guard suspicious || (looksLikeHTML(page) && isScriptPage(page)) else { return nil }
        if let mark = BotWallMarks.page.first(where: { page.contains($0.text) }) {
            return "page of \(mark.wall), status \(reply.status)"
        }
        return unmarked(reply, page: page)
    }

    /// Statuses that no honest answer to our requests has, with a page made of script or of nothing.
    private static func unmarked(_ reply: Reply, page: ArraySlice<UInt8>) -> String? {
        switch reply.status {
        case 202 where page.isEmpty || isScriptPage(page):
            return page.isEmpty ? "status 202 without a body" : "script page with status 202"
        case 412 where isScriptPage(page) || page.isEmpty:
            // We send no precondition that could fail.
            return "status 412 without a precondition"
        case 521 where isScriptPage(page): return "script page with status 521"
        default: return nil
        }
    }

    /// Whether it begins like a web page, rather than like a feed or JSON.
    private static func looksLikeHTML(_ page: ArraySlice<UInt8>) -> Bool {
        let start = page.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(15)
        let head = String(decoding: start, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<script", "<body", "<meta", "<!--"].contains { head.hasPrefix($0) }
    }

    private static func isScriptPage(_ page: ArraySlice<UInt8>) -> Bool {
        page.contains("<script") || page.contains("<SCRIPT")
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes of a text occur.
    func contains(_ text: String) -> Bool { contains(bytes: Array<UInt8>(text.utf8)) }

    /// Whether some bytes occur.
    func contains(bytes needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count >= needle.count else { return false }
            var start = 0
            let last = bytes.count - needle.count
            while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
                if memcmp(found, needle, needle.count) == 0 { return true }
                start = UnsafeRawPointer(found) - base + 1
            }
            return false
        }
    }
}
