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
  return files.filter { $0.hasSuffix(".py") || $0.hasSuffix(".csv") }.sorted()
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

library("PortableMath")
library("Quantities")
library("Timeline")
library("Randomness", ["PortableMath"])
library("PointsLedger", ["Quantities", "Timeline"])
library("IncentiveEngine", ["PointsLedger", "Quantities", "Timeline"])

library("MemberPopulation", ["PortableMath", "Quantities", "Randomness", "Timeline"])
library(
  "MemberBehavior",
  ["MemberPopulation", "PortableMath", "Quantities", "Randomness", "Timeline"])
library("Measurement", ["Quantities", "Timeline"])
library(
  "CommunitySimulation",
  [
    "IncentiveEngine", "Measurement", "MemberBehavior", "MemberPopulation", "PointsLedger",
    "Quantities", "Randomness", "Timeline",
  ])
library(
  "Scenarios",
  [
    "IncentiveEngine", "MemberBehavior", "MemberPopulation", "Measurement", "Quantities",
    "Timeline",
  ])
library("OrderLogs", ["Quantities", "Timeline"])

if present("Tests/TidyTests") {
  // Reads the source tree itself; depends on nothing.
  targets.append(.testTarget(name: "TidyTests", swiftSettings: settings))
}

let package = Package(
  name: "incentive-sandbox",
  platforms: [.macOS("26.0")],
  dependencies: packages,
  targets: targets)
