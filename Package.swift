// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Language features every target turns on: explicit `any`, imports that do not leak.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
func present(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }

var targets: [Target] = []
var packages: [Package.Dependency] = []

// Scripts and tables that tests keep beside them and read by path.
@MainActor func testData(_ folder: String) -> [String] {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
  return files.filter { $0.hasSuffix(".py") || $0.hasSuffix(".csv") || $0 == "Broken" }.sorted()
}

@MainActor func library(_ name: String, _ dependencies: [Target.Dependency] = []) {
  guard present("Sources/\(name)") else { return }
  targets.append(
    .target(name: name, dependencies: dependencies, swiftSettings: settings))
  guard present("Tests/\(name)Tests") else { return }
  targets.append(
    .testTarget(
      name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
      exclude: testData("Tests/\(name)Tests"), swiftSettings: settings))
}

library("Quantities")
library("Timeline")
library("PointsLedger", ["Quantities", "Timeline"])
library("IncentiveEngine", ["PointsLedger", "Quantities", "Timeline"])

library("MemberPopulation", ["Quantities", "Timeline"])
library("MemberBehavior", ["MemberPopulation", "Quantities", "Timeline"])
library("Measurement", ["Quantities", "Timeline"])
library(
  "Scenarios",
  [
    "IncentiveEngine", "MemberBehavior", "MemberPopulation", "Measurement", "Quantities",
    "Timeline",
  ])

// YAML with positions; nothing else may import Yams.
packages.append(.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"))
library(
  "ScenarioFiles",
  [
    "IncentiveEngine", "Measurement", "MemberBehavior", "MemberPopulation", "Quantities",
    "Scenarios", "Timeline", .product(name: "Yams", package: "Yams"),
  ])

let package = Package(
  name: "incentive-sandbox",
  platforms: [.macOS("26.0")],
  dependencies: packages,
  targets: targets)
