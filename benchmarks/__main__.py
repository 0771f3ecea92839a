"""`python -m benchmarks` (`make bench`):

ROUNDS=3 for fewer rounds, ONLY=imports,checks,pages,prints,attendance,meeting_jobs,runs,money,sheets
for some
jobs.
"""

from __future__ import annotations

import os
import platform
from datetime import date

from benchmarks.report import Job
from benchmarks.servers import servers

JOBS = ("imports", "checks", "pages", "prints", "attendance", "meeting_jobs", "runs", "money", "sheets")
ROUNDS = 5


def main() -> None:
    rounds = int(os.environ.get("ROUNDS") or ROUNDS)
    wanted = [name.strip() for name in (os.environ.get("ONLY") or ",".join(JOBS)).split(",")]
    found: list[Job] = []
    with servers() as superuser:
        if "imports" in wanted:
            from benchmarks import imports

            found += imports.measure(superuser, rounds)
        if "prints" in wanted:
            from benchmarks import prints

            found += prints.measure(superuser, rounds)
        if "attendance" in wanted:
            from benchmarks import attendance

            found += attendance.measure(superuser, rounds)
        if "runs" in wanted:
            from benchmarks import runs

            found += runs.measure(superuser, rounds)
        if "money" in wanted:
            from benchmarks import money

            found += money.measure(superuser, rounds)
        if "sheets" in wanted:
            from benchmarks import sheets

            found += sheets.measure(superuser, rounds)
        if "meeting_jobs" in wanted:
            from benchmarks import meeting_jobs

            found += meeting_jobs.measure(superuser, rounds)
        if {"checks", "pages"} & set(wanted):
            from benchmarks import checks, pages, register

            register.make(superuser)
            found += checks.measure(superuser, rounds) if "checks" in wanted else []
            found += pages.measure(superuser, rounds) if "pages" in wanted else []
    print(
        f"\n## {date.today():%d %B %Y}, {os.cpu_count()} processors, {platform.system()}"
        f" {platform.machine()}, {rounds} rounds\n"
    )
    print("\n\n".join(map(str, found)))


if __name__ == "__main__":
    main()
