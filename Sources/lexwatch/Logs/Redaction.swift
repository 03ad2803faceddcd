/// Takes mail addresses and secrets out of a text.
enum Redaction {
    private static let secrets = ["access_token", "token", "secret", "password", "passwd", "key", "sign", "signature"]

    /// The text with `…@…` for an address, and `…` for the value of a parameter that is a secret.
    static func of(_ text: String) -> String {
        withoutSecrets(withoutAddresses(text))
    }

    private static func withoutAddresses(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "@" else {
                result.append(scalars[index])
                index += 1
                continue
            }
            var hasName = false
            while let last = result.last, isPart(last) {
                result.removeLast()
                hasName = true
            }
            var end = index + 1
            while end < scalars.count, isPart(scalars[end]), scalars[end] != ":" { end += 1 }
            result.append(contentsOf: (hasName ? "…@…" : "@").unicodeScalars)
            if !hasName { result.append(contentsOf: scalars[index + 1..<end]) }
            index = end
        }
        return String(result)
    }

    /// What a mail address, or a user and password before a host, is made of.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && !["@", "<", ">", "(", ")", "[", "]", ",", ";", "\"", "/"].contains(scalar)
    }

    private static func withoutSecrets(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let sign = rest.unicodeScalars.firstIndex(of: "=") {
            let name = rest[..<sign].unicodeScalars.reversed().prefix { $0 == "_" || $0.properties.isAlphabetic }
            let isSecret = secrets.contains(String(String.UnicodeScalarView(name.reversed())).lowercased())
            result += rest[...sign]
            rest = rest[rest.unicodeScalars.index(after: sign)...]
            guard isSecret else { continue }
            result += "…"
            rest = rest.drop { $0 != "&" && $0 != " " && $0 != "\"" }
        }
        return result + rest
    }
}
