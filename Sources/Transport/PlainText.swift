/// Text from outside made fit for a message or a header.
enum PlainText {
    /// One line without control, format or line-separating characters, cut to so many scalars.
    static func oneLine(_ text: String, limit: Int = 300) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars where isVisible(scalar) {
            guard count < limit else {
                result.append("…")
                break
            }
            result.append(scalar)
            count += 1
        }
        return String(result)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        default: true
        }
    }

    /// A number of bytes as people say it: `20 MB`, `1.5 kB`, `312 bytes`.
    static func size(_ bytes: Int) -> String {
        func tenths(_ unit: Int, _ name: String) -> String {
            let (whole, tenth) = (bytes / unit, bytes % unit / (unit / 10))
            return tenth == 0 ? "\(whole) \(name)" : "\(whole).\(tenth) \(name)"
        }
        if bytes >= 1_000_000 { return tenths(1_000_000, "MB") }
        if bytes >= 1000 { return tenths(1000, "kB") }
        return bytes == 1 ? "1 byte" : "\(bytes) bytes"
    }

    /// A number of milliseconds as people say it: `30 s`, `1.5 s`.
    static func time(_ milliseconds: Int) -> String {
        let tenth = milliseconds % 1000 / 100
        return tenth == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds / 1000).\(tenth) s"
    }
}
