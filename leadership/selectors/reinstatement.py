"""Whose closed case may be talked about again: the setting has a new judgement with which it may lead (L3)."""

from __future__ import annotations

from datetime import date

from django.db.models import DateField, Exists, F, OuterRef
from django.db.models.functions import Cast, Coalesce

from leadership.models.cases import LeadershipCase
from leadership.rules.cases import Outcome
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from ofsted.models import COUNTS, Inspection
from ofsted.rules.policy import Verdict, decide
from ofsted.selectors.standing import relevant_judgements, table_in_force


def cases_to_raise(*, on: date) -> list[int]:
    """Closed cases of leaders who stepped down or stopped, that were never raised, where another inspection
    counts by now and the policy lets the setting lead.

    The database leaves a handful; the rule gives each verdict. Of several cases of one leader in one group
    the newest counts.
    """
    place = "appointment__membership__provider"
    newer = Inspection.objects.filter(
        COUNTS, provider=OuterRef(place), inspected_on__gt=OuterRef("judged_on")
    )
    leads = LeaderAppointment.objects.filter(
        leads_on(on),
        user=OuterRef("appointment__user"),
        membership__collaboration=OuterRef("appointment__membership__collaboration"),
    )
    closed = LeadershipCase.objects.annotate(
        judged_on=Coalesce(F("inspection__inspected_on"), Cast("opened_at", DateField()))
    )
    later = LeadershipCase.objects.filter(
        appointment__user=OuterRef("appointment__user"),
        appointment__membership__collaboration=OuterRef("appointment__membership__collaboration"),
        opened_at__gt=OuterRef("opened_at"),
    )
    rows = closed.filter(
        Exists(newer),
        ~Exists(leads),
        ~Exists(later),
        closed_at__isnull=False,
        outcome__in=(Outcome.SUCCEEDED, Outcome.STOPPED),
        reinstatements=None,
    ).order_by("pk")
    found = list(rows.values_list("pk", f"{place}_id", "inspection_id"))
    if not found:
        return []
    table = table_in_force(on)
    settings = relevant_judgements({provider for _case, provider, _inspection in found}, on=on)
    return [
        case
        for case, provider, inspection in found
        if settings[provider].inspection_id not in {None, inspection}
        and decide(table, settings[provider].relevant).verdict is Verdict.MAY_LEAD
    ]
