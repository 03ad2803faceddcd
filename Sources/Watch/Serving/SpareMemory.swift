import Glibc

/// Memory that was freed, and that the allocator keeps for itself.
///
/// malloc_trim(3) and mallopt(3) are the GNU library's own, and Swift does not see their header; another library goes
/// without.
public enum SpareMemory {
    /// Gives it back to the system: a service that works for seconds an hour need not hold what it needed then.
    static func release() { _ = trim?(0) }

    /// Has all threads take memory from one heap: with several, each keeps what was freed there.
    public static func shareOneHeap() { _ = option?(mostArenas, 1) }

    /// M_ARENA_MAX.
    private static let mostArenas: CInt = -8

    private static let trim: (@convention(c) (Int) -> CInt)? = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
    }
    private static let option: (@convention(c) (CInt, CInt) -> CInt)? = dlsym(nil, "mallopt").map {
        unsafeBitCast($0, to: (@convention(c) (CInt, CInt) -> CInt).self)
    }
}
