"""``python -m tests.simulation --seeds 200``: run seeds, say what is broken; ``--seed 17``: one of them, in full."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from rich.console import Console
from rich.progress import Progress

from tests.simulation.figures import table
from tests.simulation.process import Nursery
from tests.simulation.seed import Report, run_one, simulate


def main() -> int:
    """Run what was asked for; 1 when anything is broken."""
    asked = _asked()
    console = Console()
    if asked.seed is not None:
        nursery = Nursery()
        reports = [simulate(asked.seed, nursery)]
        nursery.close()
    else:
        reports = _all(range(asked.start, asked.start + asked.seeds), asked.jobs, console)
    for report in reports:
        _tell(report, console, in_full=asked.seed is not None)
    console.print(table(reports))
    return int(any(report.broken for report in reports))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many")
    parser.add_argument("--from", dest="start", type=int, default=1, help="the first one")
    parser.add_argument("--seed", type=int, help="only this one, told in full")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    return parser.parse_args()


def _all(seeds: range, jobs: int, console: Console) -> list[Report]:
    reports = []
    with Progress(console=console) as progress, ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        bar = progress.add_task("seeds", total=len(seeds))
        for done in as_completed([pool.submit(run_one, seed) for seed in seeds]):
            reports.append(done.result())
            progress.advance(bar)
    return sorted(reports, key=lambda report: report.seed)


def _tell(report: Report, console: Console, *, in_full: bool) -> None:
    if report.broken or in_full:
        told = [f"seed {report.seed}, {report.seconds:.1f} s", *report.notes, *report.broken]
        console.print("\n  ".join(told), markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
