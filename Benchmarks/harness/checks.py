"""Whether an implementation is the small model at all: per-member ranges and the identity."""

import math

# Quantity: lowest and highest mean per member and year at a million members or more, and the
# standard deviation of one member, for the allowance that smaller runs get. The ranges are the
# model's definition (README.md); the deviations were estimated from 600 runs of the C++ jump
# program with 1,000 members each.
RANGES = {
    "orders": (9.61, 9.73, 7.8),
    "revenue": (911, 924, 755),
    "redeemed": (228, 240, 600),
    "expired": (280, 287, 261),
    "active_end": (0.802, 0.811, 0.394),
}
FULL_SIZE = 1_000_000
ALLOWED_DEVIATIONS = 4


def allowed_range(quantity, members):
    """The range at this size: below a million members it widens by 4 standard errors."""
    low, high, deviation = RANGES[quantity]
    excess = max(0.0, 1 / members - 1 / FULL_SIZE)
    allowance = ALLOWED_DEVIATIONS * deviation * math.sqrt(excess)
    return low - allowance, high + allowance


def problems(name, members, values):
    """One sentence for each quantity out of range, and for a ledger that does not add up."""
    found = []
    for quantity in RANGES:
        low, high = allowed_range(quantity, members)
        if not low <= values[quantity] <= high:
            found.append(f"{name}, {members} members: {quantity} {values[quantity]:.4f} a member "
                         f"is outside {low:.4f} to {high:.4f}")
    if values["identity"] is not True:
        found.append(f"{name}: issued = redeemed + expired + stranded + outstanding does not hold")
    return found
