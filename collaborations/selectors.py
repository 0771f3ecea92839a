"""Reads about collaborations. Who is in them: ``memberships.selectors``."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import User, holds_on
from accounts.permissions import Permission
from collaborations import rules
from collaborations.models import (
    Collaboration,
    CollaborationCount,
    CollaborationGrant,
    FirstMeeting,
    Lineage,
    StateChange,
)
from core.counts import stored_counts, stored_total
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from core.matching import Words
from core.names import name_key, same_spelling
from core.ordering import InOrder
from core.prepared import prepared
from core.searching import Search
from providers.models import District

KINDS = Collaboration.Kind.choices
STATES = Collaboration.State.choices


def collaborations() -> QuerySet[Collaboration]:
    """Every collaboration of the authority, with its district, in the order people expect of names."""
    return (
        Collaboration.objects.select_related("district")
        .annotate(name_in_order=InOrder("name"))
        .order_by("name_in_order", "pk")
    )


def collaborations_open() -> QuerySet[Collaboration]:
    """Those that are not closed."""
    return collaborations().filter(closed_on__isnull=True)


def collaborations_search(words: Callable[[], Words]) -> Search:
    """How collaborations are searched: by name. ``words`` are those of the names that the reader may search."""
    return Search(column="name_in_order", name="name", words=words)


def collaboration_by_id(collaboration_id: int) -> Collaboration | None:
    """With ``has_lineage``, whether it came from another or became one."""
    return next(iter(_collaboration(pk=collaboration_id)), None)


@prepared
def _collaboration(pk: int) -> QuerySet[Collaboration]:
    lineage = Lineage.objects.filter(Q(earlier=OuterRef("pk")) | Q(later=OuterRef("pk")))
    return collaborations().filter(pk=pk).annotate(has_lineage=Exists(lineage))


def collaboration_for_update(collaboration_id: int) -> Collaboration:
    """The row, locked to the end of the transaction. Raises Collaboration.DoesNotExist."""
    return Collaboration.objects.select_for_update(of=("self",), no_key=True).get(pk=collaboration_id)


def active_from(collaboration: str) -> Case:
    """For an annotation: the day from which a collaboration is one, or null while it forms.

    ``collaboration``: the path to it. One that ran before it was recorded here counts from its start.
    """
    moves = StateChange.objects.filter(
        collaboration=OuterRef(f"{collaboration}_id"), to_state=rules.State.ACTIVE
    ).order_by("on")
    is_forming = When(**{f"{collaboration}__state__in": sorted(rules.FORMING)}, then=None)
    first = Coalesce(Subquery(moves.values("on")[:1]), F(f"{collaboration}__started_on"))
    return Case(is_forming, default=first, output_field=DateField(null=True))


def collaborations_of(user: User, *, on: date) -> QuerySet[Collaboration]:
    """Those that a person belongs to or was given to see, on a day.

    Permissions over the whole authority do not count here.
    """
    seen = CollaborationGrant.all_dates.filter(
        holds_on(on), user=user, permission__codename=Permission.VIEW_COLLABORATIONS.split(".")[1]
    )
    return collaborations().filter(pk__in=seen.values("content_object_id"))


def ids_run_by(user: User, *, on: date) -> set[int]:
    """Ids of those whose daily work a person does on a day, as leader or office holder."""
    return set(_grants_to_run(user, on=on).values_list("content_object_id", flat=True))


def with_run_by(rows: QuerySet[Collaboration], user: User, *, on: date) -> QuerySet[Collaboration]:
    """Each with ``is_run``: whether a person does its daily work on a day."""
    return rows.annotate(is_run=Exists(_grants_to_run(user, on=on).filter(content_object_id=OuterRef("pk"))))


def _grants_to_run(user: User, *, on: date) -> QuerySet[CollaborationGrant]:
    rows = CollaborationGrant.all_dates.filter(
        holds_on(on), user=user, permission__codename=Permission.RUN_COLLABORATION.split(".")[1]
    )
    return rows.order_by()


def name_is_taken(name: str, *, except_id: int | None = None) -> bool:
    """Whether another collaboration has this name, capitals aside."""
    others = Collaboration.objects.filter(name__iexact=name)
    return (others if except_id is None else others.exclude(pk=except_id)).exists()


def nearly_named(name: str, *, except_id: int | None = None) -> list[str]:
    """Collaborations whose names differ from this one in spaces, marks and accents only, perhaps capitals."""
    key, spelling = name_key(name), same_spelling(name)
    others = Collaboration.objects.exclude(pk=except_id) if except_id else Collaboration.objects.all()
    names = others.order_by("name__in_order", "pk").values_list("name", flat=True)
    return [other for other in names if name_key(other) == key and same_spelling(other) != spelling]


# --- the life (C1) ------------------------------------------------------------------------------------------


def state_choices() -> list[tuple[str, str]]:
    """What a list is filtered by: the stages, each of several states, and the states."""
    stages = [(name, _(label)) for name, (label, _states) in rules.STAGES.items()]
    return [*stages, *((value, str(label)) for value, label in STATES)]


def in_state(rows: QuerySet[Collaboration], wanted: str) -> QuerySet[Collaboration]:
    """Those in a state, or in one of the states of a stage."""
    return rows.filter(state__in=rules.STAGES[wanted][1] if wanted in rules.STAGES else [wanted])


def collaboration_counts() -> dict[tuple[int | None, str], int]:
    """How many collaborations there are, by the district's id (None: of none) and state."""
    return stored_counts(CollaborationCount, "district_id", "state")


