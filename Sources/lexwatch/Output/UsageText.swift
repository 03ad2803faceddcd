import Model

/// The usage lines of help and of complaints, which ArgumentParser leaves as long as they are.
enum UsageText {
    private static let heads = ["USAGE: ", "Usage: "]

    /// The text with its usage broken between the arguments.
    static func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            heads.contains { line.hasPrefix($0) } ? broken(line, width: width) : String(line)
        }.joined(separator: "\n")
    }

    /// What is to be said of a negative number, which is read as an option: as in `item -1`.
    static func hint(on arguments: [String]) -> String? {
        arguments.first { $0.hasPrefix("-") && Int($0) != nil }.map {
            "  '\($0)' is read as an option, as it begins with a hyphen; what lexwatch counts is numbered from 1."
        }
    }

    private static func broken(_ line: Substring, width: Int) -> String {
        let indent = String(repeating: " ", count: 9)
        var lines: [String] = []
        var current = ""
        for part in parts(of: line) {
            if !current.isEmpty, DisplayWidth.of(current) + 1 + DisplayWidth.of(part) > width {
                lines.append(current)
                current = indent + part
            } else {
                current += (current.isEmpty ? "" : " ") + part
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// The words of a line; what stands in brackets stays together, and an option with its value.
    private static func parts(of line: Substring) -> [String] {
        var parts: [String] = []
        var depth = 0
        for word in line.split(separator: " ") {
            let isValue = word.hasPrefix("<") && parts.last?.hasPrefix("--") == true
            if depth > 0 || isValue || word == "..." {
                parts[parts.count - 1] += " \(word)"
            } else {
                parts.append(String(word))
            }
            depth += word.count { $0 == "[" } - word.count { $0 == "]" }
        }
        return parts
    }
}
