import Dispatch
import Foundation
import Model
import Register
import Syndication
import Synchronization

/// Reads sources from catalogue files.
enum CatalogueFile {
    /// The sources of a YAML catalogue: a list of definitions.
    static func sources(in file: String) throws -> [Source] {
        let text = try YAMLValue.text(of: file)
        return try inParts(text, file: file) ?? list(text, file: file)
    }

    private static func list(_ text: String, file: String) throws -> [Source] {
        try YAMLValue.parse(text, file: file).list().map { try source($0) }
    }

    /// Where a source is defined: the last place of that name, as `file:line`.
    static func place(of id: ID<Source>, in file: String) -> String {
        let values = (try? YAMLValue.load(file).list()) ?? []
        let found = values.last { value in
            var map = try? YAMLMap(value)
            return (try? map?.optional("id") { try $0.string() }) == id.rawValue
        }
        return found?.place ?? file
    }

    /// One definition; a mistake in it is told with its name.
    static func source(_ value: YAMLValue) throws -> Source {
        do {
            return try definition(value)
        } catch let problem as ConfigurationProblem {
            var map = try? YAMLMap(value)
            guard let id = try? map?.optional("id", { try $0.string() }) else { throw problem }
            throw ConfigurationProblem(
                "the source '\(id)': "
                    + (problem.what.hasPrefix(value.path)
                    ? String(problem.what.dropFirst(value.path.count)) : problem.what)
                    .trimmingCharacters(in: CharacterSet(charactersIn: ".: ")),
                place: problem.place, remedy: problem.remedy)
        }
    }

    private static func definition(_ value: YAMLValue) throws -> Source {
        try value.map { map in
            let format = try map.optional("format") { try $0.oneOf(["feed", "page", "json"]) } ?? "feed"
            let select = try map.optional("select") { value in
                let selectors = try value.map { try PageSelectors(&$0) }
                if let fault = selectors.fault {
                    throw value.problem("\(fault.key): \(fault.what)", remedy: "see 'page' in docs/configuration.md")
                }
                return selectors
            }
            let json = try map.optional("json") { value in
                let paths = try value.map { try JSONPaths(&$0) }
                guard paths.link != nil || paths.id != nil else {
                    throw value.problem(
                        "the key 'link' is missing", remedy: "add `link: …`, or `id: …` where items have no address")
                }
                return paths
            }
            let url = try map.required("url") { try $0.sourceAddress() }
            return Source(
                id: try map.required("id") { try $0.name() },
                publisher: try map.required("publisher") { try $0.string() },
                title: try map.optional("title") { try $0.string() },
                url: url,
                format: try sourceFormat(format, select, json, value),
                scope: try map.optional("scope") { try $0.word(Source.Scope.self) } ?? .general,
                jurisdiction: try map.required("jurisdiction") { try $0.jurisdiction() },
                authority: try map.required("authority") { try $0.word(Source.Authority.self) },
                language: try map.optional("language") { try $0.language() } ?? .english,
                timeZone: try map.optional("timezone") { try $0.timeZone().identifier },
                terms: try map.optional("terms") { try $0.string() },
                isUnverified: try map.optional("unverified") { try $0.boolean() } ?? false,
                every: try map.optional("every") { try $0.duration() },
                backfill: try map.optional("backfill") { try $0.pagedAddress() },
                alternative: try map.optional("alternative") { try $0.string() },
                aliases: try map.list("aliases") { try $0.name() })
        }
    }

    private static func sourceFormat(
        _ word: String, _ select: PageSelectors?, _ json: JSONPaths?, _ value: YAMLValue
    ) throws -> Source.Format {
        switch (word, select, json) {
        case ("feed", nil, nil): return .feed
        case ("page", let select?, nil): return .page(select)
        case ("json", nil, let json?): return .json(json)
        case ("page", nil, _):
            throw value.problem("a page needs selectors", remedy: "add `select: {item: …, title: …, link: …}`")
        case ("json", _, nil):
            throw value.problem("an API needs paths", remedy: "add `json: {items: …, title: …, link: …}`")
        default:
            throw value.problem("the format '\(word)' takes no such keys", remedy: "remove `select` or `json`")
        }
    }
}

extension CatalogueFile {
    /// Bytes of a part, at least.
    private static let partSize = 32_768

    /// The sources of a large file, whose parts are read beside each other; nil where it is small, or a part cannot be
    /// read alone: where a quote goes on, an alias has its anchor in another part, or something is wrong, and the whole
    /// file tells what.
    private static func inParts(_ text: String, file: String) -> [Source]? {
        let parts = parts(of: text, ProcessInfo.processInfo.activeProcessorCount)
        guard parts.count > 1 else { return nil }
        let read = Mutex<[Int: [Source]]>([:])
        DispatchQueue.concurrentPerform(iterations: parts.count) { index in
            let sources = try? list(parts[index], file: file)
            read.withLock { $0[index] = sources }
        }
        let sources = read.withLock { $0 }
        return sources.count == parts.count ? parts.indices.flatMap { sources[$0] ?? [] } : nil
    }

