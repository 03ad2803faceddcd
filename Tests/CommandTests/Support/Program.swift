import Foundation
import Testing

/// The program itself, run as its user would run it.
final class Program: Sendable {
    /// What one run gave.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
        /// The most memory that it held, in KiB, where that was watched.
        var peakKilobytes: Int?

        /// The lines of the output.
        var lines: [String] { output.split(separator: "\n").map(String.init) }

        /// The output without the breaks that the terminal's width puts into it.
        var unwrapped: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

        /// The objects of the output, one a line.
        func objects() throws -> [[String: Any]] {
            try lines.map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
    }

    /// A folder of its own, with configuration, database and digests.
    let folder: String

    init(_ files: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "lexwatch-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The database's path.
    var database: String { "\(folder)/state/lexwatch.sqlite" }

    /// Runs a command on the folder's configuration and database.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", places: Bool = true, watching: Bool = false
    ) throws -> Result {
        try run(arguments, input: input, places: places, watching: watching)
    }

    /// Runs a command on the folder's configuration and database.
    ///
    /// - Parameters:
    ///   - arguments: The command.
    ///   - input: Its standard input.
    ///   - places: Whether it is told the folder's configuration and database.
    ///   - kilobytes: The size beyond which no file grows: the disk seems to be full.
    ///   - script: What a shell does instead of calling the program, which is `"$0" "$@"` to it.
    ///   - watching: Whether the memory that it holds is watched.
    ///   - environment: What it is told besides.
    /// - Returns: How it ended, and what it said.
    /// - Throws: Where it cannot be run.
    @discardableResult
    func run(
        _ arguments: [String], input: String = "", places: Bool = true, kilobytes: Int? = nil, script: String? = nil,
        watching: Bool = false, environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        var arguments = arguments
        if let script = kilobytes.map({ "trap '' XFSZ; ulimit -f \($0); exec \"$0\" \"$@\"" }) ?? script {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            arguments = ["-c", script, Self.path] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: Self.path)
        }
        process.arguments = arguments + (places ? ["--config", folder, "--database", database] : [])
        process.environment = [
            "HOME": folder, "PATH": "/usr/bin:/bin", "LEXWATCH_DATA": Self.data, "COLUMNS": "80", "TERM": "dumb",
        ].merging(environment) { $1 }
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        let feeding = Thread {
            try? standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8));
            try? standardInput.fileHandleForWriting.close()
        }
        feeding.start()
        let said = Collector(errors.fileHandleForReading)
        let peak = watching ? PeakMemory(of: process.processIdentifier) : nil
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self), errors: said.text,
            peakKilobytes: peak?.kilobytes)
    }

    /// Begins a command and leaves it running.
    func start(_ arguments: String..., environment: [String: String] = [:], errors: Pipe? = nil) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments + ["--config", folder, "--database", database]
        process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LEXWATCH_DATA": Self.data].merging(environment)
        {
            $1
        }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// The program's path: it lies beside the tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("lexwatch").path
    }()

    /// The checkout's own topics, vocabulary and catalogue.
    static let data: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Feeds").path

    /// Reads a pipe to its end beside another one, so that neither fills up.
    private final class Collector: @unchecked Sendable {  // `data` is read only after `done`
        private let done = DispatchSemaphore(value: 0)
        private var data = Data()

        init(_ handle: FileHandle) {
            Thread { [self] in
                data = handle.readDataToEndOfFile()
                done.signal()
            }.start()
        }

        var text: String {
            done.wait()
            return String(decoding: data, as: UTF8.self)
        }
    }
}

extension Program {
    /// A whole installation: a source, a register with a policy, and a feed with one ruling and one distraction.
    static func installed(extra: String = "", feed: String = rulings) throws -> Program {
        try Program([
            "lexwatch.yaml": "organisation: Test AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\n" + extra,
            "sources.yaml": """
            - {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical}

            """,
            "register.yaml": """
            owners:
              - {id: counsel, name: Counsel, email: counsel@example.org}
            policies:
              - id: genai-use
                title: Acceptable use of generative AI
                owner: counsel
                topics: [training-data]
                jurisdictions: [US]

            """,
            "court.xml": feed,
        ])
    }

    /// One ruling on training data, and one item that concerns nobody.
    static let rulings = """
        <rss version="2.0"><channel><title>Opinions</title>
        <item><guid>1</guid><title>Court holds that training generative AI on books is not fair use</title>
        <link>https://court.example/1</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>
        <description>The district court granted summary judgment: copying books as training data for a large language
        model infringes copyright. Case No. 3:24-cv-01234.</description></item>
        <item><guid>2</guid><title>Court calendar for December</title><link>https://court.example/2</link>
        <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><description>Hearing rooms and times.</description></item>
        </channel></rss>
        """
}
