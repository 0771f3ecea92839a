"""The table of a group's members, on the page of the group and on that of its members: a member as its reader
may know it, and the columns that the reader has. Drawn without templates: of a group's page this table took
half of the time (``core.tables.columns``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.frame.drawing import draw_tag, draw_telephone
from core.tables.columns import Column
from core.wording import escaped, short_date
from memberships.blocks.people_list import draw_person, draw_unlisted
from memberships.models.members import Membership
from memberships.selectors.staff_told import StaffToldLine
from ofsted.selectors.register import JudgedToday

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ShownMember:
    """A member as the page shows it to its reader: what the reader may not know is empty."""

    row: Membership
    last_day: date | None
    is_to_come: bool
    is_own: bool
    leads: bool
    telephone: str
    standing: str = ""
    at_risk: bool = False
    staff: int | None = None
    owes_number: bool = False
    told: StaffToldLine | None = None
    judged: JudgedToday | None = None
    verdict: str = ""
    colour: str = ""
    other_groups: tuple[str, ...] = ()

    @property
    def row_id(self) -> str:
        """Where a link to the member's row leads."""
        return f"member-{self.row.pk}"


def columns_of_members(table: Mapping[str, Any], *, acts: bool = False) -> Sequence[Column]:
    """``table``: what its reader may know and do (``memberships.blocks.collaboration.table_of_members``);
    ``acts``: whether its rows say what can be done with a member.
    """
    columns = [
        Column("setting", gettext_lazy("Setting"), shown=partial(_setting, opens=table["opens_member"])),
        Column("contacts", gettext_lazy("Contacts"), shown=_contacts),
        Column("member", gettext_lazy("Member"), shown=_since),
    ]
    if table["sees_judgements"]:
        columns += OF_JUDGEMENT
    if table["sees_standing"]:
        columns += OF_STANDING
    if acts:
        shown = partial(_actions, table=table)
        columns.append(Column("actions", gettext_lazy("Actions"), shown=shown, acts=True))
    return columns


def _address(name: str, member: ShownMember) -> str:
    return reverse(f"memberships:{name}", args=[member.row.collaboration_id, member.row.pk])


def _setting(member: ShownMember, *, opens: bool) -> SafeString:
    setting = member.row.provider
    name = escaped(setting)
    if opens:
        name = f'<a class="govuk-link" href="{_address("member", member)}">{name}</a>'
    leads = f" {draw_tag(_('leads'), 'blue')}" if member.leads else ""
    kind = escaped(setting.get_provider_type_display())
    district = f", {escaped(setting.district)}" if setting.district else ""
    return mark_safe(  # noqa: S308 - each part was escaped above
        f"{name}{leads}{draw_unlisted(setting)}<br>"
        f'<span class="govuk-!-font-weight-regular app-quiet">{kind}{district}</span>'
    )


def _contacts(member: ShownMember) -> SafeString:
    people = member.row.provider.people_today  # type: ignore[attr-defined]
    number = f"{draw_telephone(member.telephone)}<br>" if member.telephone else ""
    reached = "<br>".join(draw_person(role.user) for role in people) or escaped(_("Nobody can sign in"))
    return mark_safe(number + reached)  # noqa: S308 - each part was escaped


def _since(member: ShownMember) -> SafeString:
    words = _("joins on %(day)s") if member.is_to_come else _("since %(day)s")
    parts = [words % {"day": short_date(member.row.joined_on)}]
    if member.last_day:
        parts.append(_("leaves, last day %(day)s") % {"day": short_date(member.last_day)})
    return mark_safe("<br>".join(escaped(part) for part in parts))  # noqa: S308 - escaped here


def _judged(member: ShownMember) -> str:
    return member.judged.words if member.judged and member.judged.words else NOTHING


def _staff(member: ShownMember) -> str:
    if member.owes_number:
        return _("Owes its number")
    if member.staff is None:
        return NOTHING
    return ngettext("%(number)s person", "%(number)s people", member.staff) % {"number": member.staff}


def _told(member: ShownMember) -> str:
    told = member.told
    if told is None:
        return NOTHING
    if not told.workforce.has_staff:
        return _("Works alone")
    if told.owes:
        return _("Staff not confirmed")
    return short_date(told.last) or NOTHING


def _owes_confirmation(member: ShownMember) -> bool:
    return member.told is not None and member.told.workforce.has_staff and member.told.owes


OF_JUDGEMENT = (
    Column("judgement", gettext_lazy("Judgement"), shown=_judged),
    Column(
        "policy", gettext_lazy("Leading policy"), shown=lambda member: member.verdict or NOTHING, tag="colour"
    ),
    Column(
        "groups",
        gettext_lazy("Other groups"),
        shown=lambda member: ", ".join(member.other_groups) or NOTHING,
        second=True,
    ),
)
OF_STANDING = (
    Column("meetings", gettext_lazy("Meetings"), shown=lambda member: member.standing or NOTHING),
    Column(
        "staff",
        gettext_lazy("Staff number"),
        shown=_staff,
        tag=lambda member: "yellow" if member.owes_number else "",
    ),
    Column(
        "told",
        gettext_lazy("Staff know"),
        shown=_told,
        tag=lambda member: "yellow" if _owes_confirmation(member) else "",
        second=True,
    ),
)


def _actions(member: ShownMember, *, table: Mapping[str, Any]) -> SafeString:
    """What can be done with a member; empty where nothing can."""
    setting = member.row.provider
    of_setting = _("of %(setting)s") % {"setting": setting}
    links: list[tuple[str, str, Any]] = []
    if table["may_change_members"]:
        links.append((_address("add_person", member), _("Add a person"), of_setting))
        if member.is_to_come:
            links.append((_address("withdraw_member", member), _("Take back"), setting))
        elif not member.last_day:
            links.append((_address("leave", member), _("Leaves"), setting))
    hands_over = member.last_day and not member.is_to_come
    if hands_over and (table["runs_it"] or table["may_change_members"]):
        links.append((_address("hand_over", member), _("Hand-over list"), of_setting))
    if not links:
        return mark_safe("")
    item = '<li><a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a></li>'
    return format_html('<ul class="app-row-links">{}</ul>', format_html_join("", item, links))
