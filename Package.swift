// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house and the rooms below it that it may import.
func room(_ name: String, _ imports: [Target.Dependency], _ settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict + settings)
}

/// The tests of a room, with the fixtures that lie beside them.
func tests(_ name: String, _ imports: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: imports, exclude: ["Fixtures"], swiftSettings: strict)
}

let package = Package(
    name: "lexwatch",
    products: [.executable(name: "lexwatch", targets: ["lexwatch"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("Model", []),
        room("Syndication", ["CLibXML2", "Model"]),
        room("Transport", ["CCurl", "Model"]),
        // Half of what the tests run is the compiling of the vocabulary, which takes ten times as long unoptimised.
        room("Tagging", ["Model"], [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        room("Register", ["Model"]),
        room("Store", ["Model", .product(name: "GRDB", package: "GRDB.swift")]),
        room("Digests", ["Model", .product(name: "Mustache", package: "swift-mustache")]),
        room(
            "Watch",
            [
                "Model", "Syndication", "Transport", "Tagging", "Register", "Store", "Digests",
                .product(name: "Logging", package: "swift-log"), "Yams",
            ]),
        .executableTarget(
            name: "lexwatch",
            dependencies: [
                "Watch", "Model", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "TaggingBenchmark", dependencies: ["Watch", "Tagging", "Model"],
            path: "Benchmarks/Sources/TaggingBenchmark",
            swiftSettings: strict),
        .executableTarget(
            name: "ParsingBenchmark", dependencies: ["Syndication"], path: "Benchmarks/Sources/ParsingBenchmark",
            swiftSettings: strict),
        .target(name: "LoopbackServers", path: "Tests/Support", swiftSettings: strict),
        tests("ModelTests", ["Model"]),
        tests("SyndicationTests", ["Syndication", "Model"]),
        tests("TransportTests", ["Transport", "Model", "LoopbackServers"]),
        tests("TaggingTests", ["Tagging", "Model"]),
        tests("RegisterTests", ["Register", "Model"]),
        tests("StoreTests", ["Store", "Model", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("DigestsTests", ["Digests", "Model"]),
        tests("WatchTests", ["Watch", "Model", "Store", "Syndication", "Tagging", "Transport", "LoopbackServers"]),
        tests(
            "CommandTests",
            ["lexwatch", "Model", "LoopbackServers", .product(name: "Logging", package: "swift-log")]),
    ],
    swiftLanguageModes: [.v6]
)