def collaborations_count(states: Collection[str] | None = None) -> int:
    """How many collaborations there are, in some states or in any."""
    return stored_total(CollaborationCount, **({} if states is None else {"state__in": states}))


def collaborations_by_district(states: Collection[str]) -> QuerySet[Any]:
    """Id and name of each district (None: of none) with the number of its
    collaborations in some states, from kept counts.
    """
    name = Subquery(District.objects.filter(pk=OuterRef("district_id")).order_by().values("name"))
    rows = (
        CollaborationCount.objects.filter(state__in=states)
        .order_by()
        .annotate(name=name)
        .values_list("district_id", "name")
    )
    return rows.annotate(number=Sum("change")).exclude(number=0)


def enquiries_waiting() -> QuerySet[Collaboration]:
    """Enquiries that nobody has taken further, the oldest first."""
    return collaborations().filter(state=Collaboration.State.ENQUIRY).order_by("started_on", "pk")


def life_of(collaboration: Collaboration) -> QuerySet[StateChange]:
    """Every move, the first one first."""
    return StateChange.objects.filter(collaboration=collaboration).select_related("by").order_by("pk")


class Move(NamedTuple):
    """A collaboration went into a state on a day."""

    on: date
    to_state: str

    @property
    def label(self) -> str:
        return str(Collaboration.State(self.to_state).label)


def moves_of_page(visitor: Visitor, collaboration: Collaboration) -> list[Move]:
    """What happened to one of the page's groups, the latest last. Read with what the page reads at once."""
    return [
        Move(date.fromisoformat(row.facts["on"]), row.facts["to_state"])
        for row in page_rows(visitor, "moves")
        if row.facts["group_id"] == collaboration.pk
    ]


def _moves(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[StateChange]:
    return StateChange.objects.filter(collaboration__in=groups)


add_page_rows(
    _moves,
    key="moves",
    facts={"group_id": "collaboration_id", "on": "on", "to_state": "to_state"},
    of_group_alone=True,
)


def last_move(collaboration: Collaboration) -> StateChange | None:
    return life_of(collaboration).last()


def move_to(collaboration: Collaboration, state: str) -> StateChange | None:
    """The latest move to a state."""
    return life_of(collaboration).filter(to_state=state).last()


def first_meeting_of(collaboration: Collaboration) -> FirstMeeting | None:
    return FirstMeeting.objects.select_related("facilitated_by").filter(collaboration=collaboration).first()


def came_from(collaboration: Collaboration) -> QuerySet[Lineage]:
    return Lineage.objects.filter(later=collaboration).select_related("earlier").order_by("on", "pk")


def became(collaboration: Collaboration) -> QuerySet[Lineage]:
    return Lineage.objects.filter(earlier=collaboration).select_related("later").order_by("on", "pk")


def first_adopted_on(collaboration: Collaboration) -> date | None:
    """The earliest day known on which the members adopted ways of working: a later version takes nothing from
    what held before (C1).
    """
    if collaboration.terms_adopted_on is None:
        return None
    return min(
        day
        for day in (collaboration.first_version_adopted_on, collaboration.terms_adopted_on)
        if day is not None
    )


def life_facts(
    collaboration: Collaboration,
    *,
    strength: rules.Strength,
    last: StateChange | None,
    meeting: FirstMeeting | None,
) -> rules.LifeFacts:
    """What a move is judged by; ``last`` is the last move, ``meeting`` the first meeting."""
    return rules.LifeFacts(
        state=rules.State(collaboration.state),
        started_on=collaboration.started_on,
        last_moved_on=last.on if last else None,
        first_meeting_on=meeting.held_on if meeting else None,
        terms_adopted_on=first_adopted_on(collaboration),
        strength=strength,
    )
