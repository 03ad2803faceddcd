import Foundation
import Model
import Store
import Transport

/// The machine: its clock, its disk, its units, its way to the network.
extension Checkup {
    func checkClock() {
        // The program cannot have been built after today.
        guard workspace.clock.now.day >= Day(number: 20_700) else {
            return tell(
                .bad, "the clock says \(workspace.clock.now)",
                "Set the clock (timedatectl set-ntp true): dates of items and digests would be wrong.")
        }
        // systemd-timesyncd(8) makes the file when the clock was set; other keepers of time do not.
        let isKept = FileManager.default.fileExists(atPath: "/run/systemd/timesync/synchronized")
        tell(.fine, "the clock says \(workspace.clock.now)\(isKept ? ", and is kept right" : "")")
    }

    func checkStateFolder() {
        let folder = (workspace.paths.database as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: folder) else {
            return tell(.doubtful, "there is no folder \(folder) yet", "`lexwatch run` makes it.")
        }
        let name = "\(folder)/.check-\(getpid())"
        if FileManager.default.createFile(atPath: name, contents: Data("lexwatch".utf8)) {
            unlink(name)
            tell(.fine, "\(folder) can be written to")
        } else {
            let user = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "this user"
            tell(
                .bad, "\(user) cannot write to \(folder): \(String(cString: strerror(errno)))",
                "Run as the user who owns it (sudo -u lexwatch lexwatch …), or see whether it is mounted read-only.")
        }
        checkSpace(folder)
    }

    private func checkSpace(_ folder: String) {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = values?[.systemFreeSize] as? NSNumber else { return }
        let megabytes = free.int64Value / 1_000_000
        tell(
            megabytes < 100 ? .bad : megabytes < 1000 ? .doubtful : .fine, "\(megabytes) MB are free in \(folder)",
            megabytes < 1000 ? "Make room: a run needs some for the journal and the digests." : nil)
    }

    func checkUnits() {
        let files = FileManager.default
        guard files.fileExists(atPath: "/run/systemd/system") else { return }
        checkStaleUnits()
        let wants = "/etc/systemd/system/multi-user.target.wants/lexwatch-serve.service"
        if files.fileExists(atPath: wants) { return tell(.fine, "lexwatch-serve.service is enabled") }
        for timer in ["lexwatch.timer", "lexwatch-fetch.timer"] {
            let isEnabled = files.fileExists(atPath: "/etc/systemd/system/timers.target.wants/\(timer)")
            tell(
                isEnabled ? .fine : .doubtful, "\(timer) is \(isEnabled ? "enabled" : "not enabled")",
                isEnabled ? nil : "systemctl enable --now \(timer)")
        }
    }

    /// Units of an earlier installation in /etc hide those of the package, and may name a program that is gone.
    private func checkStaleUnits() {
        let folder = "/etc/systemd/system"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasPrefix("lexwatch") && !name.hasSuffix(".d") {
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            for program in StaleUnit.missingPrograms(in: text, exists: FileManager.default.isExecutableFile) {
                tell(
                    .bad, "the unit \(folder)/\(name) starts \(program), which is not there",
                    "rm \(folder)/\(name) && systemctl daemon-reload, so that the package's unit counts")
            }
        }
    }

    /// Whether anything has asked the sources lately, whoever was to do it.
    func checkLastFetch(_ settings: Settings) {
        guard let fetches = try? workspace.storeForReading().lastFetches(), let last = fetches.values.map(\.at).max()
        else { return }
        let age = workspace.clock.now.seconds(since: last)
        if age < -60 {
            tell(
                .bad, "the last fetch was at \(last), which is in the future",
                "The clock was set back, or was wrong then. Once it is right: lexwatch fetch --all")
        } else if age > Int64(max(2 * settings.fetch.every, 6 * 3600)) {
            tell(
                .doubtful, "the sources were last asked at \(last), \(age / 3600) hours ago",
                "Nothing runs the watch: systemctl enable --now lexwatch-fetch.timer lexwatch.timer, and see "
                    + "systemctl list-timers 'lexwatch*'.")
        } else {
            tell(.fine, "the sources were last asked at \(last)")
        }
    }

    func checkTrust(_ settings: Settings) {
        let file = settings.fetch.caFile ?? "/etc/ssl/certs/ca-certificates.crt"
        let text = FileManager.default.contents(atPath: file) ?? Data()
        let count = text.split(separator: 0x0A).count { $0.starts(with: Array("-----BEGIN CERTIFICATE".utf8)) }
        tell(
            count > 0 ? .fine : .bad, "\(count) certificate authorities are trusted (\(file))",
            count > 0
                ? nil : "apt-get install ca-certificates, or name a file in fetch.ca-file: no https works without.")
    }

    func checkProxy() {
        let proxy = ProxySettings.fromProcess()
        let named = [proxy.http.map { "http by \($0)" }, proxy.https.map { "https by \($0)" }].compactMap { $0 }
        if !named.isEmpty {
            return tell(
                .fine, "a proxy is used: \(named.joined(separator: ", ")); it decides which addresses may be reached")
        }
        guard getenv("HTTP_PROXY") != nil else { return }
        tell(
            .doubtful, "HTTP_PROXY is set, which is not read",
            "Write it in small letters (http_proxy): a web server sets the other from what a client sends.")
    }

    func checkNames(_ sources: [Source]) {
        let proxy = ProxySettings.fromProcess()
        guard proxy.https == nil else { return }
        var hosts = Set(sources.compactMap { URL(string: $0.url)?.host }).sorted().prefix(3).map { $0 }
        guard !hosts.isEmpty else { return }
        hosts.removeAll { host in
            var found: UnsafeMutablePointer<addrinfo>?
            defer { if let found { freeaddrinfo(found) } }
            return getaddrinfo(host, nil, nil, &found) == 0
        }
        if hosts.isEmpty { return tell(.fine, "names of hosts are resolved") }
        tell(
            .bad, "the names of \(hosts.joined(separator: ", ")) are not resolved",
            "See /etc/resolv.conf, and try: getent hosts \(hosts[0])")
    }
}

/// Units that start what is not there.
enum StaleUnit {
    /// The programs of a unit's `Exec…` lines that do not exist.
    static func missingPrograms(in unit: String, exists: (String) -> Bool) -> [String] {
        unit.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("Exec"), let equals = line.firstIndex(of: "=") else { return nil }
            // Prefixes as in systemd.service(5).
            let command = line[line.index(after: equals)...].drop { "@-:+!".contains($0) }
            guard let program = command.split(separator: " ").first.map(String.init), program.hasPrefix("/") else {
                return nil
            }
            return exists(program) ? nil : program
        }
    }
}
