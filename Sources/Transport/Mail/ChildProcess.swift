import Glibc

/// A child process that is given its input as a whole and whose end is waited for.
enum ChildProcess {
    /// How it ended.
    enum Ending: Sendable, Equatable {
        /// The exit code, and what it wrote to its standard error.
        case exited(Int32, String)
        case killed(Int32)
        case late(Int)
        case notStarted(String)
    }

    /// Runs a program; blocks until it ends or its time is over, when it is killed.
    static func run(_ arguments: [String], input: [UInt8], milliseconds: Int) -> Ending {
        guard let stdin = ScratchFile(input), let stderr = ScratchFile([]) else {
            return .notStarted(reason(errno))
        }
        var child = pid_t()
        let failure = spawn(&child, arguments, stdin: stdin.descriptor, stderr: stderr.descriptor)
        guard failure == 0 else { return .notStarted(reason(failure)) }
        guard let status = wait(for: child, milliseconds: milliseconds) else { return .late(milliseconds) }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF, PlainText.oneLine(stderr.beginning)) : .killed(signal)
    }

    private static func spawn(_ child: inout pid_t, _ arguments: [String], stdin: Int32, stderr: Int32) -> Int32 {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, stdin, 0)
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&files, stderr, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Our thread blocks SIGPIPE, which the child must not inherit.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // What we ignore, to end in order or not at a closed pipe, is for the child to decide.
        var usual = sigset_t()
        sigemptyset(&usual)
        for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&usual, number) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let program = arguments.first ?? ""
        return withStrings(arguments) { arguments in
            withStrings(environment) { environment in
                posix_spawn(&child, program, &files, &attributes, arguments, environment)
            }
        }
    }

    /// The few variables that mail programs need; nothing else of ours, which may be secret, is passed on.
    private static var environment: [String] {
        let names: [String] = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ"]
        return names.compactMap { (name: String) -> String? in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        }
    }

    private static func withStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { text in strdup(text) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// The status that the child ended with; nil where it had to be killed.
    private static func wait(for child: pid_t, milliseconds: Int) -> Int32? {
        var status: Int32 = 0
        var pause = 1
        var waited = 0
        while waitpid(child, &status, WNOHANG) != child {
            guard waited < milliseconds else {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                return nil
            }
            usleep(UInt32(pause * 1000))
            waited += pause
            pause = min(50, pause * 2)
        }
        return status
    }

    private static func reason(_ code: Int32) -> String {
        PlainText.oneLine(String(cString: strerror(code)), limit: 100)
    }
}

/// A file without a name, for what a child reads or writes: unlike a pipe it never blocks.
private struct ScratchFile: ~Copyable {
    let descriptor: Int32

    init?(_ content: [UInt8]) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let path = "\(folder)/lexwatch-\(getpid())-\(UInt64.random(in: .min ... .max))"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return nil }
            rest = rest.dropFirst(count)
        }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The first bytes, as text.
    var beginning: String {
        var buffer = [UInt8](repeating: 0, count: 2000)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
