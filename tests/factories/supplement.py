"""Schemes of the supplement for tests, in the authority in scope, through the services."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import User
from collaborations.models import Collaboration
from memberships.models.members import Membership
from supplement.models.claims import Claim, ClaimStep, FundedHours
from supplement.models.closing import PeriodClosing
from supplement.models.consultation import SchemeAnswer
from supplement.models.parts import SchemePeriod
from supplement.models.schemes import Scheme
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.scheme_states import Subject
from supplement.rules.schemes import Basis, Instalment, Measure
from supplement.services import consultation, parts, schemes
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory

YEAR = date(2027, 4, 1)
ABOUT = {
    "legal_basis": "The School and Early Years Finance (England) Regulations",
    "funding_source": "Dedicated schools grant, early years block",
}
PERIOD = {
    "name": "Summer 2027",
    "starts_on": date(2027, 4, 1),
    "ends_on": date(2027, 9, 1),
    "count_on": date(2027, 5, 20),
    "claims_from_on": date(2027, 5, 21),
    "claims_until_on": date(2027, 6, 18),
    "evidence_until_on": date(2027, 7, 2),
    "pot_pence": None,
    "contingency_pence": 0,
}
INSTALMENTS = (Instalment(date(2027, 7, 15), 100),)
COMPONENT: dict[str, Any] = {
    "name": "Each member of staff",
    "basis": Basis.HEADS,
    "rate": Decimal("12.5"),
    "sum_pence": 0,
    "measure": Measure.HEADS,
    "provider_types": [],
    "min_hours": None,
    "min_level": None,
    "member_cap_pence": None,
    "collaboration_cap_pence": None,
}
CRITERION: dict[str, Any] = {
    "kind": Kind.ACTIVE_MEMBERS,
    "consequence": Consequence.BLOCK,
    "threshold": 3,
    "window_days": None,
    "reduce_percent": 0,
    "grace_days": 0,
    "may_be_waived": False,
}


def begun(by: User, *, at: datetime, starts_on: date = YEAR, **facts: Any) -> Scheme:
    """An empty draft of a year."""
    values = {
        "name": f"Supplement {starts_on.year} to {starts_on.year + 1}",
        "ends_on": starts_on.replace(year=starts_on.year + 1),
        **facts,
    }
    return schemes.start_scheme(starts_on=starts_on, **values, by=by, at=at)


def drafted(by: User, *, at: datetime, starts_on: date = YEAR) -> Scheme:
    """A draft in which nothing is wrong: one period, £12.50 for each member of staff, three active members."""
    scheme = begun(by, at=at, starts_on=starts_on)
    schemes.change_scheme(scheme_id=scheme.pk, subject=Subject.ABOUT, values=ABOUT, by=by)
    years = starts_on.year - YEAR.year
    moved: dict[str, Any] = {
        name: value.replace(year=value.year + years) if isinstance(value, date) else value
        for name, value in PERIOD.items()
    }
    moved["name"] = f"Summer {starts_on.year}"
    pays = [
        Instalment(part.pay_on.replace(year=part.pay_on.year + years), part.percent) for part in INSTALMENTS
    ]
    parts.save_period(scheme_id=scheme.pk, values=moved, instalments=pays, by=by)
    parts.save_component(scheme_id=scheme.pk, values=COMPONENT, by=by)
    parts.save_criterion(scheme_id=scheme.pk, values=CRITERION, by=by)
    scheme.refresh_from_db()
    return scheme


def asked_about(by: User, *, at: datetime, starts_on: date = YEAR, days: int = 14) -> Scheme:
    """A draft that the leaders are asked about."""
    scheme = drafted(by, at=at, starts_on=starts_on)
    until_on = at.date() + timedelta(days=days)
    consultation.ask_leaders(
        scheme_id=scheme.pk, asked="Is £12.50 a head fair?", until_on=until_on, by=by, at=at
    )
    scheme.refresh_from_db()
    return scheme


def standing(scheme: Scheme, by: User, *, at: datetime) -> Scheme:
    """Approved past the services, with nobody asked: for a stage of many years."""
    Scheme.objects.filter(pk=scheme.pk).update(state="approved", approved_by=by, approved_at=at)
    scheme.refresh_from_db()
    return scheme


def approved(by: User, *, at: datetime, starts_on: date = YEAR) -> Scheme:
    """A scheme that was asked about three weeks before and is approved at a moment."""
    scheme = asked_about(by, at=at - timedelta(days=21), starts_on=starts_on)
    consultation.record_changes(scheme_id=scheme.pk, changes="Nobody wanted anything else.", by=by, at=at)
    schemes.approve_scheme(scheme_id=scheme.pk, by=by, at=at)
    scheme.refresh_from_db()
    return scheme


def open_period(by: User, *, on: date, **facts: Any) -> SchemePeriod:
    """A period of an approved scheme in which claims are open on a day: counted 20 days before, claims from 10
    days before to 10 days after, evidence 20 days after, paid 40 days after, by £12.50 for each head.

    ``facts``: ``period``, ``component`` (what differs), ``criteria`` (a list) and ``scheme`` (limits, joining);
    ``is_standing``: approved past the services.
    """
    at = datetime.combine(on, time(10), tzinfo=UTC) - timedelta(days=30)
    starts_on = on - timedelta(days=60)
    scheme = begun(by, at=at, starts_on=starts_on, ends_on=starts_on + timedelta(days=365))
    schemes.change_scheme(scheme_id=scheme.pk, subject=Subject.ABOUT, values=ABOUT, by=by)
    for subject, values in facts.get("scheme", {}).items():
        schemes.change_scheme(scheme_id=scheme.pk, subject=subject, values=values, by=by)
    days = {
        "starts_on": starts_on,
        "ends_on": on + timedelta(days=60),
        "count_on": on - timedelta(days=20),
        "claims_from_on": on - timedelta(days=10),
        "claims_until_on": on + timedelta(days=10),
        "evidence_until_on": on + timedelta(days=20),
    }
    values = {**PERIOD, "name": "Autumn", **days, **facts.get("period", {})}
    pays = facts.get("instalments", (Instalment(on + timedelta(days=40), 100),))
    parts.save_period(scheme_id=scheme.pk, values=values, instalments=pays, by=by)
    parts.save_component(scheme_id=scheme.pk, values={**COMPONENT, **facts.get("component", {})}, by=by)
    for criterion in facts.get("criteria", [{"consequence": Consequence.WARN}]):
        parts.save_criterion(scheme_id=scheme.pk, values={**CRITERION, **criterion}, by=by)
    if facts.get("is_standing"):
        return SchemePeriod.objects.get(scheme=standing(scheme, by, at=at))
    asked = at - timedelta(days=21)
    consultation.ask_leaders(
        scheme_id=scheme.pk, asked="Is it fair?", until_on=asked.date() + timedelta(days=14), by=by, at=asked
    )
    consultation.record_changes(scheme_id=scheme.pk, changes="Nothing changed.", by=by, at=at)
    schemes.approve_scheme(scheme_id=scheme.pk, by=by, at=at)
    return SchemePeriod.objects.get(scheme=scheme)


def approved_again(by: User, period: SchemePeriod, *, at: datetime) -> SchemePeriod:
    """A new version of an approved scheme that says the same, and the same period in it."""
    old = period.scheme
    scheme = schemes.start_scheme(
        name=old.name, starts_on=old.starts_on, ends_on=old.ends_on, begin_from=old.pk, by=by, at=at
    )
    consultation.ask_leaders(
        scheme_id=scheme.pk,
        asked="Once more?",
        until_on=at.date() - timedelta(days=7),
        by=by,
        at=at - timedelta(days=21),
    )
    consultation.record_changes(scheme_id=scheme.pk, changes="Nothing changed.", by=by, at=at)
    schemes.approve_scheme(scheme_id=scheme.pk, by=by, at=at)
    return SchemePeriod.objects.get(scheme=scheme, key=period.key)


def period_that_is_over(manager: User, *, at: datetime) -> SchemePeriod:
    """Of 2013, with a claim that was begun and never sent: finance can close it."""
    period = standing(drafted(manager, at=at, starts_on=date(2013, 4, 1)), manager, at=at).periods.get()
    group = Collaboration.objects.order_by("pk").last()
    Claim.objects.create(period=period, collaboration=group, opened_by=manager, opened_at=at, moved_at=at)
    return period


def claim_rows(manager: User, *, at: datetime) -> dict[str, Any]:
    """Rows of the stage: claims of the first group, being written, with a question, and assessed. Those of earlier
    years past the services. And a setting that is in two groups, which the scheme lets choose.
    """
    group = Collaboration.objects.order_by("pk").first()
    today = at.date()  # the count date of the staff numbers of the stage too
    joining = {Subject.JOINING: {"joiners": "count_date", "leavers": "count_date", "twice": "chosen"}}
    period = open_period(
        manager, on=today, period={"count_on": today, "claims_from_on": today}, scheme=joining
    )
    in_two = MembershipFactory(collaboration=CollaborationFactory(), joined_on=period.starts_on).provider
    MembershipFactory(collaboration=CollaborationFactory(), joined_on=period.starts_on, provider=in_two)
    facts: dict[str, Any] = {"collaboration": group, "opened_by": manager, "opened_at": at, "moved_at": at}
    rows = {}
    for name, state, year in (
        ("claim with question", "returned", 2012),
        ("assessed claim", "assessed", 2011),
    ):
        scheme = drafted(manager, at=at, starts_on=date(year, 4, 1))
        earlier = standing(scheme, manager, at=at).periods.get()
        rows[name] = Claim.objects.create(period=earlier, state=state, words="Words.", **facts)
        ClaimStep.objects.create(
            claim=rows[name],
            start="checking",
            to=state,
            actor="officer",
            by=manager,
            at=at,
            words="Which one?",
        )
    Claim.objects.filter(pk=rows["assessed claim"].pk).update(
        assessment="eligible", assessed_by=manager, assessed_at=at
    )
    scheme = standing(drafted(manager, at=at, starts_on=date(2014, 4, 1)), manager, at=at)
    closed = scheme.periods.get()
    Claim.objects.create(period=closed, state="closed", **facts)
    PeriodClosing.objects.create(
        period=closed, closed_by=manager, closed_at=at, left={"drafts": 1}, words="Words."
    )
    return {
        **rows,
        "closed period": closed,
        "approved scheme": period.scheme,
        "claim period": period,
        "setting in two groups": in_two,
        "claim": Claim.objects.create(period=period, **facts),
    }


def supplement_rows(manager: User, *, at: datetime) -> dict[str, Any]:
    """Rows of the stage: a draft, one that leaders are asked about, an approved one, and claims."""
    draft = drafted(manager, at=at, starts_on=date(2029, 4, 1))
    asked = asked_about(manager, at=at, starts_on=date(2028, 4, 1))
    group = Collaboration.objects.order_by("pk").first()
    SchemeAnswer.objects.create(
        consultation=asked.consultation, collaboration=group, opinion="agrees", by=manager, at=at
    )
    component = {"basis": Basis.HOURS, "rate": Decimal("0.05")}
    by_hours = open_period(manager, on=date(2009, 6, 1), component=component, is_standing=True)
    setting = Membership.objects.filter(collaboration=group).earliest("pk").provider
    FundedHours.objects.create(
        period=by_hours, provider=setting, hours=570, source="Headcount", by=manager, at=at
    )
    return {
        "scheme": draft,
        "asked scheme": asked,
        "consultation": asked.consultation,
        **claim_rows(manager, at=at),
        "period by hours": by_hours,
        "setting with hours": setting,
        "scheme period": draft.periods.get(),
        "scheme component": draft.components.get(),
        "scheme criterion": draft.criteria.get(),
    }
