"""Reads about members: one collaboration, one setting, all of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from accounts.models import holds_on
from collaborations.models import Collaboration
from core.searching import Matches
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import is_member_on, not_left_by
from providers.models import Provider
from providers.selectors import find_settings, register

BY_NAME = ("provider__search_text", "pk")
MAX_RESULTS = 20


def members_of(collaboration: Collaboration, *, on: date) -> QuerySet[Membership]:
    """The members on a day and those still to come, by name, each with
    its people on that day as ``provider.people_today``.
    """
    return (
        Membership.objects.filter(not_left_by(on), collaboration=collaboration)
        .select_related("provider", "provider__district")
        .prefetch_related(Prefetch("provider__people", queryset=working_on(on), to_attr="people_today"))
        .order_by(*BY_NAME)
    )


def working_on(on: date) -> QuerySet[SettingRole]:
    """Everybody who works at a setting on a day, in the order in which a setting names them."""
    rows = SettingRole.objects.filter(holds_on(on)).select_related("user")
    return rows.order_by("role", "user__full_name__in_order", "pk")


def past_members_of(collaboration: Collaboration, *, on: date) -> QuerySet[Membership]:
    """Memberships that have ended by a day, the last one first."""
    return (
        Membership.objects.filter(collaboration=collaboration, left_on__lte=on)
        .select_related("provider")
        .order_by("-left_on", "pk")
    )


def membership_in(collaboration: Collaboration, membership_id: int) -> Membership | None:
    return (
        Membership.objects.select_related("provider", "collaboration")
        .filter(collaboration=collaboration, pk=membership_id)
        .first()
    )


def membership_of_provider(collaboration: Collaboration, provider_id: int, *, on: date) -> Membership | None:
    """The membership of a setting in a collaboration that holds on a day."""
    return Membership.objects.filter(
        is_member_on(on), collaboration=collaboration, provider_id=provider_id
    ).first()


def settings_that_could_join(
    collaboration: Collaboration, text: str, *, on: date, with_homes: bool
) -> Matches:
    """Settings found by name, number or place that are not members on a day; at most twenty."""
    if not text.strip():
        return Matches(register().none())
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    others = register().exclude(pk__in=members.values("provider_id"))
    matches = find_settings(text, within=others, with_homes=with_homes)
    return Matches(matches.rows[:MAX_RESULTS], matches.correction)


def memberships() -> QuerySet[Membership]:
    """Every membership, past ones too, by collaboration and setting."""
    rows = Membership.objects.select_related("collaboration", "provider", "provider__district")
    return rows.order_by("collaboration__name__in_order", "collaboration_id", *BY_NAME)


def memberships_of(provider: Provider) -> QuerySet[Membership]:
    """Every membership of a setting, the latest first."""
    return (
        Membership.objects.filter(provider=provider)
        .select_related("collaboration")
        .order_by("-joined_on", "pk")
    )


def collaborations_by_setting(provider_ids: Collection[int], *, on: date) -> dict[int, list[str]]:
    """The names of the collaborations of each setting on a day."""
    found: dict[int, list[str]] = {}
    rows = Membership.objects.filter(is_member_on(on), provider_id__in=provider_ids).order_by(
        "collaboration__name__in_order", "pk"
    )
    for provider_id, name in rows.values_list("provider_id", "collaboration__name"):
        found.setdefault(provider_id, []).append(name)
    return found


def in_a_collaboration(rows: QuerySet[Provider], *, on: date, wanted: bool) -> QuerySet[Provider]:
    """Settings that are members of some collaboration on a day, or of none."""
    is_member = Exists(Membership.objects.filter(is_member_on(on), provider=OuterRef("pk")))
    return rows.filter(is_member if wanted else ~is_member)


def membership_for_update(membership_id: int) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",), no_key=True).select_related(
        "collaboration", "provider"
    )
    return rows.get(pk=membership_id)
