"""Tests of the harness: `python3 -m unittest discover -s Benchmarks/tests`."""

import json
import pathlib
import sys
import tempfile
import unittest
import unittest.mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import run as command_line  # noqa: E402
from harness import (  # noqa: E402
    calibration, channels, checks, demo, engine, process, report, small_model, tables)

GOOD = {"orders": 9.66, "revenue": 916.0, "redeemed": 232.0, "expired": 284.0,
        "active_end": 0.807, "identity": True}


def settings(directory, **changes):
    values = {"rounds": 2, "members": 1_000_000, "mesa_members": 1, "seed": 1, "only": "ours",
              "memory_members": [], "limit_seconds": 20, "root": pathlib.Path(directory)}
    made = command_line.Settings(**{**values, **changes})
    made.progress = lambda words: None
    return made


def printing(document, status=0):
    """A command that prints `document` and ends with `status`; it ignores further arguments."""
    return [sys.executable, "-c", f"print({json.dumps(document)!r}); raise SystemExit({status})"]


class Ranges(unittest.TestCase):
    def test_a_million_members_get_the_ranges_as_they_are(self):
        self.assertEqual(checks.allowed_range("revenue", 1_000_000), (911, 924))
        self.assertEqual(checks.allowed_range("revenue", 20_000_000), (911, 924))

    def test_ten_thousand_members_get_four_standard_errors_more(self):
        low, high = checks.allowed_range("orders", 10_000)  # 4 x 7.8 x sqrt(1e-4 - 1e-6) = 0.310
        self.assertAlmostEqual(low, 9.61 - 0.310, places=3)
        self.assertAlmostEqual(high, 9.73 + 0.310, places=3)

    def test_each_quantity_out_of_range_is_a_problem(self):
        self.assertEqual(checks.problems("it", 1_000_000, GOOD), [])
        for quantity in checks.RANGES:
            for factor in (0.97, 1.06):
                wrong = {**GOOD, quantity: GOOD[quantity] * factor}
                self.assertEqual(len(checks.problems("it", 1_000_000, wrong)), 1, quantity)

    def test_not_a_number_and_a_broken_ledger_are_problems(self):
        wrong = {**GOOD, "orders": float("nan"), "identity": False}
        self.assertEqual(len(checks.problems("it", 1_000_000, wrong)), 2)


class Reading(unittest.TestCase):
    def test_paths_walk_objects_and_lists_and_divide(self):
        document = {"arms": [{"orders": 30}], "members": 4}
        self.assertEqual(process.read(document, "arms.0.orders"), 30)
        self.assertEqual(process.read(document, "arms.0.orders / members"), 7.5)

    def test_a_missing_value_is_named(self):
        with self.assertRaisesRegex(process.ChildFailed, "timing.seconds"):
            process.read({"timing": {}}, "timing.seconds")

    def test_failures_of_a_child_are_reported(self):
        for command in (printing({}, 3), [sys.executable, "-c", "print(1)"],
                        [sys.executable, "-c", "print('words')"], ["/no/such/program"]):
            with self.assertRaises(process.ChildFailed):
                process.run_child(command, "/", 20)

    def test_a_child_that_hangs_is_ended(self):
        with self.assertRaises(process.ChildFailed):
            process.run_child([sys.executable, "-c", "import time; time.sleep(60)"], "/", 0.3)

    def test_peak_memory_is_of_that_child_alone(self):
        hungry = "x = bytearray(200 << 20); print('{}')"
        self.assertGreater(process.run_child([sys.executable, "-c", hungry], "/", 20).peak_mib, 200)
        self.assertLess(process.run_child(printing({}), "/", 20).peak_mib, 100)


