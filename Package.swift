// swift-tools-version: 6.2
import PackageDescription

// Language features that every target turns on: explicit `any`, imports that do not leak.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

var targets: [Target] = []

// A target and its test target; the table in ARCHITECTURE.md holds for who may import whom.
@MainActor func library(
  _ name: String, _ dependencies: [Target.Dependency] = [],
  testsUse extra: [Target.Dependency] = [], testFiles: [String] = [], isTested: Bool = true
) {
  targets.append(.target(name: name, dependencies: dependencies, swiftSettings: settings))
  guard isTested else { return }
  targets.append(
    .testTarget(
      name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies + extra,
      exclude: testFiles, swiftSettings: settings))
}

// MARK: Ground: numbers, time, luck.

// exp, log, pow, logistic: the same bits on every CPU.
library("PortableMath", testFiles: ["references.csv", "references.py"])
// Money, points, rates, shares; the largest remainder.
library("Quantities")
// Minutes, days, calendar, zone; what a day is.
library("Timeline")
// Philox, draw addresses, distributions.
library(
  "Randomness", ["PortableMath"],
  testFiles: ["addresses.csv", "distributions.csv", "functions.csv", "references.py"])

// MARK: The engine: usable without the simulator.

// Accounts, lots, transfers, journal, invariants.
library("PointsLedger", ["Quantities", "Timeline"])
// Events in, decisions out.
library("IncentiveEngine", ["PointsLedger", "Quantities", "Timeline"])

// Abuse, and rules without effect, found by running the engine.
library("SchemeLint", ["IncentiveEngine", "PointsLedger", "Quantities", "Timeline"])

// MARK: The people.

// Traits, segments, communities; who the people are.
library(
  "MemberPopulation", ["PortableMath", "Quantities", "Randomness", "Timeline"],
  testsUse: ["Statistics"])
// Occasions, choice, basket, wear, response, lapse; defines `Stimulus`.
library(
  "MemberBehavior",
  ["MemberPopulation", "PortableMath", "Quantities", "Randomness", "Timeline"])

// MARK: The run.

// The tally and the metric definitions.
library("Measurement", ["Quantities", "Timeline"])
// The only place where engine and behavior meet; the event loop on one screen.
library(
  "CommunitySimulation",
  [
    "IncentiveEngine", "Measurement", "MemberBehavior", "MemberPopulation", "PointsLedger",
    "PortableMath", "Quantities", "Randomness", "Timeline",
  ], testsUse: ["Scenarios", "Statistics"], testFiles: ["docking.csv", "references.py"])
// Plain checked values: arms, expectations, economics.
library(
  "Scenarios",
  [
    "IncentiveEngine", "MemberBehavior", "MemberPopulation", "Measurement", "Quantities",
    "Timeline",
  ], isTested: false)

// MARK: Numbers for people.

