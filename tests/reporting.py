"""What the suite costs: its slowest tests, the share of each kind, and a limit for one test.

    pytest --cost                 prints the twenty slowest tests and the share of each kind pytest
    --max-seconds 10       fails an ordinary test whose set-up and call take longer (`.ci/run` passes both)
    --pace 1               takes the machine for as quick as the limits suppose; without it that is measured

What a fixture of the session takes is nobody's: it stands on a line of its own and counts against no limit. A
module's fixture is paid for by the module's first test. The stage of two authorities, which every module of the
matrix builds on every worker, has a limit of its own, so that whichever test comes first is not the one that
fails. The limits are seconds of the machine of the budget: one that is found too long is judged at the pace of the
machine it ran on, measured every few seconds (tests/pace.py). Under xdist the reports come together in the process
that started the workers, and the limit is kept where the test runs.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests import pace

SLOWEST = 20
BROWSER, MATRIX = "tests/browser/", "tests/architecture/"
REAL_PROCESSES = ("tests/workers/", "tests/machine/")
KINDS = ("pure", "database", "matrix", "browser", "real processes", "set-up of sessions")
#: The stage of two authorities (tests/architecture/conftest.py), and how many seconds of the worker's processor it
#: may take: what runs beside it, three tests on two processors, says nothing of its cost.
STAGE, MAX_STAGE_SECONDS = "two_authorities", 20
#: They wait for a browser, for a worker that was killed, or for a server's start.
UNLIMITED = frozenset({"browser", "real processes"})


def kind_of(nodeid: str, *, pure: bool) -> str:
    """The kind of a test: what it runs on, and so what it may cost."""
    if nodeid.startswith(BROWSER):
        return "browser"
    if nodeid.startswith(REAL_PROCESSES):
        return "real processes"
    if nodeid.startswith(MATRIX):
        return "matrix"
    return "pure" if pure else "database"


@dataclass
class Cost:
    """Seconds by test and by kind, added up from the reports of set-up, call and tear-down."""

    tests: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    kinds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    numbers: Counter[str] = field(default_factory=Counter)

    def add(self, report: Any) -> None:
        """A pytest report, of which ``nodeid``, ``when``, ``duration``,
        ``keywords`` and our ``session_seconds`` are read.
        """
        kind = kind_of(report.nodeid, pure="pure" in report.keywords)
        of_session = getattr(report, "session_seconds", 0.0)
        self.tests[report.nodeid] += report.duration - of_session
        self.kinds[kind] += report.duration - of_session
        self.kinds["set-up of sessions"] += of_session
        self.numbers[kind] += report.when == "setup"

    def slowest(self) -> list[tuple[str, float]]:
        return Counter(self.tests).most_common(SLOWEST)

    def shares(self) -> list[tuple[str, int, float, float]]:
        """Kind, number of tests, worker-seconds, and their part of all worker-seconds in per cent."""
        total = sum(self.kinds.values()) or 1.0
        return [
            (kind, self.numbers[kind], self.kinds[kind], 100 * self.kinds[kind] / total)
            for kind in KINDS
            if self.kinds[kind]
        ]


class CostReporter:
    """Registered where all reports arrive: in a session without workers, or in the one that started them."""

    def __init__(self) -> None:
        self.cost = Cost()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.cost.add(report)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Before pytest's closing lines, which are still the last."""
        terminalreporter.section(f"the {SLOWEST} slowest tests")
        for name, seconds in self.cost.slowest():
            terminalreporter.write_line(f"{seconds:8.1f} s  {name}")
        terminalreporter.section("share of each kind")
        for kind, number, seconds, share in self.cost.shares():
            terminalreporter.write_line(
                f"{kind:<20}{number:>6} tests{seconds:>9.1f} worker-seconds{share:>6.1f} %"
            )


class Limit:
    """Registered where tests run: notes what session fixtures take,
    and fails a test that takes longer than it may.
    """

    def __init__(self, max_seconds: float | None, given_pace: float | None = None) -> None:
        self.max_seconds = max_seconds
        self.given_pace = given_pace
        self.paces = pace.Paces()
        self.depth = 0
        self.session_seconds = self.stage_seconds = self.stage_work = self.set_up_seconds = 0.0

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        is_shared = fixturedef.scope == "session" or fixturedef.argname == STAGE
        if not is_shared or self.depth:  # one that asks for another one counts it already
            return (yield)
        self.depth += 1
        begun, worked = time.perf_counter(), time.process_time()
        try:
            return (yield)
        finally:
            self.depth -= 1
            seconds = time.perf_counter() - begun
            if fixturedef.scope == "session":
                self.session_seconds += seconds
            else:
                self.stage_seconds += seconds
                self.stage_work += time.process_time() - worked

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        report: Any = yield
        report.session_seconds, self.session_seconds = self.session_seconds, 0.0
        seconds = report.duration - report.session_seconds
        if call.when == "setup":
            self.set_up_seconds = seconds - self.stage_seconds
            if self.max_seconds is not None:
                self.hold(report, self.stage_work, MAX_STAGE_SECONDS)
            self.stage_seconds = self.stage_work = 0.0
        elif call.when == "call":
            if self.max_seconds is not None and self.given_pace is None:
                self.paces.note()
            self.hold(report, self.set_up_seconds + seconds, self.limit_of(item))
        return report

    def limit_of(self, item: pytest.Item) -> float | None:
        """How many seconds a test may take; ``None`` for any number."""
        if self.max_seconds is None or kind_of(item.nodeid, pure=False) in UNLIMITED:
            return None
        marker = item.get_closest_marker("may_take")
        return float(marker.args[0]) if marker else self.max_seconds

    def hold(self, report: Any, seconds: float, limit: float | None) -> None:
        """Fail a test that passed and took too long, at the slowest pace that the machine had lately."""
        if limit is None or not report.passed or seconds <= limit:
            return
        times = self.given_pace or self.paces.slowest()
        if seconds > limit * times:
            report.outcome = "failed"
            report.longrepr = (
                f"{report.nodeid} took {seconds:.1f} s (set-up and call); at most {limit:g} s are allowed,"
                f" times {times:.1f} for the pace of this machine"
            )


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cost", action="store_true", help="print the slowest tests and the share of each kind")
    parser.addoption(
        "--max-seconds", type=float, help="fail an ordinary test whose set-up and call take longer"
    )
    parser.addoption(
        "--pace", type=float, help="how many times slower this machine is than the limits suppose"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "may_take(seconds): for a test with a reason to take longer than --max-seconds"
    )
    config.pluginmanager.register(Limit(config.getoption("max_seconds"), config.getoption("pace")), "limit")
    if config.getoption("cost") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(CostReporter(), "cost")
