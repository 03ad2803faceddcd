import Glibc
import Model

/// Reads the file that a `file:` address names: a regular file, within a bound.
enum FileSource {
    /// Whether the address is of the scheme `file:`.
    static func isFile(_ url: String) -> Bool { url.utf8.prefix(5).map { $0 | 0x20 }.elementsEqual("file:".utf8) }

    /// The answer to a request for a file; the time of its last change is its validator.
    static func answer(_ request: FetchRequest, limit: Int, now: Instant) -> FetchAnswer {
        let shown = PlainText.oneLine(request.url)
        guard let path = path(of: request.url) else {
            let failure = FetchFailure(.badAddress, "a file: address has an absolute path and no host")
            return FetchAnswer(.failed(failure), finalURL: shown)
        }
        do throws(FetchFailure) {
            let known = ValidatorPolicy.usable(request.validators, now: now)?.etag
            let file = try File(path)
            guard file.tag != known else {
                return FetchAnswer(.unchanged, finalURL: shown, validators: request.validators)
            }
            let bytes = try file.read(limit: limit)
            guard !bytes.isEmpty else { throw FetchFailure(.empty, "the file is empty") }
            return FetchAnswer(
                .body(bytes), bytes: bytes.count, finalURL: shown,
                validators: Validators(etag: file.tag, lastModified: nil, obtained: now))
        } catch {
            return FetchAnswer(.failed(error), finalURL: shown)
        }
    }

    /// The path of `file:/path`, `file:///path` and `file://localhost/path`; nil for others.
    static func path(of url: String) -> String? {
        var rest = url.utf8.dropFirst(5)[...]
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            if rest.starts(with: "localhost/".utf8) { rest = rest.dropFirst(9) }
        }
        guard rest.first == UInt8(ascii: "/"), let bytes = decoded(rest.prefix { $0 != 0x23 && $0 != 0x3F }),
            !bytes.contains(0)
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func decoded(_ text: Substring.UTF8View) -> [UInt8]? {
        var result: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            result.append(value)
            rest = rest.dropFirst(2)
        }
        return result
    }
}

/// An open regular file.
private struct File: ~Copyable {
    private let descriptor: Int32
    private let size: Int
    /// What changes whenever the file does.
    let tag: String

    init(_ path: String) throws(FetchFailure) {
        // Without O_NONBLOCK, opening a FIFO would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw FetchFailure(.file, Self.reason(errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            close(descriptor)
            throw FetchFailure(.file, isFolder ? "it is a directory" : "it is no regular file")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        let changed = status.st_mtim
        tag = "\(status.st_ino)-\(status.st_size)-\(changed.tv_sec)-\(changed.tv_nsec)"
    }

    deinit { close(descriptor) }

    func read(limit: Int) throws(FetchFailure) -> [UInt8] {
        let excess = FetchFailure(.tooLarge, "the file exceeds \(PlainText.size(limit))")
        guard size <= limit else { throw excess }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FetchFailure(.file, Self.reason(errno)) }
            guard count > 0 else { return bytes }
            // The file may grow while it is read.
            guard bytes.count + count <= limit else { throw excess }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "no permission to read the file"
        case ENOTDIR: "a part of the path is no directory"
        case ELOOP: "too many symbolic links"
        default: PlainText.oneLine(String(cString: strerror(code)), limit: 100)
        }
    }
}
