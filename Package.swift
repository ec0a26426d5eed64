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

@MainActor func library(_ name: String, _ dependencies: [Target.Dependency] = []) {
  guard present("Sources/\(name)") else { return }
  targets.append(
    .target(name: name, dependencies: dependencies, swiftSettings: settings))
  guard present("Tests/\(name)Tests") else { return }
  targets.append(
    .testTarget(
      name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
      swiftSettings: settings))
}

library("PortableMath")
library("Quantities")
library("Timeline")
library("Randomness", ["PortableMath"])
library("PointsLedger", ["Quantities", "Timeline"])
library("IncentiveEngine", ["PointsLedger", "Quantities", "Timeline", "Randomness"])

// The GNU Scientific Library behind a shim; only NumericalMethods imports it.
if present("Sources/CGSL") {
  targets.append(
    .systemLibrary(
      name: "CGSL", path: "Sources/CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]))
}
library("NumericalMethods", ["CGSL"])
library("Statistics", ["NumericalMethods"])
library("Charts")

let package = Package(
  name: "incentive-sandbox",
  platforms: [.macOS("26.0")],
  dependencies: packages,
  targets: targets)
