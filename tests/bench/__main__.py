"""`make bench`: the table of figures. `--quick` leaves out the 11,000 agencies; `--only NAME` runs one figure."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.figures import FIGURES, QUICK


def main() -> int:
    """Measure and print; 1 when a bound is not met."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=list(FIGURES))
    options = parser.parse_args()
    names = [options.only] if options.only else list(QUICK if options.quick else FIGURES)
    met = True
    print(f"{'figure':58} {'ours':>12} {'baseline':>12} {'ratio':>8}  bound")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for row in FIGURES[name](Path(folder)):
                print(row.text(), flush=True)
                met = met and row.met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
