"""Medians, Markdown tables, and the results sections of README.md."""

import statistics


def spread(values, digits):
    """Median, minimum and maximum as three table cells."""
    return [f"{value:.{digits}f}"
            for value in (statistics.median(values), min(values), max(values))]


def ratio_cell(numerators, denominators):
    """The ratio pair by pair: its median, and from its minimum to its maximum."""
    ratios = [n / d for n, d in zip(numerators, denominators, strict=True)]
    return "{}× ({}–{})".format(*map(three_digits, (
        statistics.median(ratios), min(ratios), max(ratios))))


def three_digits(value):
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def verdict(value, floor, goal, more_is_better=True):
    """`goal met`, `floor met` or `floor missed`."""
    sign = 1 if more_is_better else -1
    if sign * value >= sign * goal:
        return "goal met"
    return "floor met" if sign * value >= sign * floor else "floor missed"


def rewritten(text, section, body):
    """`text` with what stands between the section's two marker lines replaced by `body`."""
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise ValueError(f"README.md has no section {begin} … {end}")
    return f"{before}{begin}\n{body}\n{end}{after}"
