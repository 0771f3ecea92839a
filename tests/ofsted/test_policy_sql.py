"""L2 stands on O4 and O5: the set-based SQL and the pure rule give
the same verdict on random inspections and policies.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accounts.models import Authority
from ofsted.models import Inspection
from ofsted.rules.inspections import is_graded
from ofsted.rules.policy import ALL_CELLS, LeadingPolicy, Verdict, decide
from ofsted.rules.regimes import AREAS, JUDGEMENT_COLUMNS, Regime, areas_of
from ofsted.selectors.standing import relevant_judgements
from ofsted.selectors.verdicts import (
    latest_judgement_sql,
    settings_judged_otherwise,
    verdict_sql,
    verdicts_of,
)
from providers.models import Provider
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

TODAY = date(2026, 7, 1)
JUDGED = tuple(regime for regime in Regime if regime is not Regime.AGENCY)
policies = st.fixed_dictionaries({cell: st.sampled_from(Verdict) for cell in ALL_CELLS}).map(
    lambda cells: LeadingPolicy(1, cells)
)
days = st.integers(-6, 3).map(lambda weeks: TODAY + timedelta(weeks=weeks))


@st.composite
def inspections(draw: st.DrawFn) -> dict[str, Any]:
    """An inspection as an import may leave it: some areas judged,
    published, not yet known, or without a day of publication.
    """
    regime = draw(st.sampled_from(JUDGED))
    row: dict[str, Any] = {
        "regime": regime,
        "inspected_on": draw(days),
        "inspection_number": draw(st.sampled_from(["", "7", "12", "EX1"])),
    }
    row["published_on"] = draw(st.none() | days)
    for area in areas_of(regime):
        column = AREAS[area].column
        assert column is not None
        row[column] = draw(st.none() | st.sampled_from(sorted(AREAS[area].grades.words)))
    row["is_graded"] = is_graded(regime, row)
    return row


def keep(provider: Provider, rows: list[dict[str, Any]]) -> None:
    unique = {(row["regime"], row["inspected_on"]): row for row in rows}
    Inspection.objects.bulk_create(Inspection(provider=provider, **row) for row in unique.values())


@staged
def settings_here(in_larkshire: Authority) -> list[Provider]:
    agency = ProviderFactory(provider_type=Provider.Type.AGENCY)
    return [ProviderFactory(), ProviderFactory(agency=agency), agency]


BARE = {"inspection_number": "", "published_on": None}
#: A graded inspection that lies ahead counts for neither, two of today do.
AHEAD = TODAY + timedelta(weeks=1)


def verdicts(policy: LeadingPolicy, ids: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {pk: set() for pk in ids}
    for provider_id, verdict in verdicts_of([policy], ids, on=TODAY):
        found[provider_id].add(verdict)
    return found


@given(
    policy=policies, rows=st.lists(inspections(), max_size=6), agency_met=st.none() | st.sampled_from([1, 2])
)
@example(
    policy=LeadingPolicy(1, {cell: Verdict(1 + number % 2) for number, cell in enumerate(ALL_CELLS)}),
    rows=[
        {**BARE, "regime": Regime.NO_CHILDREN, "inspected_on": TODAY, "met": 1, "is_graded": False},
        {**BARE, "regime": Regime.CHILDCARE_REGISTER, "inspected_on": TODAY, "met": 3, "is_graded": False},
        {**BARE, "regime": Regime.PRE_2015, "inspected_on": AHEAD, "overall": 1, "is_graded": True},
    ],
    agency_met=None,
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_o5_the_sql_and_the_rule_agree(
    settings_here: list[Provider], policy: LeadingPolicy, rows: list[dict[str, Any]], agency_met: int | None
) -> None:
    Inspection.objects.all().delete()
    own, of_agency, agency = settings_here
    keep(own, rows)
    keep(of_agency, rows)
    if agency_met:
        InspectionFactory(
            provider=agency, regime=Regime.AGENCY, is_graded=False, overall=None, met=agency_met
        )
    judged = relevant_judgements([own.pk, of_agency.pk], on=TODAY)
    by_sql = verdicts(policy, [own.pk, of_agency.pk])
    known = [
        row for row in rows if max(row["inspected_on"], row["published_on"] or row["inspected_on"]) <= TODAY
    ]
    for provider_id, setting in judged.items():
        verdict = decide(policy, setting.relevant).verdict
        graded_days = [row["inspected_on"] for row in known if row["is_graded"]] or [
            row["inspected_on"] for row in known
        ]
        if len(by_sql[provider_id]) == 1:
            assert by_sql[provider_id] == {verdict}
        else:  # two on one day: the rule alone knows which counts, and it is among those found
            assert verdict in by_sql[provider_id]
            assert len(set(graded_days)) < len(graded_days)


@given(one=policies, other=policies, rows=st.lists(inspections(), max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_o5_no_setting_that_a_version_judges_otherwise_is_missed(
    settings_here: list[Provider], one: LeadingPolicy, other: LeadingPolicy, rows: list[dict[str, Any]]
) -> None:
    Inspection.objects.all().delete()
    own = settings_here[0]
    keep(own, rows)
    relevant = relevant_judgements([own.pk], on=TODAY)[own.pk].relevant
    differs = decide(one, relevant).verdict is not decide(other, relevant).verdict
    found = settings_judged_otherwise(one, other, [own.pk], on=TODAY)
    if differs:
        assert found == [own.pk]


def test_o5_the_shipped_table_needs_the_covering_index_alone(settings_here: list[Provider]) -> None:
    """No column outside ``ofsted_latest_graded`` is read for graded
    inspections, so PostgreSQL need not touch the table.
    """
    index = next(index for index in Inspection._meta.indexes if index.name == "ofsted_latest_graded")
    held = {name.lstrip("-") for name in (*index.fields, *index.include)}
    columns = set(JUDGEMENT_COLUMNS) - {"met"}
    graded = latest_judgement_sql([LeadingPolicy.shipped()]).split("graded ON true")[0]
    assert {column for column in columns if f"i.{column}" in graded} <= held


def test_o4_the_newest_graded_inspection_comes_from_the_covering_index_alone(
    in_larkshire: Authority, as_owner: Any
) -> None:
    """Without the other indexes, which are cheaper on a table as small as this one, PostgreSQL reads the
    covering index and no row.
    """
    own = ProviderFactory.create_batch(40)
    for provider, year in product(own, range(2014, 2024)):
        InspectionFactory(provider=provider, inspected_on=date(year, 3, 1))
    policy = LeadingPolicy.shipped()
    statement = (
        f"EXPLAIN SELECT p.id, {verdict_sql(policy)} FROM providers_provider p"
        f" {latest_judgement_sql([policy])} WHERE p.id = ANY(%(ids)s)"
    )
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = 'ofsted_inspection' AND indexdef NOT LIKE"
            " 'CREATE UNIQUE%%'"
        )
        for (name,) in cursor.fetchall():
            if name != "ofsted_latest_graded":
                cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute("ANALYZE ofsted_inspection")
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute(
            statement, {"authority": in_larkshire.pk, "on": TODAY, "ids": [each.pk for each in own]}
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Only Scan using ofsted_latest_graded" in plan, plan
