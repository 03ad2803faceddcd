import Foundation
import Model
import Synchronization

/// Standard output and standard error, written in whole lines.
enum Output {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// Prints a line; a reader that went away (`| head`) ends the command quietly.
    static func line(_ text: String = "") {
        channel.add(text)
        channel.add("\n")
    }

    /// Prints a text of several lines, with one line break at its end.
    static func text(_ text: String) {
        channel.add(text)
        if text.utf8.last != 0x0A { channel.add("\n") }
    }

    /// Prints bytes as they are.
    static func bytes(_ bytes: [UInt8]) { channel.add(bytes) }

    /// Hands everything that was printed to the reader.
    static func flush() { channel.flush() }

    /// Prints one value as one line of JSON with sorted keys.
    static func json(_ value: some Encodable) throws {
        let data = try encoder.encode(value)
        line(String(decoding: data, as: UTF8.self))
    }

    /// Prints a line on standard error.
    static func note(_ text: String) {
        flush()
        mutter(text + "\n")
    }

    /// Writes to standard error what it takes: that nobody listens there, or the disk is full, is no reason to break off.
    static func mutter(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Has the work that is done beside the printing come to its end, also where the reader of it goes away.
    static func outlastReader() { channel.outlastReader() }

    /// The text in one line without control characters, so that no feed can steer the terminal.
    static func safe(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 < 0x80 }
        if isClean { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: scalars.append(" ")
            case .format where scalar.value != 0x200D && scalar.value != 0x200C: continue
            case .lineSeparator, .paragraphSeparator: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Text in lines of at most so many columns, broken at spaces and between East Asian characters; the lines after the
    /// first are indented by `hanging`, or as the first.
    static func wrapped(_ text: String, width: Int, indent: String = "", hanging: String? = nil) -> String {
        let hanging = hanging ?? indent
        var lines: [String] = []
        var current = String.UnicodeScalarView()
        var used = 0
        let room = max(20, width - max(DisplayWidth.of(indent), DisplayWidth.of(hanging)))
        for word in words(of: safe(text)) {
            let columns = DisplayWidth.of(word)
            let visible = DisplayWidth.of(word.last == " " ? String(word.dropLast()) : word)
            if used > 0, used + visible > room {
                lines.append(String(current))
                current = .init()
                used = 0
            }
            current.append(contentsOf: word.unicodeScalars)
            used += columns
        }
        if used > 0 { lines.append(String(current)) }
        return lines.enumerated().map { index, line in
            var line = Substring(line)
            while line.last == " " { line.removeLast() }
            return (index == 0 ? indent : hanging) + line
        }.joined(separator: "\n")
    }

    /// An entry of a list: its further lines stand further in, so that the eye finds where each begins.
    static func entry(_ text: String, width: Int) -> String {
        wrapped(text, width: width, indent: "  ", hanging: "      ")
    }

    /// Words with the space behind them; an East Asian character is a word of its own.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            word.append(scalar)
            if scalar == " " || DisplayWidth.of(scalar) == 2 {
                words.append(String(word))
                word = .init()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    private static let channel = Channel(STDOUT_FILENO)
}

/// A file descriptor with a buffer before it, so that a listing does not ask the system for every line.
private final class Channel: Sendable {
    private let descriptor: Int32
    /// Bytes that wait; on a terminal they wait for the line's end only.
    private let waiting = Mutex<[UInt8]>([])
    private let isTerminal: Bool
    /// Whether the command goes on without a reader.
    private let outlastsReader = Atomic(false)
    private static let most = 1 << 16

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func add(_ text: String) { add(text.utf8) }

    func add(_ bytes: some Collection<UInt8>) {
        waiting.withLock { waiting in
            waiting.append(contentsOf: bytes)
            if waiting.count >= Self.most || (isTerminal && waiting.last == 0x0A) { write(&waiting) }
        }
    }

    func flush() { waiting.withLock { write(&$0) } }

    func outlastReader() { outlastsReader.store(true, ordering: .relaxed) }

    private func write(_ bytes: inout [UInt8]) {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                start += count
            } else if errno == EPIPE, outlastsReader.load(ordering: .relaxed) {
                start = bytes.count
            } else if errno != EINTR {
                // A reader that went away has seen enough; anything else is a fault of the output.
                Foundation.exit(errno == EPIPE ? 0 : ExitStatus.io.rawValue)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
