// swift-tools-version: 6.2
// Not below 6.2: with an older one SwiftPM refuses to depend on a package that has unsafe flags.
import PackageDescription

/// Every Swift target is built under the same house rules.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error), .strictMemorySafety(),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A door to a system library: bare headers, and where the package manager finds them.
func door(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// The same for a library that Linux opens when a function of it is first called (CLate): no program is linked with it there.
func lateDoor(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    #if os(Linux)
        .systemLibrary(name: name, providers: [.apt([apt])])
    #else
        door(name, pkgConfig: pkgConfig, apt: apt, brew: brew)
    #endif
}

// ISA-L, the fast compressor, is made for these two architectures; elsewhere zlib does its work, and here where VANTHU_WITHOUT_ISAL is set.
#if arch(x86_64) || arch(arm64)
    let hasFastCompressor = Context.environment["VANTHU_WITHOUT_ISAL"] == nil
#else
    let hasFastCompressor = false
#endif
let fastCompressor: (doors: [Target], dependencies: [Target.Dependency], settings: [CSetting]) =
    hasFastCompressor
    ? (
        [door("CISAL", pkgConfig: "libisal", apt: "libisal-dev", brew: "isa-l")], ["CISAL"],
        [.define("HAS_ISAL")]
    ) : ([], [], [])

// Where VANTHU_FUZZ names libFuzzer's library, every target is watched by it and `vanthu-fuzz` is there as well.
let fuzzer = Context.environment["VANTHU_FUZZ"]
let watched: [SwiftSetting] = fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])]
let fuzzTargets: [Target] =
    fuzzer.map { library in
        [
            .target(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
            .executableTarget(
                name: "vanthu-fuzz",
                dependencies: [
                    "CFuzzer", "Checking", "Container", "Diagnostics", "DocumentTemplates", "Importing",
                    "OfficeDocument", "Recognition", "Sheets", "TemplateLanguage", "Values", "VietnameseText",
                    "XMLTree",
                ], path: "Fuzzing/VanthuFuzz", swiftSettings: house,
                linkerSettings: [.unsafeFlags(["-Xlinker", library]), .linkedLibrary("stdc++")]),
        ]
    } ?? []

/// `data` are files that are compiled in.
func module(_ name: String, on dependencies: [String] = [], data: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies.map { .byName(name: $0) },
        resources: data.map { .embedInCode($0) }, swiftSettings: house + watched)
}

/// Nothing asks a program for its functions, and a table of all of them slows its start.
let program: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux], configuration: .release))
]

func tool(_ name: String, on dependencies: [String]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: house,
        linkerSettings: program)
}

func tests(of name: String, also others: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: (Set([name, "TestSupport", "Diagnostics"] + others).sorted()).map { .byName(name: $0) },
        exclude: ["Golden"], swiftSettings: house)
}

