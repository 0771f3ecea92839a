"""The rules O4 and O5 as SQL, for checking thousands of settings in one statement.

The pure rule (ofsted.rules.policy.decide) stays the one that decides: this finds the few whom it is asked
about. The two are held to the same verdict by tests/ofsted/test_policy_sql.py on random inspections and
policies.

Two graded inspections on one day are told apart by the rule alone; here both come back (``WITH TIES``), so a
setting may appear twice and none is missed. Only columns of the covering index ``ofsted_latest_graded`` are
read, unless the authority's own table gives weight to another area.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from core.scoping import current_authority_id
from ofsted.models import COUNTS_SQL
from ofsted.rules.policy import LeadingPolicy, Verdict, decide
from ofsted.rules.regimes import GROUP_OF, LEGACY_AREAS, REPORT_CARD_AREAS, Group, Regime
from ofsted.selectors.standing import relevant_judgements
from providers.models import Provider

#: Areas that the covering index holds; the other areas of old inspections are read only when they matter.
INDEXED = frozenset({"overall", *REPORT_CARD_AREAS})
MET_REGIMES = tuple(regime for regime, group in GROUP_OF.items() if group is Group.MET)
OFFICER_DECIDES = int(Verdict.OFFICER_DECIDES)

KNOWN = f"{COUNTS_SQL} AND i.inspected_on <= %(on)s AND (i.published_on IS NULL OR i.published_on <= %(on)s)"
OF_SETTING = "i.authority_id = %(authority)s AND i.provider_id ="


def latest_judgement_sql(policies: Sequence[LeadingPolicy], *, setting: str = "p.id") -> str:
    """Two ``LEFT JOIN LATERAL``s that give the latest relevant judgement of a setting (O4).

    ``graded`` is the newest graded inspection. Only where there is none, ``other`` says by which agency
    (``agency_id``, and what Ofsted says of it: ``agency_met``) or else by which visit without grades the
    setting is judged.
    """
    columns = ", ".join(f"i.{area}" for area in _areas_that_matter(policies))
    regimes = ", ".join(f"'{regime}'" for regime in MET_REGIMES)
    return f"""
    LEFT JOIN LATERAL (
        SELECT i.id, i.inspected_on, i.published_on, i.regime, {columns} FROM ofsted_inspection i
         WHERE {OF_SETTING} {setting} AND i.is_graded AND {KNOWN}
         ORDER BY i.inspected_on DESC FETCH FIRST 1 ROW WITH TIES) graded ON true
    LEFT JOIN LATERAL (
        SELECT k.agency_id, agent.met AS agency_met, visit.*
          FROM providers_provider k
          LEFT JOIN LATERAL (
            SELECT i.met FROM ofsted_inspection i
             WHERE {OF_SETTING} k.agency_id AND i.regime = '{Regime.AGENCY}' AND i.met IS NOT NULL AND {KNOWN}
             ORDER BY i.inspected_on DESC, i.id DESC LIMIT 1) agent ON true
          LEFT JOIN LATERAL (
            SELECT i.id, i.inspected_on, i.published_on, i.regime, i.met FROM ofsted_inspection i
             WHERE k.agency_id IS NULL AND {OF_SETTING} k.id AND i.regime IN ({regimes}) AND i.met IS NOT NULL AND {KNOWN}
             ORDER BY i.inspected_on DESC FETCH FIRST 1 ROW WITH TIES) visit ON true
         WHERE graded.id IS NULL AND k.authority_id = %(authority)s AND k.id = {setting} OFFSET 0) other ON true"""


def verdict_sql(policy: LeadingPolicy) -> str:
    """The verdict of the policy on what ``latest_judgement_sql`` found: 0 may lead, 1 an officer decides, 2
    below the line (O5).
    """
    places = policy.arrays()
    legacy = ", ".join(
        _place(places[area], f"graded.{area}") for area in LEGACY_AREAS if _matters(area, [policy])
    )
    card = ", ".join(_place(places[area], f"graded.{area}") for area in REPORT_CARD_AREAS)
    met = " ".join(f"WHEN '{regime}' THEN {_place(places[regime], 'other.met')}" for regime in MET_REGIMES)
    return f"""COALESCE(CASE
        WHEN graded.id IS NOT NULL THEN CASE graded.regime WHEN '{Regime.REPORT_CARD}' THEN GREATEST({card}) ELSE GREATEST({legacy}) END
        WHEN other.agency_id IS NOT NULL THEN {_place(places["agency"], "COALESCE(other.agency_met, 0)")}
        WHEN other.id IS NOT NULL THEN CASE other.regime {met} END
        ELSE {places["not_inspected"][0]} END, {OFFICER_DECIDES})"""


def verdicts_of(
    policies: Sequence[LeadingPolicy], provider_ids: Collection[int], *, on: date
) -> list[tuple[int, ...]]:
    """(setting, verdict by each policy) of each setting in one
    statement; twice for two graded inspections on one day.
    """
    verdicts = ", ".join(verdict_sql(policy) for policy in policies)
    return _ask(f"SELECT p.id, {verdicts} {_from(policies)} ORDER BY p.id", provider_ids, on)


def settings_judged_otherwise(
    one: LeadingPolicy, other: LeadingPolicy, provider_ids: Collection[int], *, on: date
) -> list[int]:
    """The settings on which two versions may not agree: the rule is asked about these alone."""
    differ = (
        f"WHERE p.authority_id = %(authority)s AND p.id = ANY(%(ids)s) AND {verdict_sql(one)} <>"
        f" {verdict_sql(other)}"
    )
    rows = _ask(f"SELECT DISTINCT p.id {_from((one, other), differ)}", provider_ids, on)
    return [provider_id for (provider_id,) in rows]


def _from(
    policies: Sequence[LeadingPolicy],
    where: str = "WHERE p.authority_id = %(authority)s AND p.id = ANY(%(ids)s)",
) -> str:
    return f"FROM providers_provider p {latest_judgement_sql(policies)} {where}"


def _ask(statement: str, provider_ids: Collection[int], on: date) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"authority": current_authority_id(), "ids": list(provider_ids), "on": on})
        return list(cursor.fetchall())


def _areas_that_matter(policies: Sequence[LeadingPolicy]) -> list[str]:
    return [area for area in (*LEGACY_AREAS, *REPORT_CARD_AREAS) if _matters(area, policies)]


def _matters(area: str, policies: Sequence[LeadingPolicy]) -> bool:
    return area in INDEXED or any(any(policy.arrays()[area]) for policy in policies)


def _place(severities: Sequence[int], grade: str) -> str:
    """The severity at a stored grade: an array read by the grade, whose places count from one.

    No grade adds nothing (NULL).
    """
    return f"(ARRAY[{', '.join(str(int(severity)) for severity in severities)}])[{grade} + 1]"


def with_verdict(
    rows: QuerySet[Provider], verdict: Verdict, policy: LeadingPolicy, *, on: date
) -> QuerySet[Provider]:
    """Settings of which a policy says this on a day.

    Where two graded inspections of one day disagree, the rule says which of them counts.
    """
    parameters = {"authority": current_authority_id(), "on": on}
    found = f"""SELECT p.id FROM providers_provider p {latest_judgement_sql([policy])}
        WHERE p.authority_id = %(authority)s GROUP BY p.id"""
    words = verdict_sql(policy)
    agreed = _rows(
        f"{found} HAVING min({words}) = %(verdict)s AND max({words}) = %(verdict)s",
        {**parameters, "verdict": int(verdict)},
    )
    unsure = _rows(f"{found} HAVING min({words}) <> max({words})", parameters)
    judged = relevant_judgements(unsure, on=on) if unsure else {}
    decided = [pk for pk, each in judged.items() if decide(policy, each.relevant).verdict is verdict]
    return rows.filter(pk__in=[*agreed, *decided])


def _rows(statement: str, parameters: dict[str, Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [pk for (pk,) in cursor.fetchall()]
