"""Reads a workbook with openpyxl and prints what is in it as JSON, formulas worked out anew.

usage: read_workbook.py FILE [--count]

With --count only the number of rows and the last row of each sheet, read as a stream. A formula may
hold + - * /, brackets, numbers, cells, SUM and ranges; its operators are those of Python.
"""

import json
import re
import sys

import openpyxl
from openpyxl.utils.escape import unescape

CELL = re.compile(r"(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,3})\$?([0-9]+)(?::\$?([A-Z]{1,3})\$?([0-9]+))?")


def text_or_value(value):
    if isinstance(value, str):
        return {"text": unescape(value)}
    if isinstance(value, bool):
        return {"boolean": value}
    if hasattr(value, "isoformat"):
        return {"date": value.date().isoformat()}
    return {"number": value}


class Calculator:
    """Works formulas out from the cells that they name, whatever values are stored."""

    def __init__(self, book):
        self.book = book

    def cell(self, sheet, name):
        value = self.book[sheet][name].value
        if isinstance(value, str) and value.startswith("="):
            return self.formula(sheet, value)
        return value if isinstance(value, (int, float)) else 0

    def formula(self, sheet, formula):
        names = {}

        def bind(match):
            other, column, row, last_column, last_row = match.groups()
            other = other.replace("''", "'") if other else sheet
            name = f"v{len(names)}"
            if last_column:
                cells = self.book[other][f"{column}{row}:{last_column}{last_row}"]
                names[name] = [self.cell(other, cell.coordinate) for line in cells for cell in line]
            else:
                names[name] = self.cell(other, f"{column}{row}")
            return name

        python = CELL.sub(bind, formula[1:]).replace("SUM(", "sum(")
        if not re.fullmatch(r"[v0-9.+\-*/() ,sum]*", python):
            raise ValueError(f"cannot work out {formula}")
        return eval(python, {"__builtins__": {}, "sum": sum}, names)


def sheets(path):
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    calculator = Calculator(formulas)
    for sheet in formulas:
        cells = {}
        for line in sheet.iter_rows():
            for cell in line:
                if cell.value is None and not cell.has_style:
                    continue
                stored = values[sheet.title][cell.coordinate].value
                entry = {"format": cell.number_format, "bold": bool(cell.font.bold),
                         "wraps": bool(cell.alignment.wrap_text),
                         "ground": cell.fill.fgColor.rgb if cell.fill.fill_type else ""}
                if stored is not None:
                    entry |= text_or_value(stored)
                if cell.data_type == "f":
                    entry["formula"] = cell.value
                    if not isinstance(stored, str):
                        entry["recomputed"] = calculator.formula(sheet.title, cell.value)
                cells[cell.coordinate] = entry
        yield {
            "name": sheet.title, "cells": cells, "frozen": sheet.freeze_panes or "",
            "widths": {name: column.width for name, column in sheet.column_dimensions.items()},
            "landscape": sheet.page_setup.orientation == "landscape",
            "fitsWidth": bool(sheet.sheet_properties.pageSetUpPr
                              and sheet.sheet_properties.pageSetUpPr.fitToPage),
            "paper": int(sheet.page_setup.paperSize or 0),
            "repeated": sheet.print_title_rows or "", "filter": sheet.auto_filter.ref or ""}


def main():
    path = sys.argv[1]
    if "--count" in sys.argv:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        counts = []
        for sheet in book:
            rows, last = 0, ()
            for last in sheet.iter_rows(values_only=True):
                rows += 1
            counts.append({"name": sheet.title, "rows": rows, "last": list(last)})
        print(json.dumps(counts))
        return
    properties = openpyxl.load_workbook(path).properties
    print(json.dumps({
        "title": properties.title or "", "subject": properties.subject or "",
        "created": properties.created.isoformat(), "modified": properties.modified.isoformat(),
        "sheets": list(sheets(path))}))


main()
