"""S5: which settings are in two groups at once, and the group that each named."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, Least

from collaborations.models import Collaboration
from core.dates import Span
from memberships.models.members import Membership
from providers.models import Provider
from supplement.models.claims import ChosenGroup, Claim
from supplement.models.parts import SchemePeriod
from supplement.models.runs import RunLine
from supplement.rules.choosing import Choosing, Home, groups_at_once
from supplement.rules.runs import FIXED
from supplement.rules.scheme_states import SchemeState
from supplement.rules.schemes import Twice
from supplement.selectors.schemes import period_value


def choosable_periods(on: Any) -> QuerySet[SchemePeriod]:
    """Periods for which a setting of two can name its group on a day, the earliest last day first. ``on``: a
    day, or the expression of one.
    """
    rows = SchemePeriod.objects.filter(
        scheme__state=SchemeState.APPROVED,
        scheme__twice=Twice.CHOSEN,
        starts_on__lte=on,
        claims_until_on__gte=on,
    )
    return rows.select_related("scheme").order_by("claims_until_on", "pk")


def in_two_groups(starts_on: Any, ends_on: Any) -> Exists:
    """Whether a setting (``pk`` outside) is in two groups on the same day of a time. The days are dates, or
    references from two levels below.
    """
    reaching = Membership.objects.filter(
        Q(left_on=None) | Q(left_on__gt=starts_on), joined_on__lt=ends_on
    ).exclude(collaboration__state=Collaboration.State.CLOSED)
    one = reaching.filter(provider=OuterRef("pk")).annotate(
        since=Greatest("joined_on", starts_on, output_field=DateField()),
        until=Least("left_on", ends_on, output_field=DateField()),  # PostgreSQL leaves nulls out
    )
    other = Membership.objects.filter(
        Q(left_on=None) | Q(left_on__gt=OuterRef("since")),
        provider=OuterRef("provider"),
        joined_on__lt=OuterRef("until"),
    )
    other = other.exclude(collaboration=OuterRef("collaboration")).exclude(
        collaboration__state=Collaboration.State.CLOSED
    )
    return Exists(one.filter(Exists(other)))


def settings_in_two(period: SchemePeriod) -> QuerySet[Provider]:
    """Each with the names of its groups in the period as ``groups``, and the one that it named as ``chosen``,
    empty where it named none.
    """
    chosen = ChosenGroup.objects.filter(period=period, provider=OuterRef("pk"))
    homes = Membership.objects.filter(
        Q(left_on=None) | Q(left_on__gt=period.starts_on),
        joined_on__lt=period.ends_on,
        provider=OuterRef("pk"),
    ).exclude(collaboration__state=Collaboration.State.CLOSED)
    names = homes.order_by("joined_on", "pk").values("collaboration__name")
    rows = Provider.objects.filter(in_two_groups(period.starts_on, period.ends_on))
    return rows.annotate(
        groups=ArraySubquery(names),
        chosen=Coalesce(Subquery(chosen.values("collaboration__name")[:1]), Value("")),
        chosen_at=Subquery(chosen.values("at")[:1]),
        chosen_by=Coalesce(Subquery(chosen.values("by__full_name")[:1]), Value("")),
    ).order_by("search_text", "pk")


def settings_to_choose(period: SchemePeriod) -> QuerySet[Provider]:
    """Those of ``settings_in_two`` that have named none."""
    rows: QuerySet[Any] = settings_in_two(period)
    return rows.filter(chosen="")


def no_settings() -> QuerySet[Provider]:
    """What is listed while no scheme lets settings choose."""
    nothing = {"groups": Value(""), "chosen": Value(""), "chosen_at": Value(None, DateTimeField())}
    return Provider.objects.none().annotate(**nothing, chosen_by=Value(""))


def period_to_choose(period_id: int) -> SchemePeriod | None:
    """A period of an approved scheme."""
    rows = SchemePeriod.objects.filter(scheme__state=SchemeState.APPROVED)
    return rows.select_related("scheme").prefetch_related("instalments").filter(pk=period_id).first()


def choice_of(period_id: int, provider_id: int) -> ChosenGroup | None:
    rows = ChosenGroup.objects.filter(period=period_id, provider=provider_id)
    return rows.select_related("collaboration", "period", "provider", "by").first()


def choosing_of(period: SchemePeriod, provider_id: int) -> Choosing:
    """What a choice of a setting is judged by."""
    rows = Membership.objects.filter(provider=provider_id).exclude(
        collaboration__state=Collaboration.State.CLOSED
    )
    homes = [
        Home(group, name, Span(joined_on, left_on))
        for group, name, joined_on, left_on in rows.order_by("joined_on", "pk").values_list(
            "collaboration_id", "collaboration__name", "joined_on", "left_on"
        )
    ]
    value = period_value(period)
    paid = RunLine.objects.filter(provider=provider_id, run__period=period, run__state__in=sorted(FIXED))
    return Choosing(Twice(period.scheme.twice), value, groups_at_once(homes, value), paid.exists())


def chosen_in_claim(claim: Claim, settings: Collection[int] | None) -> list[tuple[Provider, str]]:
    """Members of a claim's group that are in two, by name, and the group that each named; ``settings``: of
    these alone. Nothing where the scheme asks for no choice.
    """
    if claim.period.scheme.twice != Twice.CHOSEN:
        return []
    here = Membership.objects.filter(collaboration=claim.collaboration_id).order_by().values("provider")
    rows = settings_in_two(claim.period).filter(pk__in=here)
    if settings is not None:
        rows = rows.filter(pk__in=settings)
    return [(row, row.chosen) for row in rows]  # type: ignore[attr-defined]


def owing_a_choice(settings: Any) -> QuerySet[Provider]:
    """Of some settings those that are in two groups in a period (outside) and have named none."""
    named = ChosenGroup.objects.filter(period=OuterRef(OuterRef("pk")), provider=OuterRef("pk"))
    starts, ends = OuterRef(OuterRef("starts_on")), OuterRef(OuterRef("ends_on"))
    return Provider.objects.filter(in_two_groups(starts, ends), ~Exists(named), pk__in=settings)
