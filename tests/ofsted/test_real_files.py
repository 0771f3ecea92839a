"""O7 on the real files, where they lie beside the project. Nothing of them is kept here but counts."""

from __future__ import annotations

import os
import resource
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ofsted.imports.rows import RowRead
from ofsted.imports.scanning import scan
from ofsted.rules.kinds import FileKind
from ofsted.rules.policy import LeadingPolicy, Verdict, decide
from ofsted.rules.regimes import Regime
from ofsted.rules.relevance import latest_relevant

DATA = Path(os.environ.get("OFSTED_DATA", Path(__file__).parents[3] / "shared" / "data"))
ENGLAND = DATA / "ofsted_childcare_providers_2021-08-31_england.csv.gz"
KENT = DATA / "ofsted_childcare_providers_2021-08-31_kent.csv"
GIAS = DATA / "gias_sample_2021-05.csv"

pytestmark = pytest.mark.skipif(
    not ENGLAND.exists(), reason="the real files are not beside the project (set OFSTED_DATA)"
)


def test_o7_the_whole_of_england_is_read() -> None:
    answer = scan(ENGLAND, today=date(2021, 9, 1))
    regimes: Counter[Regime] = Counter()
    known = {}
    verdicts: Counter[Verdict] = Counter()
    policy = LeadingPolicy.shipped()
    for found in answer:
        assert isinstance(found, RowRead), found
        assert len(
            {each.inspection_number or (each.regime, each.inspected_on) for each in found.inspections}
        ) == len(found.inspections)
        assert len({(each.regime, each.inspected_on) for each in found.inspections}) == len(found.inspections)
        regimes.update(each.regime for each in found.inspections)
        verdicts[decide(policy, latest_relevant(found.inspections, date(2021, 9, 1))).verdict] += 1
        known[found.row_hash] = found.setting.urn
    assert (answer.layout.name, answer.layout.missing, answer.layout.unused) == ("2021-08", (), ())
    assert (answer.read, answer.rejected, answer.ignored) == (70_980, 0, 0)
    assert sum(regimes.values()) == 103_961
    assert (regimes[Regime.NO_CHILDREN], regimes[Regime.CHILDCARE_REGISTER]) == (3_165, 6_031)
    assert verdicts == {Verdict.MAY_LEAD: 39_685, Verdict.BELOW_LINE: 1_231, Verdict.OFFICER_DECIDES: 30_064}
    again = scan(ENGLAND, None, known)
    assert list(again) == []
    assert again.unchanged == 70_980


def test_o7_one_authority_of_england_is_what_its_own_file_says() -> None:
    if not KENT.exists():
        pytest.skip("no file of one authority")
    national = scan(ENGLAND, ["Kent"])
    mine = {each.setting.urn: each.setting for each in national if isinstance(each, RowRead)}
    own = {each.setting.urn: each.setting for each in scan(KENT) if isinstance(each, RowRead)}
    assert mine == own
    assert len(mine) + sum(national.other_authorities.values()) == 70_980


def test_o7_memory_stays_small() -> None:
    """Other tests of the worker count too, so this is a loose limit; `make bench` measures the real one."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in scan(ENGLAND)) == 70_980
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_o7_the_schools_register_is_recognised() -> None:
    if not GIAS.exists():
        pytest.skip("no schools register")
    with closing(scan(GIAS)) as scanned:
        assert (scanned.layout.kind, scanned.layout.unused) == (FileKind.ESTABLISHMENTS, ())