// One target a line, so that two changes of the list do not meet.
// swift-format-ignore
let package = Package(
    name: "vanthu",
    products: [
        .executable(name: "vanthu", targets: ["VanThuCLI"]), .executable(name: "vanthu-serve", targets: ["vanthu-serve"]),
        .executable(name: "vanthu-office", targets: ["vanthu-office"]), .library(name: "VanThu", targets: ["VanThu"]),
        .library(name: "DocumentTemplates", targets: ["DocumentTemplates"]), .library(name: "Forms", targets: ["Forms"]),
        .library(name: "Checking", targets: ["Checking"]), .library(name: "VietnameseText", targets: ["VietnameseText"]),
        // What the public signatures of those above name
        .library(name: "Diagnostics", targets: ["Diagnostics"]), .library(name: "Values", targets: ["Values"]),
        .library(name: "Regulations", targets: ["Regulations"]), .library(name: "OfficePackage", targets: ["OfficePackage"]),
        .library(name: "TemplateLanguage", targets: ["TemplateLanguage"]), .library(name: "Planning", targets: ["Planning"]),
        .library(name: "Container", targets: ["Container"]),
    ],
    targets: fastCompressor.doors + fuzzTargets + [
        // Doors to the system libraries
        lateDoor("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
        lateDoor("CLibZip", pkgConfig: "libzip", apt: "libzip-dev", brew: "libzip"),
        door("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
        door("CLibYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
        door("CLibYAJL", pkgConfig: "yajl", apt: "libyajl-dev", brew: "yajl"),
        .systemLibrary(
            name: "CLibCMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        lateDoor("CLibCrypto", pkgConfig: "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
        // Only the program of the web page is linked with these three
        door("CLibMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev", brew: "libmicrohttpd"),
        door("CLibSodium", pkgConfig: "libsodium", apt: "libsodium-dev", brew: "libsodium"),
        door("CLibSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
        .target(name: "CWebServer", dependencies: ["CLibMicroHTTPD"]),
        // Functions of a library, looked up when they are first called
        .target(name: "CLate"),
        .target(
            name: "CXMLEvents", dependencies: ["CLate", "CLibXML2"],
            cSettings: [.unsafeFlags(["-I/usr/include/libxml2"], .when(platforms: [.linux]))]),
        .target(name: "CZipCalls", dependencies: ["CLate", "CLibZip"]),
        .target(name: "CDigest", dependencies: ["CLate", "CLibCrypto"]),
        .target(name: "CFileSystem"),
        // libxlsxwriter is opened when it is first needed, and its headers are not
        .target(name: "CXlsxWriter"),
        // libqrencode likewise, when the first code is drawn
        .target(name: "CQRCode"),
        .target(
            name: "CDeflate", dependencies: ["CZlib"] + fastCompressor.dependencies,
            cSettings: fastCompressor.settings),
        // Ground floor
        module("Diagnostics"),
        module("Files", on: ["Diagnostics"]),
        module("Threads"),
        // First floor
        module("VietnameseText", on: ["Diagnostics"]),
        module("Values", on: ["Diagnostics", "Files", "VietnameseText", "CLibYAML", "CLibYAJL"]),
        module("XMLTree", on: ["Diagnostics", "CXMLEvents"]),
        module("Container", on: ["Diagnostics", "Files", "CLibZip", "CZipCalls", "CDeflate", "CFileSystem"]),
        module("OfficePackage", on: ["Diagnostics", "XMLTree", "Container"]),
        // Second floor
        module("DataFiles", on: ["Diagnostics", "VietnameseText", "Values"]),
        module(
            "Regulations", on: ["Diagnostics", "VietnameseText", "Values", "DataFiles"],
            data: ["ND30", "HD05", "HD36", "het-hieu-luc", "co-quan", "chinh-ta"].map { "Data/\($0).yaml" }),
        module("OfficeDocument", on: ["Diagnostics", "VietnameseText", "XMLTree", "Container", "OfficePackage"]),
        module("TemplateLanguage", on: ["Diagnostics", "VietnameseText", "Values"]),
        module(
            "Sheets",
            on: ["Diagnostics", "Files", "VietnameseText", "Values", "XMLTree", "Container", "OfficePackage", "CXlsxWriter"]),
        module("Charts", on: ["Diagnostics", "XMLTree", "Container", "OfficePackage"]),
        // Third floor
        module("Printing", on: ["Diagnostics", "Files", "Threads"]),
        module(
            "DocumentTemplates",
            on: [
                "Diagnostics", "VietnameseText", "Values", "XMLTree", "Container", "OfficePackage", "TemplateLanguage", "Charts",
                "CLibCMark", "CQRCode",
            ]),
        module("Recognition", on: ["Diagnostics", "VietnameseText", "OfficeDocument", "Regulations"]),
        module("Forms", on: ["Diagnostics", "VietnameseText", "OfficeDocument", "OfficePackage", "Regulations"]),
        module(
            "Checking",
            on: [
                "Diagnostics", "VietnameseText", "Values", "DataFiles", "OfficeDocument", "OfficePackage",
                "Container", "Regulations", "Recognition",
            ], data: ["BodyText/Data/tu-ngu.txt"]),
        module(
            "Planning", on: ["Diagnostics", "VietnameseText", "Values", "DataFiles", "Sheets", "TemplateLanguage"],
            data: [
                "ke-hoach-nhieu-nam", "ke-hoach-tung-nam", "ke-hoach-mot-nam", "bao-cao", "bao-cao-dang",
                "du-toan", "du-toan-dang", "ke-hoach-co-kiem-diem", "ke-hoach-nam-hoc", "chuong-trinh-cong-tac",
                "chuong-trinh-hanh-dong", "ke-hoach-kiem-tra", "phuong-an-ung-pho",
                "nguong-cau", "he-van-ban", "trinh-ke-hoach", "thuyet-minh", "bao-cao-giai-ngan",
            ].map { "Outline/Data/\($0).yaml" } + ["Tables/Data/tieu-de.yaml"]
                + [
                    "ba-nam", "bang-du-toan", "cntt", "cong-khai", "de-nghi-duyet-chi", "dieu-chinh", "don-vi-cot", "giai-ngan",
                    "muc-luc", "nam-truoc", "ngay-nghi", "nguon-cot", "theo-don-vi", "theo-ma", "theo-nguon", "theo-nhiem-vu", "theo-noi-dung",
                    "theo-quy", "tt342-05", "tt342-06", "tt342-13-3", "tt342-14", "tt69-13", "tt69-16", "tt69-17",
                    "tt69-18", "tu-chu",
                ].map { "TableForms/Data/\($0).yaml" }),
        module(
            "Importing",
            on: [
                "Diagnostics", "VietnameseText", "Values", "DataFiles", "OfficeDocument", "Regulations", "Recognition", "Sheets",
                "Planning",
            ]),
        module(
            "Batches",
            on: [
                "Diagnostics", "Files", "VietnameseText", "Values", "XMLTree", "Container", "OfficePackage",
                "Sheets", "TemplateLanguage", "DocumentTemplates", "Threads", "CDeflate", "CDigest", "CFileSystem",
            ]),
        // Roof
        module(
            "VanThu",
            on: [
                "Diagnostics", "Files", "VietnameseText", "Values", "Container", "OfficePackage", "DocumentTemplates",
                "Regulations", "Forms", "Checking", "OfficeDocument", "Planning", "Printing", "Sheets", "Batches", "Threads",
                "Recognition", "Importing",
            ]),
        tool(
            "VanThuCLI",
            on: [
                "VanThu", "Diagnostics", "VietnameseText", "Container", "OfficePackage", "DocumentTemplates", "Planning",
                "TemplateLanguage", "Batches", "Files",
            ]),
        module(
            "VanThuPages",
            on: [
                "VanThu", "Diagnostics", "VietnameseText", "Values", "DataFiles", "Files", "Container", "OfficePackage",
                "TemplateLanguage", "DocumentTemplates", "Regulations", "Checking", "Planning", "Sheets", "Batches",
                "Printing", "Threads", "CWebServer", "CLibMicroHTTPD", "CLibSodium", "CLibSQLite",
            ], data: ["trang.css", "trang.js"].map { "Static/\($0)" }),
        tool("vanthu-serve", on: ["VanThuPages", "Diagnostics"]),
        // LibreOffice kept warm: a small program in C, which opens it at run time
        .executableTarget(name: "vanthu-office"),
        .executableTarget(
            name: "vanthu-bench",
            dependencies: [
                "Diagnostics", "Values", "Container", "OfficePackage", "OfficeDocument", "Regulations", "Forms", "Checking",
                "TemplateLanguage", "DocumentTemplates",
            ], path: "Benchmarks/VanthuBench", swiftSettings: house),
        .executableTarget(
            name: "vanthu-outline",
            dependencies: ["Container", "Diagnostics", "OfficeDocument", "Recognition", "Regulations"],
            path: "Benchmarks/VanthuOutline", swiftSettings: house),
        tool(
            "MakeTemplates",
            on: ["Regulations", "Forms", "Checking", "OfficePackage", "Container", "Diagnostics"]),
        // Tests
        .target(
            name: "TestSupport", dependencies: ["Diagnostics", "Container", "XMLTree"], path: "Tests/TestSupport",
            swiftSettings: house),
        tests(of: "Diagnostics"),
        tests(of: "VietnameseText"),
        tests(of: "Values", also: ["VietnameseText"]),
        tests(of: "DataFiles", also: ["Values", "VietnameseText"]),
        tests(of: "XMLTree"),
        tests(of: "Container", also: ["Files"]),
        tests(of: "Sheets", also: ["Values", "VietnameseText", "Container"]),
        tests(
            of: "OfficePackage",
            also: ["XMLTree", "Container", "OfficeDocument", "DocumentTemplates", "Values"]),
        tests(
            of: "OfficeDocument",
            also: ["XMLTree", "Container", "OfficePackage", "Checking", "Forms", "Recognition", "Regulations"]),
        tests(of: "TemplateLanguage", also: ["Values", "VietnameseText"]),
        tests(of: "Charts", also: ["XMLTree", "Container"]),
        tests(of: "DocumentTemplates", also: ["Values", "XMLTree", "Container", "OfficePackage", "TemplateLanguage"]),
        tests(of: "Regulations", also: ["DataFiles", "Values", "VietnameseText"]),
        tests(of: "Forms", also: ["OfficeDocument", "OfficePackage", "Container", "Regulations", "VietnameseText"]),
        tests(
            of: "Checking",
            also: [
                "DataFiles", "OfficeDocument", "OfficePackage", "Container", "XMLTree", "VietnameseText",
                "Recognition", "Regulations", "Forms",
            ]),
        tests(
            of: "Recognition",
            also: ["OfficeDocument", "OfficePackage", "Container", "XMLTree", "Regulations", "VietnameseText", "Forms"]),
        tests(
            of: "Batches",
            also: [
                "CFileSystem", "Container", "DocumentTemplates", "Sheets", "TemplateLanguage", "Values", "VietnameseText", "XMLTree",
            ]),
        tests(of: "Importing", also: ["Planning"]),
        tests(of: "Planning", also: ["Container", "DataFiles", "Sheets", "Values", "VietnameseText"]),
        tests(
            of: "VanThu",
            also: [
                "Container", "XMLTree", "OfficePackage", "Regulations", "Forms", "Checking", "OfficeDocument", "Planning",
                "Values", "DocumentTemplates", "TemplateLanguage", "Printing", "Importing", "Recognition", "Batches",
            ]),
        tests(of: "Printing", also: ["Container", "Files", "Forms", "OfficePackage", "VanThu"]),
        tests(
            of: "VanThuPages",
            also: [
                "VanThu", "Container", "DataFiles", "Values", "VietnameseText", "Planning", "Printing", "Sheets", "Batches",
                "CLibSodium",
            ]),
        tests(of: "VanThuCLI", also: ["VanThu", "Container", "XMLTree", "Printing"]),
    ], swiftLanguageModes: [.v6])
