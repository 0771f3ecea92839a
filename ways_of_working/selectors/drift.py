"""Where practice has moved away from the agreement (W1), for one
collaboration or for all of them in a fixed number of queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from collaborations.models import Collaboration
from collaborations.rules import LED
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on
from ways_of_working.models import Review
from ways_of_working.rules.drift import Drift, Practice, drift_of
from ways_of_working.rules.reviews import first_not_overdue
from ways_of_working.selectors.effective import effective_terms_of_ids


def drifts_of_groups(ids: Collection[int] | None = None, *, on: date) -> dict[int, list[Drift]]:
    """The differences of these collaborations, or of every one that is not closed, by their ids.

    At most six queries.
    """
    rows = (
        Collaboration.objects.filter(closed_on=None)
        if ids is None
        else Collaboration.objects.filter(pk__in=ids)
    )
    states = dict(rows.order_by("pk").values_list("pk", "state"))
    practices, terms = _practices(list(states), states, on=on), effective_terms_of_ids(states, on=on)
    return {pk: drift_of(terms[pk], practices[pk]) for pk in states}


def _practices(ids: list[int], states: Mapping[int, str], *, on: date) -> dict[int, Practice]:
    members: dict[int, set[int]] = defaultdict(set)
    held: dict[int, int] = defaultdict(int)
    attended: dict[int, int] = defaultdict(int)
    memberships = Membership.objects.filter(is_member_on(on), collaboration_id__in=ids).order_by("pk")
    for one, provider, counted, was_at in memberships.values_list(
        "collaboration_id", "provider_id", "meetings_held", "meetings_attended"
    ):
        members[one].add(provider)
        held[one] += counted
        attended[one] += was_at
    leaders, overdue = _leaders(ids, on), _overdue(ids, on)
    return {
        pk: Practice(
            members=frozenset(members[pk]),
            leaders=len(leaders[pk]),
            held=held[pk],
            attended=attended[pk],
            overdue=tuple(overdue[pk]),
            should_be_led=states[pk] in LED,
        )
        for pk in ids
    }


def _leaders(ids: list[int], on: date) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id__in=ids).order_by("pk")
    for one, user in rows.values_list("membership__collaboration_id", "user_id"):
        found[one].add(user)
    return found


def _overdue(ids: list[int], on: date) -> dict[int, list[tuple[str, date]]]:
    """The open reviews whose month has ended, by collaboration: the clock and the day."""
    found: dict[int, list[tuple[str, date]]] = defaultdict(list)
    rows = Review.objects.filter(
        collaboration_id__in=ids, collaboration__state__in=LED, done_on=None, due_on__lt=first_not_overdue(on)
    ).order_by("due_on", "pk")
    for one, clock, due_on in rows.values_list("collaboration_id", "clock", "due_on"):
        found[one].append((clock, due_on))
    return found
