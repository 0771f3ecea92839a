"""The list of actions, whatever gave them (G5): of one group, and of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.frame import actions
from core.frame.actions import Row
from core.tables.columns import Column, Kind, backwards
from core.tables.filters import ChoiceFilter, Filter, SearchFilter, Values
from core.tables.table import Table
from meetings.tables.scopes import of_collaboration
from memberships.selectors.doing import done_by

RANKS = {
    actions.OVERDUE: _("Overdue"),
    actions.DUE: _("Open"),
    actions.WITHOUT_DAY: _("Open"),
    actions.DONE: _("Done"),
}
COLOURS = {actions.OVERDUE: "yellow", actions.DONE: "green"}
STATES = (("open", _("Open")), ("overdue", _("Overdue")), ("done", _("Done")))
NOBODY = "none"


def state_of(row: Row) -> Any:
    return RANKS[row["rank"]]


def colour_of(row: Row) -> str:
    return COLOURS.get(row["rank"], "")


def page_of(row: Row) -> str:
    return actions.source_of(row).page(row)


def source_label(row: Row) -> Any:
    return actions.source_of(row).label


def group_address(row: Row) -> str:
    return reverse("meetings:actions", args=[row["group_id"]])


def setting_in_words(row: Row) -> str:
    return row["setting_name"] or _text("Nobody yet")


def done_in_words(row: Row) -> Any:
    """On the page: what can still be done about it, for whom it is to do and who runs the group."""
    if row["done_on"] is not None or not row.get("may_finish"):
        return ""
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>',
        actions.source_of(row).finish(row),
        _text("Done"),
        row["what"],
    )


def in_state(rows: Any, state: str) -> Any:
    if state == "open":
        return rows.filter(done_on__isnull=True)
    return rows.filter(rank=actions.DONE if state == "done" else actions.OVERDUE)


def by_words(rows: Any, words: str) -> Any:
    """Each word in what is done, the setting, the person or the group."""
    for word in words.split():
        rows = rows.filter(
            Q(what__icontains=word)
            | Q(owner__name__icontains=word)
            | Q(person__full_name__icontains=word)
            | Q(group_name__icontains=word)
        )
    return rows


def of_owner(rows: Any, setting: str) -> Any:
    return rows.filter(owner_id__isnull=True) if setting == NOBODY else rows.filter(owner_id=setting)


def source_choices() -> list[tuple[str, Any]]:
    return [(key, source.label) for key, source in zip(actions.sources.keys(), actions.sources, strict=True)]


class AllActionsTable(Table):
    """The actions of all collaborations, overdue first. An export may name one of them."""

    ordering = "due_on"
    columns = (
        Column("what", _("Action"), width=60, link=page_of, wide=True),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            value="group_name",
            link=group_address,
            sort=("group_in_order", *actions.IN_ORDER),
        ),
        Column(
            "setting",
            _("Setting"),
            width=32,
            value="setting_name",
            shown=setting_in_words,
            sort=("setting_in_order", *actions.IN_ORDER),
        ),
        Column(
            "person",
            _("Person"),
            width=24,
            value="person_name",
            sort=("person_in_order", *actions.IN_ORDER),
        ),
        Column("due_on", _("By"), Kind.DATE, sort=actions.IN_ORDER),
        Column("state", _("State"), value=state_of, tag=colour_of),
        Column("done_on", _("Done on"), Kind.DATE, sort=("done_in_order", "due_in_order")),
        Column("words", _("How it went"), width=40, value="done_words"),
        Column("source", _("From"), width=24, value=source_label),
        Column("actions", _("Actions"), value=done_in_words, acts=True),
    )
    on_page: Sequence[str] = (
        "what",
        "collaboration",
        "setting",
        "person",
        "due_on",
        "state",
        "done_on",
        "source",
    )
    in_sheet = (
        "what", "collaboration", "setting", "person", "due_on", "state", "done_on", "words", "source"
    )  # fmt: skip
    second_rank = ("source", "done_on")
    on_choice: ClassVar[Sequence[str]] = ("words",)

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            SearchFilter("q", _("Action, setting, person or group"), narrow=by_words),
            ChoiceFilter("state", _("State"), choices=STATES, narrow=in_state),
            ChoiceFilter("source", _("From"), choices=source_choices),
            of_collaboration("group_id"),
        )

    def rows(self) -> Any:
        return actions.actions(on=self.on)

    def sorted(self, rows: Any, key: str, falls: bool) -> Any:
        """The rows in the order of a column; of one place by source and number, which every list ends with."""
        order = next((column.order for column in self.sortable if column.sort_key == key), actions.IN_ORDER)
        return rows.order_by(*(backwards(order) if falls else order))


class ActionsTable(AllActionsTable):
    """The actions of one collaboration, by setting, person and where they come from."""

    on_page = ("what", "setting", "person", "due_on", "state", "done_on", "words", "source", "actions")
    second_rank = ("source", "words")
    on_choice = ()

    def __init__(self, *, scope: Values, **facts: Any) -> None:
        self.group_id = int(scope["collaboration"])
        super().__init__(scope=scope, **facts)

    @property
    def filters(self) -> Sequence[Filter]:
        search, state, source, scope = super().filters
        owners = actions.owners_named(on=self.on, group_id=self.group_id)
        people = actions.people_named(on=self.on, group_id=self.group_id)
        return (
            search,
            state,
            ChoiceFilter(
                "setting",
                _("Setting"),
                choices=[*owners, (NOBODY, _("Nobody yet"))],
                narrow=of_owner,
            ),
            ChoiceFilter("person", _("Person"), choices=people, lookup="person_id"),
            source,
            scope,
        )

    def dressed(self, rows: list[Any]) -> list[Any]:
        """Each with whether the reader may say that it is done."""
        group = collaboration_by_id(self.group_id)
        if self.allows(Permission.RUN_COLLABORATION, group) or self.allows(Permission.CHANGE_COLLABORATIONS):
            return [{**row, "may_finish": True} for row in rows]
        mine = self.rows().filter(done_by(self.by, on=self.on), done_on__isnull=True, group_id=self.group_id)
        own = {(row["source"], row["number"]) for row in mine}
        return [{**row, "may_finish": (row["source"], row["number"]) in own} for row in rows]
