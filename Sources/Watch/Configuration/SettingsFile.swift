import Digests
import Foundation
import Model
import Transport

extension Settings {
    /// Reads `lexwatch.yaml`.
    ///
    /// - Parameters:
    ///   - file: The file's path.
    ///   - data: The folder of lexwatch's own data, where files that are not beside the configuration are looked for.
    ///   - expected: The path of a file that may be named although it is still to be written.
    /// - Returns: The settings.
    /// - Throws: ``ConfigurationProblem`` with file and line.
    public static func load(_ file: String, data: String?, expecting expected: String? = nil) throws -> Settings {
        let finder = FileFinder(beside: file, data: data, expecting: expected)
        return try YAMLValue.load(file).map { map in
            let topics = try map.optional("topics") { try finder.existing($0) } ?? finder.standard("topics.yaml")
            var settings = Settings(
                file: file,
                organisation: try map.required("organisation") { try $0.string() },
                timeZone: try map.optional("timezone") { try $0.timeZone() } ?? .gmt,
                language: Language(try map.optional("language") { try $0.digestLanguage() } ?? "en"),
                feeds: try map.list("feeds") { try finder.existing($0) },
                topics: topics,
                vocabulary: try map.optional("vocabulary") { try finder.existing($0) }
                    ?? (topics as NSString).deletingLastPathComponent + "/vocabulary",
                register: try map.optional("register") { try finder.existing($0) } ?? finder.standard("register.yaml"))
            settings.fetch = try map.optional("fetch") { try $0.map { try FetchSettings(&$0, finder) } } ?? .init()
            settings.digest = try map.optional("digest") { try $0.map { try DigestSettings(&$0) } } ?? .init()
            settings.delivery =
                try map.optional("delivery") { try $0.map { try DeliverySettings(&$0, finder) } } ?? .init()
            settings.serve = try map.optional("serve") { try $0.map { try ServeSettings(&$0) } } ?? .init()
            settings.serve.rhythm = settings.digest
            return settings
        }
    }
}

/// Finds the files that a configuration names.
struct FileFinder {
    private let folder: String
    private let data: String?
    private let expected: String?

    /// A finder beside a file and in the folder of lexwatch's own data, which takes one file for there that is still to be
    /// written.
    init(beside file: String, data: String?, expecting expected: String? = nil) {
        self.expected = expected
        folder = (file as NSString).deletingLastPathComponent
        self.data = data
    }

    /// An absolute path; a relative one is relative to the file that names it.
    func absolute(_ value: YAMLValue) throws -> String { beside(try value.string()) }

    private func beside(_ path: String) -> String {
        path.hasPrefix("/") ? path : ((folder.isEmpty ? "." : folder) + "/" + path as NSString).standardizingPath
    }

    /// The path of a file that is beside the configuration, or else among lexwatch's own data.
    func existing(_ value: YAMLValue) throws -> String {
        let path = try value.string()
        let candidates = [beside(path)] + (path.hasPrefix("/") ? [] : data.map { ["\($0)/\(path)"] } ?? [])
        let isThere = { FileManager.default.fileExists(atPath: $0) || $0 == expected }
        if let found = candidates.first(where: isThere) { return found }
        throw value.problem(
            "there is no file '\(path)'", remedy: "looked for \(candidates.joined(separator: " and "))")
    }

    /// The path of a file that the configuration does not name.
    func standard(_ name: String) -> String {
        let own = beside(name)
        guard !FileManager.default.fileExists(atPath: own), let data else { return own }
        return FileManager.default.fileExists(atPath: "\(data)/\(name)") ? "\(data)/\(name)" : own
    }
}

extension YAMLValue {
    /// A zone by its IANA name.
    func timeZone() throws -> TimeZone {
        let text = try string()
        guard let zone = TimeZone(identifier: text) else {
            throw problem("'\(text)' is not a time zone", remedy: "write an IANA name such as Europe/Zurich")
        }
        return zone
    }

    /// A language that digests are written in.
    func digestLanguage() throws -> String {
        let text = try string()
        let known = ["en", "zh-Hans", "ar", "es", "fr", "ru"]
        guard known.contains(text) else {
            throw problem(
                "digests are not written in '\(text)'", remedy: "Write one of: \(known.joined(separator: ", "))")
        }
        return text
    }

    /// A time of day as `HH:MM`, in minutes after midnight.
    func timeOfDay() throws -> Int {
        let text = try string()
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { throw problem("'\(text)' is not a time of day", remedy: "write \"HH:MM\" in quotes, such as \"08:00\"") }
        return hour * 60 + minute
    }

