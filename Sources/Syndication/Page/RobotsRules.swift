/// What a site's robots.txt asks of machines (RFC 9309).
public struct RobotsRules: Sendable, Equatable {
    private struct Rule: Equatable {
        let pattern: [UInt8]
        let allows: Bool
    }

    private struct Group: Equatable {
        var agents: [String] = []
        var rules: [Rule] = []
        var delay: Int?
    }

    private var groups: [Group] = []
    private static let (mostBytes, mostRules) = (500 << 10, 20_000)

    /// Reads a robots.txt; no more than its first 500 KiB count.
    public init(_ bytes: [UInt8]) {
        var inAgents = false
        var rules = 0
        let text = bytes.prefix(Self.mostBytes).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where rules < Self.mostRules {
            let content = line.prefix { $0 != 0x23 }
            guard let colon = content.firstIndex(of: 0x3A) else { continue }
            let key = trimmed(String(decoding: content[..<colon], as: UTF8.self)).lowercased()
            let value = trimmed(String(decoding: content[(colon + 1)...], as: UTF8.self))
            if key == "user-agent" {
                if !inAgents { groups.append(Group()) }
                inAgents = true
                groups[groups.count - 1].agents.append(value.lowercased())
            } else if !groups.isEmpty, key == "allow" || key == "disallow" || key == "crawl-delay" {
                inAgents = false
                rules += 1
                add(key, value)
            }
        }
    }

    private mutating func add(_ key: String, _ value: String) {
        if key == "crawl-delay" {
            groups[groups.count - 1].delay = Double(value).flatMap {
                (0...86400).contains($0) ? Int($0.rounded(.up)) : nil
            }
        } else if !value.isEmpty {
            let rule = Rule(pattern: Self.normal(Array(value.utf8)), allows: key == "allow")
            groups[groups.count - 1].rules.append(rule)
        }
    }

    /// Whether an agent may read a path with its query; the longest rule that fits decides, `Allow` where two are equal.
    public func allows(_ path: String, agent: String) -> Bool {
        if path.utf8.elementsEqual("/robots.txt".utf8) { return true }
        let path = Self.normal(Array((path.isEmpty ? "/" : path).utf8))
        var (best, allowed) = (-1, true)
        for rule in groups(for: agent).flatMap(\.rules) where Self.fits(rule.pattern, path) {
            guard rule.pattern.count > best || (rule.pattern.count == best && rule.allows) else { continue }
            (best, allowed) = (rule.pattern.count, rule.allows)
        }
        return allowed
    }

    /// Seconds that an agent is asked to wait between two requests; nil where nothing is asked.
    public func crawlDelay(agent: String) -> Int? { groups(for: agent).compactMap(\.delay).max() }

    /// The groups that name the agent, else those for all.
    private func groups(for agent: String) -> [Group] {
        let name = String(agent.lowercased().prefix { $0 != "/" && $0 != " " })
        let own = groups.filter { $0.agents.contains { $0 != "*" && !$0.isEmpty && name == $0.prefix { $0 != "/" } } }
        return own.isEmpty ? groups.filter { $0.agents.contains("*") } : own
    }

    /// Escapes what must be escaped, unescapes what need not be, so that two spellings of one path are equal.
    private static func normal(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEscaped = false
            if byte == 0x25, index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                (byte, isEscaped) = (value, true)
                index += 2
            }
            let isPlain = isAlphanumeric(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            if isPlain || (!isEscaped && byte > 0x20 && byte < 0x7F) {
                result.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            index += 1
        }
        return result
    }

    /// `*` is anything, a `$` at the end is the end; greedy with one step back, so that no pattern is costly.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == 0x24
        let pattern = isAnchored ? Array(pattern.dropLast()) : pattern + [0x2A]
        var (at, index, star, mark) = (0, 0, -1, 0)
        while index < path.count {
            if at < pattern.count, pattern[at] == 0x2A {
                (star, mark) = (at, index)
                at += 1
            } else if at < pattern.count, pattern[at] == path[index] {
                (at, index) = (at + 1, index + 1)
            } else if star >= 0 {
                mark += 1
                (at, index) = (star + 1, mark)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == 0x2A }
    }
}
