"""Reads about what leaving members hand over (C6)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.rules.agreed import AgreedTerms
from memberships.selectors.agreed import agreed_terms
from memberships.selectors.days import is_member_on
from memberships.selectors.members import BY_NAME


def hand_overs_of(membership: Membership) -> QuerySet[HandOver]:
    """Everything that a member hands over, what is still to be done first."""
    rows = HandOver.objects.filter(membership=membership).select_related("taken_by__provider", "done_by")
    return rows.order_by(F("done_on").asc(nulls_first=True), "kind", "pk")


def open_hand_overs(membership: Membership) -> QuerySet[HandOver]:
    """What a member has still to hand over."""
    return hand_overs_of(membership).filter(done_on=None)


def hand_over_in(membership: Membership, hand_over_id: int) -> HandOver | None:
    return hand_overs_of(membership).filter(pk=hand_over_id).first()


def hand_over_for_update(hand_over_id: int) -> HandOver:
    rows = HandOver.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("membership__collaboration", "membership__provider").get(pk=hand_over_id)


def open_hand_overs_for_update(memberships: Collection[int]) -> list[HandOver]:
    """What these memberships have still to hand over or to take over, locked, in a steady order."""
    rows = HandOver.objects.select_for_update(of=("self",), no_key=True).select_related(
        "membership", "taken_by"
    )
    return list(
        rows.filter(Q(membership_id__in=memberships) | Q(taken_by_id__in=memberships), done_on=None).order_by(
            "pk"
        )
    )


def members_who_stay(membership: Membership, *, on: date) -> QuerySet[Membership]:
    """The other members of the group on a day: who could take something over."""
    rows = Membership.objects.filter(is_member_on(on), collaboration=membership.collaboration_id).exclude(
        pk=membership.pk
    )
    return rows.select_related("provider").order_by(*BY_NAME)


def terms_of_leaving(membership: Membership, *, on: date) -> AgreedTerms:
    """What holds for a leaver (C6) on ``day_of_leaving``."""
    return agreed_terms(membership.collaboration_id, on=day_of_leaving(membership, on=on))


def day_of_leaving(membership: Membership, *, on: date) -> date:
    """The day whose terms hold for a leaver (C6): its last day as a member;
    the day asked about, where it has given no notice.
    """
    return on if membership.left_on is None else membership.left_on - timedelta(days=1)
