/// What sites write before JSON, so that it is no script of its own, or is one: `)]}',`, `while(1);`, `callback(`, `/**/`.
enum JSONGuard {
    /// Where the value begins behind it; nil where a document begins otherwise.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let scan = ByteScan(bytes)
        var index = scan.afterSpace(start)
        while scan.has("/*", at: index) {
            guard let end = scan.end(of: "*/", from: index + 2) else { return nil }
            index = scan.afterSpace(end)
        }
        if let mark = marks.first(where: { scan.has($0, at: index) }) {
            index += mark.utf8CodeUnitCount
            if index < bytes.count, bytes[index] == 0x2C { index += 1 }
        } else {
            let name = index
            while index < bytes.count, index - name < longestName,
                isAlphanumeric(bytes[index]) || [0x24, 0x2E, 0x5F].contains(bytes[index])
            {
                index += 1
            }
            if index > name {
                index = scan.afterSpace(index)
                guard index < bytes.count, bytes[index] == 0x28 else { return nil }
                index += 1
            }
        }
        index = scan.afterSpace(index)
        return index < bytes.count && (bytes[index] == 0x7B || bytes[index] == 0x5B) ? index : nil
    }

    private static let marks: [StaticString] = [")]}'", "while(1);", "for(;;);", "&&&START&&&"]
    private static let longestName = 100
}
