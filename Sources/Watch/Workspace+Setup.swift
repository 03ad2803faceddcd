import Foundation
import Model

/// One file that `init` looked after.
public struct SetupStep: Sendable {
    /// The file.
    public let file: String
    /// Whether it was written; otherwise it was there and stays as it is.
    public let isNew: Bool
}

extension Workspace {
    /// Writes a configuration and an example register that run at once; what is there stays as it is.
    ///
    /// - Throws: A ``Model/Problem`` where a folder cannot be written or lexwatch's own data is missing.
    public func initialise() throws -> [SetupStep] {
        let example = try exampleFolder()
        let files = FileManager.default
        guard let names = files.subpaths(atPath: example)?.sorted() else { throw missingData }
        var steps: [SetupStep] = []
        for name in names where !isFolder("\(example)/\(name)") {
            let target = "\(paths.configuration)/\(name)"
            let isNew = !files.fileExists(atPath: target)
            if isNew { try copy("\(example)/\(name)", to: target) }
            steps.append(SetupStep(file: target, isNew: isNew))
        }
        let state = (paths.database as NSString).deletingLastPathComponent
        try createFolder(state)
        return steps
    }

    private var missingData: PlainProblem {
        PlainProblem(
            "lexwatch's own data is not found", place: paths.data,
            remedy: "install it below /usr/share/lexwatch, or name its folder in LEXWATCH_DATA", exitCode: .noInput)
    }

    private func exampleFolder() throws -> String {
        guard let data = paths.data else { throw missingData }
        let candidates = ["\(data)/example", "\(data)/../deploy/example"]
        guard let found = candidates.first(where: isFolder) else { throw missingData }
        return found
    }

    private func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    private func copy(_ source: String, to target: String) throws {
        try createFolder((target as NSString).deletingLastPathComponent)
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target)
        } catch {
            throw PlainProblem(
                "the file cannot be written: \(FileFault.writing(target))", place: target,
                remedy: "check who may write to the folder",
                exitCode: .cannotCreate)
        }
    }

    /// Makes a folder with its parents, readable by its owner and group only where it is new.
    func createFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw PlainProblem(
                "the folder cannot be made", place: path,
                remedy: "make it, or name another with --config or --database",
                exitCode: .cannotCreate)
        }
    }
}