    /// A mail address without a display name.
    func address() throws -> String {
        let text = try string()
        guard MailAddress.isAddress(text) else {
            throw problem("'\(text)' is not a mail address", remedy: MailAddress.remedy)
        }
        return text
    }
}

extension FetchSettings {
    init(_ map: inout YAMLMap, _ finder: FileFinder) throws {
        every = try map.optional("every") { try $0.duration() } ?? every
        shortest = try map.optional("shortest") { try $0.duration() } ?? shortest
        concurrency = try map.optional("concurrency") { try $0.integer(1...512) } ?? concurrency
        perHost = try map.optional("per-host") { try $0.integer(1...32) } ?? perHost
        timeout = try map.optional("timeout") { try $0.duration() } ?? timeout
        maxBytes = try map.optional("max-bytes") { try $0.bytes() } ?? maxBytes
        contact = try map.optional("user-agent-contact") { try $0.string() }
        allowPrivate = try map.list("allow-private") { value in
            let text = try value.string()
            guard Network(text) != nil else {
                throw value.problem(
                    "'\(text)' is not a network",
                    remedy: "write an address and a length, such as 10.1.0.0/16 or fd00::/8")
            }
            return text
        }
        caFile = try map.optional("ca-file") { try finder.existing($0) }
    }
}

extension DigestSettings {
    init(_ map: inout YAMLMap) throws {
        every = try map.optional("every") { try $0.word(Rhythm.self) } ?? every
        weekday = try map.optional("weekday") { try $0.word(Weekday.self) } ?? weekday
        minute = try map.optional("at") { try $0.timeOfDay() } ?? minute
        management = try map.list("management") { value in
            let name: ID<Owner> = try value.name()
            managementPlaces[name] = value.place
            return name
        }
    }
}

extension DeliverySettings {
    init(_ map: inout YAMLMap, _ finder: FileFinder) throws {
        directory = try map.optional("directory") { try finder.absolute($0) }
        smtp = try map.optional("smtp") { value in
            let smtp = try value.map { try SMTP(&$0, finder) }
            if let mistake = smtp.mistake { throw value.problem("\(mistake)") }
            return smtp
        }
        sendmail = try map.optional("sendmail") { try $0.list().map { try $0.string() } }
        var names: Set<String> = []
        webhooks = try map.list("webhooks") { value in
            let webhook = try value.map { try Webhook(&$0, finder) }
            // Each delivery is known by the name of its way.
            guard names.insert(webhook.name).inserted else {
                throw value.problem(
                    "a webhook '\(webhook.name)' stands there already", remedy: "give one of the two another name")
            }
            return webhook
        }
        templates = try map.optional("templates") { try finder.existing($0) }
        operatorAddress = try map.optional("operator") { try $0.address() }
        answerAddress = try map.optional("answers") { try $0.address() } ?? operatorAddress
        unsubscribeURL = try map.optional("unsubscribe") { value in
            let text = try value.string()
            guard text.hasPrefix("https://") else {
                throw value.problem(
                    "'\(text)' is no https address", remedy: "write one that takes a POST as RFC 8058 has it")
            }
            return text
        }
    }
}

extension DeliverySettings.SMTP {
    init(_ map: inout YAMLMap, _ finder: FileFinder) throws {
        url = try map.required("url") { value in
            let text = try value.string()
            guard text.hasPrefix("smtp://") || text.hasPrefix("smtps://") else {
                throw value.problem("'\(text)' is no mail server", remedy: "write smtps://host or smtp://host:port")
            }
            return text
        }
        security = try map.optional("security") { try $0.oneOf(["tls", "starttls", "none"]) }
        from = try map.required("from") { value in
            let text = try value.string()
            guard MailParty(text) != nil else {
                throw value.problem("'\(text)' is no sender", remedy: "write \"lexwatch <watch@example.org>\"")
            }
            return text
        }
        username = try map.optional("username") { try $0.string() }
        passwordFile = try map.optional("password-file") { try finder.absolute($0) }
        caFile = try map.optional("ca-file") { try finder.existing($0) }
    }
}

extension DeliverySettings.Webhook {
    init(_ map: inout YAMLMap, _ finder: FileFinder) throws {
        name = try map.required("name") { try $0.string() }
        let file = try map.optional("url-file") { try finder.absolute($0) }
        if let file {
            address = .inFile(file)
        } else {
            address = try map.required("url") { value in
                let text = try value.string()
                guard Self.isAddress(text) else {
                    throw value.problem("'\(text)' is no web address", remedy: "write https://…")
                }
                return .url(text)
            }
        }
        form = try map.optional("form") { try $0.oneOf(["json", "slack", "teams", "feishu", "dingtalk"]) } ?? "json"
        secretFile = try map.optional("secret-file") { try finder.absolute($0) }
    }
}
