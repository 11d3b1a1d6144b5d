"""``python -m tests.simulation.year --seed 7``: a year of Tuesdays; exit code 1 when anything in it is wrong."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import structlog
from rich.console import Console

from bot import logs
from tests.simulation.year.report import tell
from tests.simulation.year.year import simulate


def main() -> int:
    """Live through the year that was asked for."""
    asked = _asked()
    logs.configure("ERROR")
    structlog.configure(cache_logger_on_first_use=False)
    console, begin = Console(), time.monotonic()
    with tempfile.TemporaryDirectory() as elsewhere:
        found = simulate(asked.seed, asked.pilots, asked.days, Path(asked.keep or elsewhere))
    tell(found, console)
    console.print(f"seed {asked.seed}: {len(found.findings)} wrong, {time.monotonic() - begin:.0f} s")
    return int(bool(found.findings))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.year", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which year")
    parser.add_argument("--pilots", type=int, default=50, help="how many pilots")
    parser.add_argument("--days", type=int, default=365, help="how long")
    parser.add_argument("--keep", help="a directory for its database, to be looked at afterwards")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
