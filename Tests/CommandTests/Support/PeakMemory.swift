import Foundation
import Synchronization

/// The most memory that a process held, as the kernel counts it (`VmHWM`), looked up again and again until it ends.
final class PeakMemory: Sendable {
    private let highest = Mutex(0)

    init(of process: Int32) {
        Thread { [self] in
            while let kilobytes = Self.look(process) {
                highest.withLock { $0 = max($0, kilobytes) }
                usleep(5_000)
            }
        }.start()
    }

    /// The most so far, in KiB.
    var kilobytes: Int { highest.withLock { $0 } }

    /// What the kernel says; nil once the process has ended.
    private static func look(_ process: Int32) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return Int(line.split { $0 == " " || $0 == "\t" }.dropFirst().first ?? "")
    }
}
