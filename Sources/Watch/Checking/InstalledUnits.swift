import Foundation

/// What systemd is to run on this machine.
struct InstalledUnits {
    /// The folder of the machine's own units, which hide those of packages.
    var folder = "/etc/systemd/system"
    /// There where systemd runs the machine.
    var sign = "/run/systemd/system"

    /// Whether something would start the watch, and would find it; nothing where systemd does not run.
    var findings: [CheckFinding] {
        guard exists(sign) else { return [] }
        if exists("\(folder)/multi-user.target.wants/lexwatch-serve.service") {
            return stale + [CheckFinding(level: .fine, what: "lexwatch-serve.service is enabled")]
        }
        return stale
            + ["lexwatch.timer", "lexwatch-fetch.timer"].map { timer in
                exists("\(folder)/timers.target.wants/\(timer)")
                    ? CheckFinding(level: .fine, what: "\(timer) is enabled")
                    : CheckFinding(
                        level: .doubtful, what: "\(timer) is not enabled",
                        remedy: "systemctl enable --now \(timer)")
            }
    }

    /// Units of an earlier installation hide those of the package, and may name a program that is gone.
    private var stale: [CheckFinding] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasPrefix("lexwatch") && !$0.hasSuffix(".d") }.flatMap { name in
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            return Self.programs(in: text).filter { !FileManager.default.isExecutableFile(atPath: $0) }.map { program in
                CheckFinding(
                    level: .bad, what: "the unit \(folder)/\(name) starts \(program), which is not there",
                    remedy: "rm \(folder)/\(name) && systemctl daemon-reload, so that the package's unit counts")
            }
        }
    }

    /// The programs of a unit's `Exec…` lines.
    private static func programs(in unit: String) -> [String] {
        unit.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("Exec"), let equals = line.firstIndex(of: "=") else { return nil }
            // Prefixes as in systemd.service(5).
            let command = line[line.index(after: equals)...].drop { "@-:+!".contains($0) }
            return command.split(separator: " ").first.map(String.init).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
    }

    /// A link that leads nowhere counts, as it does for systemd.
    private func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }
}
