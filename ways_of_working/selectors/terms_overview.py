"""How far each collaboration is with its ways of working (W1, W2), for the officers' list and its export."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaborations
from ways_of_working.models import Review, WaysOfWorking
from ways_of_working.selectors.drift import drifts_of_groups

State = WaysOfWorking.State
IN_HAND = (State.DRAFT, State.CIRCULATED)
#: How the ways of working of a group stand, in the order of the work. What is in hand beside an adopted
#: version has its own column.
WAYS_STATES = (
    ("none", _("None yet")),
    *((state.value, state.label) for state in IN_HAND),
    ("elsewhere", _("Adopted, text not kept here")),
    *((state.value, state.label) for state in (State.ADOPTED, State.REVIEW_DUE)),
)
#: What is asked of the list besides: how the agreement is going.
PRACTICES = (("differs", _("Differs from the agreement")), ("as_agreed", _("As agreed")))


def ways_overview(*, on: date) -> QuerySet[Collaboration]:
    """Every collaboration that is not closed, with ``ways_state`` (one of ``WAYS_STATES``), ``in_hand``
    ("draft", "circulated" or None), ``adopted_version``, ``review_due_on`` (of an open review) and
    ``answer_by``.
    """
    versions = WaysOfWorking.objects.filter(collaboration=OuterRef("pk")).order_by("-version")
    in_hand = versions.filter(state__in=(State.DRAFT, State.CIRCULATED))
    reviews = Review.objects.filter(
        collaboration=OuterRef("pk"), clock=Review.Clock.TERMS, done_on=None, collaboration__state__in=LED
    )
    rows = collaborations().filter(closed_on=None)
    rows = rows.annotate(
        in_hand=Subquery(in_hand.values("state")[:1]),
        answer_by=Subquery(in_hand.values("answer_by_on")[:1]),
        adopted_version=Subquery(versions.filter(state=State.ADOPTED).values("version")[:1]),
        review_due_on=Subquery(reviews.order_by("due_on").values("due_on")[:1]),
    )
    return rows.annotate(ways_state=_state(on), ways_order=_order(on))


def in_ways_state(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    """Those of ``ways_overview`` in a state.

    What is being written or with the members counts beside an adopted version too.
    """
    if wanted in IN_HAND:
        return rows.filter(in_hand=wanted)
    return rows.filter(ways_state__in=("adopted", "review_due") if wanted == "adopted" else (wanted,))


def by_practice(rows: QuerySet[Collaboration], wanted: str, *, on: date) -> QuerySet[Collaboration]:
    """Those whose practice differs from what was agreed, or those where it does not."""
    differing = [one for one, found in drifts_of_groups(on=on).items() if found]
    return rows.filter(pk__in=differing) if wanted == "differs" else rows.exclude(pk__in=differing)


def _cases(on: date) -> list[tuple[Q, str]]:
    """The states by the first that holds."""
    return [
        (Q(adopted_version__isnull=False, review_due_on__lte=on), "review_due"),
        (Q(adopted_version__isnull=False), "adopted"),
        (Q(terms_adopted_on__isnull=False), "elsewhere"),
        (Q(in_hand__isnull=False), ""),
    ]


def _state(on: date) -> Case:
    whens = [When(holds, then=Value(state) if state else F("in_hand")) for holds, state in _cases(on)]
    return Case(*whens, default=Value("none"), output_field=CharField())


def _order(on: date) -> Case:
    """The place of the state in ``WAYS_STATES``, as a letter: for sorting."""
    place = {state: Value(str(number)) for number, (state, _label) in enumerate(WAYS_STATES)}
    whens = [When(holds, then=place[state]) for holds, state in _cases(on) if state]
    in_hand = [When(in_hand=state, then=place[state]) for state in IN_HAND]
    return Case(*whens, *in_hand, default=place["none"], output_field=CharField())
