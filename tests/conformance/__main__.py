"""`python -m tests.conformance [WORD…]`: recompute the official indices, or those so named, and print the table."""

import os
import sys
from pathlib import Path

from tests.conformance.figures import outcome_of, row_of, table
from tests.conformance.test_conformance import INDICES


def main(names: list[str]) -> int:
    folder = os.environ.get("ASSESS_INDICES")
    if not folder:
        print("left out: ASSESS_INDICES does not name the folder of the official indices' data", file=sys.stderr)
        return 2
    chosen = [index for name, index in INDICES.items() if not names or any(each in name for each in names)]
    if not chosen:
        print("no such index; there are: " + "; ".join(INDICES), file=sys.stderr)
        return 2
    outcomes = [outcome_of(index, Path(folder)) for index in chosen]
    print("\n".join(table([*map(row_of, outcomes)])))
    unknown = [own for each in outcomes for own in each.mismatches if own not in each.of.known]
    for each in unknown:
        print(f"{each.row}: {each.what} was published as {each.published} and comes out as {each.computed}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