class Tables(unittest.TestCase):
    def test_ratios_are_taken_pair_by_pair(self):
        self.assertEqual(tables.ratio_cell([10, 30, 8], [10, 10, 4]), "2.00× (1.00–3.00)")

    def test_verdicts_know_the_direction(self):
        self.assertEqual(tables.verdict(49, 50, 150), "floor missed")
        self.assertEqual(tables.verdict(50, 50, 150), "floor met")
        self.assertEqual(tables.verdict(74, 150, 75, more_is_better=False), "goal met")
        self.assertEqual(tables.verdict(151, 150, 75, more_is_better=False), "floor missed")

    def test_only_the_named_section_is_rewritten(self):
        text = "a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n<!-- y: begin -->\nc"
        expected = "a\n<!-- x: begin -->\nnew\n<!-- x: end -->\nb\n<!-- y: begin -->\nc"
        self.assertEqual(tables.rewritten(text, "x", "new"), expected)
        with self.assertRaises(ValueError):
            tables.rewritten(text, "y", "new")

    def test_the_readme_has_a_section_for_each_suite(self):
        readme = (pathlib.Path(command_line.__file__).parent / "README.md").read_text()
        for suite in command_line.SUITES:
            self.assertIn("new", tables.rewritten(readme, suite, "new"))