// The GNU Scientific Library behind a shim; only NumericalMethods imports it.
targets.append(
  .systemLibrary(
    name: "CGSL", path: "Sources/CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]))
// GSL behind Swift types: special functions, distributions.
library("NumericalMethods", ["CGSL"])
// Intervals, paired differences, ratios, segments, corrections, stopping.
library(
  "Statistics", ["NumericalMethods"], testsUse: ["Randomness"],
  testFiles: ["references.csv", "references.py"])
// Triangles, roll-forward, deferred revenue: what points leave on the books.
library(
  "LiabilityValuation", ["Measurement", "Quantities", "Statistics", "Timeline"],
  testsUse: ["CommunitySimulation", "PointsLedger"])
// Accessible SVG.
library("Charts")
// libxlsxwriter; only Spreadsheets imports it. Where the library is not installed there is no such
// module, and Spreadsheets builds without it. (Looking for the header here would not do: SwiftPM keeps
// what a manifest once found.)
targets.append(
  .systemLibrary(
    name: "CXLSXWriter", path: "Sources/CXLSXWriter", pkgConfig: "xlsxwriter",
    providers: [.apt(["libxlsxwriter-dev"])]))
// Workbooks for planners behind Swift types.
library("Spreadsheets", ["CXLSXWriter"], testFiles: ["read_workbook.py"])

// MARK: Files.

// Order files of any shape → located rows.
library("OrderLogs", ["Quantities", "Timeline"])
// Order logs → parameters of the members' models with their covariance; holdout.
library(
  "Calibration",
  ["MemberPopulation", "NumericalMethods", "OrderLogs", "Quantities", "Timeline"],
  testsUse: ["Randomness"])

// YAML → `Scenarios`; JSON Schema; located problems.
library(
  "ScenarioFiles",
  [
    "IncentiveEngine", "MemberBehavior", "MemberPopulation", "Measurement", "Quantities",
    "Scenarios", "Timeline", .product(name: "Yams", package: "Yams"),
  ], testFiles: ["Broken", "validate_schema.py"])

// MARK: Experiments.

// Replications × communities on threads; comparison, expectations, baselines.
library(
  "Experiments",
  [
    "CommunitySimulation", "IncentiveEngine", "Measurement", "MemberBehavior", "MemberPopulation",
    "NumericalMethods", "PointsLedger", "Quantities", "Randomness", "Scenarios", "Statistics",
    "Timeline", .product(name: "Crypto", package: "swift-crypto"),
  ])

// The scorecard: situations, statistics, knock-outs.
library(
  "Patterns",
  [
    "Calibration", "CommunitySimulation", "Experiments", "IncentiveEngine", "MemberBehavior",
    "MemberPopulation", "PortableMath", "Quantities", "Scenarios", "Timeline",
  ], testsUse: ["ScenarioFiles"])

// MARK: Reports.

// Markdown, HTML, JSON, CSV and the terminal's table of one run.
library(
  "Reports",
  [
    "Calibration", "Charts", "Experiments", "IncentiveEngine", "LiabilityValuation",
    "Measurement", "MemberBehavior", "MemberPopulation", "Patterns", "Quantities", "Scenarios",
    "Spreadsheets", "Statistics", "Timeline",
  ],
  testsUse: [
    "CommunitySimulation", "OrderLogs", .product(name: "Crypto", package: "swift-crypto"),
  ])

// MARK: The command line; the only target that prints.

targets.append(
  .executableTarget(
    name: "incentive",
    dependencies: [
      "Calibration", "CommunitySimulation", "Experiments", "IncentiveEngine", "Measurement",
      "MemberBehavior", "MemberPopulation", "OrderLogs", "Patterns", "PointsLedger", "Quantities",
      "Reports", "ScenarioFiles", "Scenarios", "SchemeLint", "Spreadsheets", "Timeline",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: settings))

// Times the engine alone; `Benchmarks/run.py --suite engine` builds and runs it.
targets.append(
  .executableTarget(
    name: "engine-benchmark",
    dependencies: ["IncentiveEngine", "PointsLedger", "Quantities", "Timeline"],
    path: "Benchmarks/engine", swiftSettings: settings))

// Times the fits of a million customers; `Benchmarks/run.py --suite calibration` builds and runs it.
targets.append(
  .executableTarget(
    name: "calibration-benchmark", dependencies: ["Calibration", "Randomness", "Timeline"],
    path: "Benchmarks/calibration", swiftSettings: settings))

// Drives the commands as a shell does, and their parts as values.
targets.append(
  .testTarget(
    name: "incentiveTests",
    dependencies: [
      "incentive", "Calibration", "CommunitySimulation", "Experiments", "IncentiveEngine",
      "Measurement", "MemberBehavior", "MemberPopulation", "OrderLogs", "PointsLedger",
      "Quantities", "ScenarioFiles", "Scenarios", "Timeline",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: settings))

// Runs the scenario of each mechanic, and holds docs/mechanics.md current.
targets.append(
  .testTarget(
    name: "MechanicsTests",
    dependencies: ["Experiments", "Measurement", "ScenarioFiles", "Scenarios"],
    swiftSettings: settings))

// Reads the source tree itself; depends on nothing.
targets.append(.testTarget(name: "TidyTests", swiftSettings: settings))

let package = Package(
  name: "incentive-sandbox",
  platforms: [.macOS("26.0")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: targets)
