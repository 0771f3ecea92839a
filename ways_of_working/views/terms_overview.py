"""The officers' list of ways of working: how far each collaboration is, and where practice has moved away from the agreement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.lists.columns import Column
from core.lists.filters import ChoiceFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import Crumb
from providers.selectors import districts
from ways_of_working.rules.adoption import State
from ways_of_working.selectors.drift import drifts
from ways_of_working.selectors.terms_overview import IN_HAND, PRACTICES, WAYS_STATES, by_practice, in_ways_state, ways_overview

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from ways_of_working.rules.drift import Drift

COLOURS = {"none": "yellow", "draft": "blue", "circulated": "purple", "elsewhere": "grey", "adopted": "green", "review_due": "yellow"}
LABELS = dict(WAYS_STATES)


def address_of(row: Collaboration) -> str:
    return reverse("collaborations:detail", args=[row.pk])


def in_hand_in_words(row: Any) -> str:
    """What is in hand beside an adopted version; where nothing is adopted, the state says it."""
    return str(State(row.in_hand).label) if row.in_hand and row.ways_state not in IN_HAND else ""


class TermsOverview(ListPage):
    """Every collaboration that is not closed. No setting is named: what differs is said by its subject."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Ways of working")
    template_name = "ways_of_working/overview.html"
    things = _("collaborations")
    ordering = "state"
    export = "ways_of_working"
    export_permission = Permission.EXPORT
    empty_text = _("There are no collaborations yet. Once there are, this list says how far each is with its ways of working.")

    def get_columns(self) -> Sequence[Column]:
        return (
            Column(_("Collaboration"), "name", sort="name_in_order", link=address_of),
            Column(
                _("Ways of working"),
                lambda row: str(LABELS[row.ways_state]),
                key="state",
                sort=("ways_order", "name_in_order"),
                tag=lambda row: COLOURS[row.ways_state],
                link=lambda row: reverse("ways_of_working:terms", args=[row.pk]),
            ),
            Column(_("Adopted on"), "terms_adopted_on", sort="terms_adopted_on", key="adopted"),
            Column(_("Next version"), in_hand_in_words, key="next", sort="in_hand"),
            Column(_("Review due on"), "review_due_on", sort="review_due_on", key="review"),
            Column(_("Differs from the agreement"), lambda row: drift_in_words(self.drifts.get(row.pk, [])), key="differs", wide=True),
        )

    @cached_property
    def drifts(self) -> dict[int, list[Drift]]:
        return drifts(on=timezone.localdate())

    def rows(self) -> QuerySet[Collaboration]:
        return ways_overview(on=timezone.localdate())

    def get_filters(self) -> Sequence[Any]:
        today = timezone.localdate()
        return (
            SearchFilter("q", _("Name"), lookup="name__icontains"),
            ChoiceFilter("district", _("District"), choices=lambda: [(one.pk, one.name) for one in districts()]),
            ChoiceFilter("state", _("Ways of working"), choices=WAYS_STATES, narrow=in_ways_state),
            ChoiceFilter(
                "practice", _("How it is going"), choices=PRACTICES, narrow=lambda rows, value: by_practice(rows, value, on=today)
            ),
        )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_see_templates": self.allows(Permission.VIEW_TEMPLATES), **kwargs})


def drift_in_words(found: Sequence[Drift]) -> str:
    return "; ".join(str(one.kind.label) for one in found)
