"""The list of collaborations, and the page of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import LED
from collaborations.selectors import KINDS, collaborations_count, in_state, state_choices
from collaborations.views.life import STATE_COLOURS
from collaborations.views.mixins import OfCollaboration
from core.lists.columns import Column
from core.lists.filters import ChoiceFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import Crumb
from memberships.rules.size import Size, size_advice, size_of
from memberships.selectors.leaders import leaders_of
from memberships.selectors.lists import by_having_leaders, collaborations_with_size, of_size
from memberships.selectors.members import members_of, past_members_of
from providers.selectors import districts
from reorganisation.panels import lineage_for
from ways_of_working.panels import shown_drift
from ways_of_working.selectors.clauses import clauses_from
from ways_of_working.selectors.drift import drift_in
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from ways_of_working.panels import ShownDrift
    from ways_of_working.rules.effective import EffectiveTerms

SIZE_COLOURS = {Size.EMPTY: "grey", Size.SMALL: "yellow", Size.ADVISED: "green", Size.LARGE: "yellow"}


def address_of(collaboration: Collaboration) -> str:
    return reverse("collaborations:detail", args=[collaboration.pk])


def leaders_in_words(row: Any) -> str:
    return ", ".join(row.leaders) if row.leaders else gettext("No leader")


class Collaborations(ListPage):
    """Every collaboration, for officers and for those who read everything."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Collaborations")
    template_name = "collaborations/collaborations.html"
    things = _("collaborations")
    ordering = "name"
    export = "collaborations"
    export_permission = Permission.EXPORT
    empty_text = _("There are no collaborations yet.")
    shown_as: ClassVar[str] = "list"
    columns = (
        Column(_("Name"), "name", sort="name_in_order", link=address_of),
        Column(_("Kind"), "get_kind_display", sort="kind", key="kind"),
        Column(_("State"), "get_state_display", sort="state", key="state", tag=lambda row: STATE_COLOURS[row.state]),
        Column(_("District"), "district", sort="district__name"),
        Column(_("Members"), "members", sort="members", numeric=True),
        Column(
            _("Size"),
            lambda row: str(size_of(row.members).label),
            key="size",
            tag=lambda row: SIZE_COLOURS[size_of(row.members)],
        ),
        Column(_("Leaders"), leaders_in_words, key="leaders", tag=lambda row: "yellow" if not row.leaders and row.state in LED else ""),
    )

    def rows(self) -> QuerySet[Collaboration]:
        return collaborations_with_size(on=timezone.localdate())

    def count(self, rows: QuerySet[Collaboration]) -> int:
        return super().count(rows) if self.is_narrowed else collaborations_count()

    def get_filters(self) -> Sequence[Any]:
        today = timezone.localdate()
        return (
            SearchFilter("q", _("Name"), lookup="name__icontains"),
            ChoiceFilter("district", _("District"), choices=lambda: [(one.pk, one.name) for one in districts()]),
            ChoiceFilter("kind", _("Kind"), choices=KINDS),
            ChoiceFilter("state", _("State"), choices=state_choices, narrow=in_state),
            ChoiceFilter("size", _("Size"), choices=sizes, narrow=lambda rows, value: of_size(rows, Size(value))),
            ChoiceFilter(
                "leader",
                _("Leader"),
                choices=(("some", _("Has a leader")), ("none", _("Has no leader"))),
                narrow=lambda rows, value: by_having_leaders(rows, on=today, wanted=value == "some"),
            ),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_start = self.allows(Permission.ADD_COLLABORATIONS)
        start = {"start_url": reverse("collaborations:start")} if may_start else {}
        empty = {"empty_url": start["start_url"], "empty_action": _("Start the first one")} if may_start else {}
        may_import = self.allows(Permission.IMPORT_COLLABORATIONS)
        more = {"ways": self.ways(), "may_import": may_import, **self.with_all_of_them()}
        return super().get_context_data(**{**more, **start, **empty, **kwargs})

    def with_all_of_them(self) -> dict[str, str]:
        """What can be done with all that the filters leave: where it is shown first and then done."""
        pages = {
            "write_url": ("support:write_message", Permission.SEND_MESSAGES),
            "move_url": ("support:move_to_district", Permission.CHANGE_COLLABORATIONS),
        }
        return {name: reverse(page) + self.address() for name, (page, permission) in pages.items() if self.allows(permission)}

    def ways(self) -> list[tuple[Any, str, bool]]:
        """The other ways to look at the same collaborations, with the same filters."""
        names = (("list", _("List")), ("cards", _("Cards")), ("map", _("Districts")))
        return [(label, reverse(f"collaborations:{name}") + self.address(), name == self.shown_as) for name, label in names]


def sizes() -> list[tuple[str, str]]:
    return list(Size.choices)


class CollaborationPage(OfCollaboration):
    """A collaboration for officers, for those who read everything, and for its leaders and members. To others it does not exist."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "collaborations/collaboration.html"

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        return self.collaboration

    def get_title(self) -> str:
        return self.collaboration.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        sees_all = self.allows(Permission.VIEW_COLLABORATIONS)
        return (Crumb(_("Collaborations"), reverse("collaborations:list")) if sees_all else Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        stays = list(members_of(self.collaboration, on=today))
        leaders = list(leaders_of(self.collaboration, on=today))
        members = [stay for stay in stays if stay.joined_on <= today]
        runs_it = self.allows(Permission.RUN_COLLABORATION, self.collaboration)
        more = {
            "members": stays,
            "leaders": leaders,
            "today": today,
            "runs_it": runs_it,
            "drift": self.drift() if runs_it or self.allows(Permission.VIEW_COLLABORATIONS) else [],
            "past": list(past_members_of(self.collaboration, on=today)) if self.allows(Permission.VIEW_MEMBERS) else [],
            **self.size(len(members)),
            **self.rights(),
            **lineage_for(self, self.collaboration),
        }
        return super().get_context_data(**{**more, **kwargs})

    @cached_property
    def terms(self) -> EffectiveTerms:
        return effective_terms(self.collaboration, on=timezone.localdate())

    def drift(self) -> list[ShownDrift]:
        """How practice differs from the agreement, for those who run the group and for officers."""
        found = drift_in(self.collaboration, terms=self.terms, on=timezone.localdate())
        return shown_drift(found, self.terms, collaboration_id=self.collaboration.pk)

    def size(self, number: int) -> dict[str, Any]:
        """The number of members against the advice, and against what the ways of working say (C2)."""
        advice = size_advice(number, self.terms.optimum_size)
        clauses = clauses_from(self.terms, ["optimum_size"], collaboration_id=self.collaboration.pk)
        return {"number": number, "advice": advice.in_words(gettext) if advice else "", "size_clauses": clauses if advice else []}

    def rights(self) -> dict[str, bool]:
        """What this person may do here. Nobody is added to a closed collaboration."""
        is_open = self.collaboration.closed_on is None
        return {
            "may_change": self.allows(Permission.CHANGE_COLLABORATIONS),
            "sees_life": self.allows(Permission.VIEW_COLLABORATIONS) or self.allows(Permission.RUN_COLLABORATION, self.collaboration),
            "may_change_members": is_open and self.allows(Permission.CHANGE_MEMBERS),
            "may_appoint": is_open and self.allows(Permission.APPOINT_LEADERS),
            "sees_all": self.allows(Permission.VIEW_MEMBERS),
        }
