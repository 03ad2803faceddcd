import Foundation

/// Time that a processor spent.
enum Timing {
    /// The milliseconds that this process needed for some work.
    static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let before = spent(by: .thisProcess)
        try work()
        return spent(by: .thisProcess) - before
    }

    /// Whose time it is.
    enum Spender: Int32 {
        case thisProcess = 0
        case children = -1
    }

    /// The milliseconds of user and system time so far.
    static func spent(by who: Spender) -> Double {
        var usage = rusage()
        getrusage(who.rawValue, &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) * 1000 + Double($1.tv_usec) / 1000 }
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// `grep -F -o -f terms` on some text.
struct Grep {
    private let folder: URL
    /// How much text there is.
    let bytes: Int

    init(_ terms: [String], lines: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lexwatch-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(terms.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("terms"))
        let text = Data(lines.joined().utf8)
        bytes = text.count
        try text.write(to: folder.appendingPathComponent("text"))
    }

    /// One run; the milliseconds that grep needed.
    func run() throws -> Double {
        let before = Timing.spent(by: .children)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/grep")
        process.arguments = ["-F", "-o", "-f", "terms", "text"]
        process.currentDirectoryURL = folder
        process.environment = ["LC_ALL": "C"]
        process.standardOutput = pipe
        try process.run()
        _ = try pipe.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return Timing.spent(by: .children) - before
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