    /// A text cut before elements of its outermost list, which stand at the beginning of a line, into some parts at most.
    private static func parts(of text: String, _ count: Int) -> [String] {
        let bytes = Array(text.utf8)
        let size = max(partSize, bytes.count / count + 1)
        let element = Array("\n- ".utf8)
        var parts: [String] = []
        var start = 0
        while bytes.count - start > size, let cut = bytes[(start + size)...].firstRange(of: element) {
            parts.append(String(decoding: bytes[start...cut.lowerBound], as: UTF8.self))
            start = cut.lowerBound + 1
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}

extension PageSelectors {
    fileprivate init(_ map: inout YAMLMap) throws {
        self.init(
            item: try map.required("item") { try $0.string() },
            title: try map.required("title") { try $0.string() },
            link: try map.required("link") { try $0.string() },
            date: try map.optional("date") { try $0.string() },
            summary: try map.optional("summary") { try $0.string() },
            next: try map.optional("next") { try $0.string() },
            datePattern: try map.optional("date-pattern") { try $0.string() },
            encoding: try map.optional("encoding") { try $0.string() },
            pages: try map.optional("pages") { try $0.integer(1...50) } ?? 1)
    }
}

extension JSONPaths {
    fileprivate init(_ map: inout YAMLMap) throws {
        let next = try map.optional("next") { try $0.nextPage() }
        self.init(
            items: try map.optional("items") { try $0.string() } ?? "",
            title: try map.required("title") { try $0.string() },
            link: try map.optional("link") { try $0.string() },
            id: try map.optional("id") { try $0.string() },
            date: try map.optional("date") { try $0.string() },
            summary: try map.optional("summary") { try $0.string() },
            next: next?.path, nextQuery: next?.query,
            facts: try map.optional("facts") { value in
                var facts = try YAMLMap(value)
                return try Dictionary(
                    uniqueKeysWithValues: facts.pairs().map { name, path in
                        guard StatedFacts.known.contains(name) else {
                            let guess = RegisterValidation.nearest(to: name, among: StatedFacts.known)
                            throw path.problem(
                                "no fact is called '\(name)'",
                                remedy: (guess.map { "did you mean '\($0)'? " } ?? "")
                                    + "Write one of: \(StatedFacts.known.joined(separator: ", "))")
                        }
                        return (name, try path.string())
                    })
            } ?? [:],
            pages: try map.optional("pages") { try $0.integer(1...50) } ?? 1)
    }
}

extension YAMLValue {
    /// One of some words.
    func oneOf(_ known: [String]) throws -> String {
        let text = try string()
        guard known.contains(text) else {
            let guess = RegisterValidation.nearest(to: text, among: known).map { "did you mean '\($0)'? " } ?? ""
            throw problem("'\(text)' is not known", remedy: "\(guess)Write one of: \(known.joined(separator: ", "))")
        }
        return text
    }

    /// The address of a source; a relative `file:` address becomes absolute, relative to the file that holds it.
    fileprivate func sourceAddress() throws -> String {
        let text = try string()
        // The scheme may be in capitals (RFC 3986, 3.1).
        for scheme in ["https://", "http://"] where text.prefix(scheme.count).lowercased() == scheme {
            return scheme + text.dropFirst(scheme.count)
        }
        guard text.hasPrefix("file:") else {
            throw problem("'\(text)' is no address that can be watched", remedy: "write https://…, http://… or file:…")
        }
        var path = String(text.dropFirst(5))
        if path.hasPrefix("//") { path = String(path.dropFirst(2)) }
        guard !path.hasPrefix("/") else { return "file://" + (path as NSString).standardizingPath }
        let folder = ((file as NSString).deletingLastPathComponent as NSString)
        let absolute = URL(fileURLWithPath: folder.appendingPathComponent(path)).standardizedFileURL.path
        return "file://" + absolute
    }

    /// The path of the next page's address; or keys, where it is of what a parameter of the address asks with.
    fileprivate func nextPage() throws -> (path: String, query: String?) {
        guard (try? YAMLMap(self)) != nil else { return (try string(), nil) }
        return try map { (try $0.required("path") { try $0.string() }, try $0.required("query") { try $0.string() }) }
    }

    /// An address that holds `{page}`.
    fileprivate func pagedAddress() throws -> String {
        let text = try string()
        guard text.contains("{page}"), text.hasPrefix("http") else {
            throw problem("'\(text)' has no page in it", remedy: "write an address with {page} where the number goes")
        }
        return text
    }
}