class Suites(unittest.TestCase):
    def small_model(self, **changes):
        document = {**GOOD, "members": 1_000_000, "seconds": 2.0, **changes}
        with tempfile.TemporaryDirectory() as directory:
            return small_model.run(settings(
                directory, small_model_command=printing(document),
                small_model_paths={name: name for name in document}))

    def test_ours_in_the_ranges_passes_with_its_speed(self):
        report, problems = self.small_model()
        self.assertEqual(problems, [])
        self.assertIn("| incentive | 1,000,000 | 182.5 | 182.5 | 182.5 |", report)

    def test_ours_out_of_the_ranges_is_a_problem_each_round(self):
        self.assertEqual(len(self.small_model(redeemed=250.0)[1]), 2)

    def test_ours_with_another_number_of_members_fails(self):
        with self.assertRaises(process.ChildFailed):
            self.small_model(members=10)

    def demo(self, program):
        with tempfile.TemporaryDirectory() as directory:
            return demo.run(settings(directory, demo_command=[sys.executable, "-c", program],
                                     memory_members=[10, 300]))

    PROGRAM = """
import json, sys
threads = int(sys.argv[sys.argv.index("--threads") + 1])
members = int(sys.argv[-1]) if "--members" in sys.argv else 0
held = bytearray((HELD) << 20)
print(json.dumps({"digest": DIGEST, "timing": {"seconds": 2.0 / threads, "quotedShare": 0.5,
                  "occasionArms": 10_000_000, "density": 106.0}}))
"""

    def test_the_demo_reports_nanoseconds_threads_and_memory(self):
        program = self.PROGRAM.replace("HELD", "60").replace("DIGEST", "'d'")
        report, problems = self.demo(program)
        self.assertEqual(problems, [])
        self.assertIn("| 1 thread, ns an occasion × arm | 200.0 | 200.0 | 200.0 |", report)
        self.assertIn("| 1 thread, ns a quoted occasion × arm | 400.0 | 400.0 | 400.0 |", report)
        self.assertIn("| two threads against one | 2.00 | 2.00 | 2.00 |", report)

    def test_growing_memory_and_changing_digests_are_problems(self):
        program = self.PROGRAM.replace("HELD", "members").replace("DIGEST", "str(threads)")
        self.assertEqual(len(self.demo(program)[1]), 2)

    ENGINE = """
import json
print(json.dumps({"quoteNanoseconds": 50.0, "orderNanoseconds": 300.0, "quotedFen": 1,
                  "paidFen": 2, "trialBalance": BALANCE}))
"""

    def engine(self, balance):
        program = self.ENGINE.replace("BALANCE", str(balance))
        with tempfile.TemporaryDirectory() as directory:
            return engine.run(settings(
                directory, engine_command=[sys.executable, "-c", program]))

    def test_the_engine_is_held_against_its_floors(self):
        with unittest.mock.patch.object(engine, "count_allocations", side_effect=[7, 7]):
            report, problems = self.engine(balance=0)
        self.assertEqual(problems, [])
        self.assertIn("| quote | 50.0 | 50.0 | 50.0 |", report)

    def test_allocations_and_a_ledger_out_of_balance_are_problems(self):
        with unittest.mock.patch.object(engine, "count_allocations", side_effect=[7, 8]):
            self.assertEqual(len(self.engine(balance=1)[1]), 2)

    FITS = {"histories": 373_406, "groupingSeconds": 0.2, "bgNBDSeconds": 1.0, "mbgNBDSeconds": 1.5,
            "mbgCNBD2Seconds": 1.6, "paretoNBDSeconds": 4.0, "bgNBD": [0.246, 4.63, 0.786, 2.395]}

    def calibration(self, fits, held):
        calibrate = f"held = bytearray({held} << 20); print('{{}}')"
        with tempfile.TemporaryDirectory() as directory:
            return calibration.run(settings(
                directory, calibration_command=printing(fits),
                calibrate_command=[sys.executable, "-c", calibrate]))

    CHANNELS = """
import json, sys
members = int(sys.argv[-1]) if "--members" in sys.argv else 1
kept = [bytearray(1000) for _ in range(EACH * members)]
print(json.dumps({"timing": {"seconds": 1.0, "occasionArms": 1_000_000 * members},
                  "arms": [{}, {"totals": {"messages": "3000000"}}]}))
"""

    def channels(self, each):
        program = self.CHANNELS.replace("EACH", str(each))
        with tempfile.TemporaryDirectory() as directory:
            return channels.run(settings(
                directory, channels_command=[sys.executable, "-c", program]))

    def test_messages_and_occasions_are_counted_together(self):
        report, problems = self.channels(0)
        self.assertEqual(problems, [])
        self.assertIn("| ns an occasion × arm or message | 250.0 | 250.0 | 250.0 |", report)

    def test_allocations_of_each_moment_are_a_problem(self):
        with unittest.mock.patch.object(channels, "ALLOCATIONS_A_MOMENT", 1e-7):
            self.assertEqual(len(self.channels(2)[1]), 1)

    REPORT = """
import json, pathlib, sys
folder = pathlib.Path(sys.argv[-1]) / "run"
folder.mkdir(exist_ok=True)
(folder / "report.html").write_bytes(bytes(KILOBYTES * 1000))
print(json.dumps({"folder": str(folder), "timing": {"reportSeconds": SECONDS}}))
"""

    def report(self, kilobytes=250, seconds=0.5):
        program = self.REPORT.replace("KILOBYTES", str(kilobytes)).replace("SECONDS", str(seconds))
        with tempfile.TemporaryDirectory() as directory:
            return report.run(settings(
                directory, report_command=[sys.executable, "-c", program]))

    def test_a_report_is_timed_and_weighed(self):
        text, problems = self.report()
        self.assertEqual(problems, [])
        self.assertIn("| kilobytes of the page | 250 | 250 | 250 | 300 | met |", text)
        self.assertIn("| report.html | 250 |", text)

    def test_a_slow_report_or_a_heavy_page_is_a_problem(self):
        self.assertEqual(len(self.report(seconds=2.5)[1]), 1)
        self.assertEqual(len(self.report(kilobytes=301)[1]), 1)

    def test_fits_are_held_against_the_parameters_of_their_customers(self):
        report, problems = self.calibration(self.FITS, held="1")
        self.assertEqual(problems, [])
        self.assertIn("| Pareto/NBD | 4.00 | 4.00 | 4.00 |", report)
        self.assertIn("| 10,000,000 | 250,000 |", report)
        wrong = {**self.FITS, "bgNBD": [0.246, 9.9, 0.786, 2.395]}
        self.assertEqual(len(self.calibration(wrong, held="1")[1]), 1)

    def test_memory_that_grows_with_orders_is_a_problem(self):
        with unittest.mock.patch.object(
                calibration, "measure_file", side_effect=[([1.0], 90.0), ([4.0], 120.0)]):
            self.assertEqual(len(self.calibration(self.FITS, held="1")[1]), 1)


if __name__ == "__main__":
    unittest.main()
