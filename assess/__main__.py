"""`python -m assess`, for places where the console script is not on the path."""

import sys

from assess.cli import main

if __name__ == "__main__":
    sys.exit(main())
