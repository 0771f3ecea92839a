"""What the page of a collaboration shows of its members, its people and its size (§2.3 of its design)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.dates import last_day
from core.frame.blocks import Block, Column, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words, last_day_in_words
from memberships.blocks.members_table import ShownMember, columns_of_members
from memberships.blocks.people_list import ShownLeader, draw_leaders, draw_offices
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.size import size_advice
from memberships.selectors.of_group import (
    is_managed_by,
    offices_of_page,
    telling_of,
    works_at,
)
from memberships.selectors.on_page import leaders_ahead, leaders_of_page, members_with_people
from memberships.selectors.staff_told import StaffToldLine
from memberships.selectors.standing import standing_of
from ofsted.rules.policy import Verdict
from ofsted.selectors.register import JudgedToday, verdicts_today
from portal.selectors.group import NumbersOfGroup, numbers_of_group
from ways_of_working.selectors.on_page import terms_of_page

GROUP = Section.COLLABORATION
VERDICT_COLOURS = {Verdict.MAY_LEAD: "green", Verdict.OFFICER_DECIDES: "yellow", Verdict.BELOW_LINE: "red"}


def members_of_visit(visitor: Visitor, group: Collaboration) -> list[Membership]:
    """Also those still to come."""
    return members_with_people(visitor, group)


def members_today(visitor: Visitor, group: Collaboration) -> list[Membership]:
    return [member for member in members_of_visit(visitor, group) if member.joined_on <= visitor.on]


def sees_standing(visitor: Visitor, group: Collaboration) -> bool:
    """How members stand by what was agreed: for who runs the group, and for the team."""
    return visitor.allows(Permission.RUN_COLLABORATION, group) or visitor.allows(Permission.VIEW_MEMBERS)


def sees_judgements(visitor: Visitor) -> bool:
    """Whoever reads the register; never a member of the group, a leader neither."""
    return visitor.allows(Permission.VIEW_SETTINGS)


def judgements(visitor: Visitor, group: Collaboration) -> Mapping[int, JudgedToday]:
    if not sees_judgements(visitor):
        return {}
    members = members_of_visit(visitor, group)
    agencies = tuple((member.provider_id, member.provider.agency_id) for member in members)
    return visitor.once(verdicts_today, agencies, on=visitor.on)


# --- people -------------------------------------------------------------------------------------------------


@blocks[GROUP].register(key="people", order=50)
def people(visitor: Visitor, group: Collaboration) -> Block:
    """Who leads and who holds an office; for the team what the leading policy says of the setting today."""
    leading = leaders_ahead(visitor)[group.pk]
    judged = judgements(visitor, group)
    shown = [_leader(row, judged.get(row.membership.provider_id), on=visitor.on) for row in leading]
    is_open = group.closed_on is None
    context = {
        "leaders": draw_leaders(shown),
        "offices": draw_offices(offices_of_page(visitor, group)),
        "url": reverse("memberships:offices", args=[group.pk]),
        "appoint_url": reverse("memberships:appoint_leader", args=[group.pk])
        if is_open and visitor.allows(Permission.APPOINT_LEADERS) and members_today(visitor, group)
        else "",
        **_writing(visitor, group, [row.user for row in leading if row.starts_on <= visitor.on]),
    }
    return Block("memberships/blocks/people.html", context, Column.SIDE, "people")


def _leader(row: LeaderAppointment, judged: JudgedToday | None, *, on: date) -> ShownLeader:
    words = [_("leads %(manner)s") % {"manner": row.get_manner_display().lower()}]
    if row.starts_on > on:
        words.append(_("from %(day)s") % {"day": date_in_words(row.starts_on)})
    if row.ends_on is not None:
        words.append(_("to %(day)s") % {"day": last_day_in_words(row.ends_on)})
    return ShownLeader(
        row,
        " ".join(words),
        judged,
        _(str(judged.verdict.label)) if judged else "",
        VERDICT_COLOURS[judged.verdict] if judged else "",
    )


def _writing(visitor: Visitor, group: Collaboration, leading: Sequence[User]) -> dict[str, str]:
    """Officers and whoever runs the group write from here with a record of it; members from their own mail."""
    if visitor.allows(Permission.SEND_MESSAGES):
        return {"write_url": f"{reverse('support:write_message')}?collaboration={group.pk}"}
    me = visitor.user.pk
    writing = {"write_leaders": mailto(person for person in leading if person.pk != me)}
    if visitor.allows(Permission.RUN_COLLABORATION, group) and group.closed_on is None:
        writing["write_members"] = reverse("support:write_to_members", args=[group.pk])
    return writing


def mailto(people: Iterable[User]) -> str:
    """The address of an email to some people. Empty for nobody."""
    addresses = ",".join(dict.fromkeys(quote(person.email, safe="@") for person in people))
    return f"mailto:{addresses}" if addresses else ""


# --- members ------------------------------------------------------------------------------------------------


@blocks[GROUP].register(key="members", order=60)
def members(visitor: Visitor, group: Collaboration) -> Block:
    """The members in a table as wide as the page."""
    is_open = group.closed_on is None
    runs_it = visitor.allows(Permission.RUN_COLLABORATION, group)
    changes = is_open and visitor.allows(Permission.CHANGE_MEMBERS)
    table = table_of_members(visitor, group)
    context = {
        **table,
        "columns": columns_of_members(table),
        "url": reverse("memberships:members", args=[group.pk]),
        "add_url": reverse("memberships:add_member", args=[group.pk]) if changes else "",
        "invite_url": reverse("memberships:invite", args=[group.pk]) if is_open and runs_it else "",
    }
    return Block("memberships/blocks/members.html", context, Column.WIDE, "members")


def table_of_members(visitor: Visitor, group: Collaboration) -> dict[str, Any]:
    """The rows, and which columns the reader has: the same on the group's page and on that of its members."""
    sees_all = visitor.allows(Permission.VIEW_MEMBERS)
    return {
        "members": list(shown_members(visitor, group)),
        "sees_standing": sees_standing(visitor, group),
        "sees_judgements": sees_judgements(visitor),
        "sees_all": sees_all,
        "opens_member": sees_all or visitor.allows(Permission.RUN_COLLABORATION, group),
        "runs_it": visitor.allows(Permission.RUN_COLLABORATION, group),
    }


def shown_members(visitor: Visitor, group: Collaboration) -> Iterator[ShownMember]:
    rows = members_of_visit(visitor, group)
    leading = {leader.membership_id for leader in leaders_of_page(visitor)[group.pk]}
    stands, judged = sees_standing(visitor, group), judgements(visitor, group)
    needs_all = stands or any(is_managed_by(visitor.user, row) for row in rows)
    told = telling_of(visitor, group) if needs_all else {}
    numbers = numbers_of_group(visitor, group) if needs_all else None
    for row in rows:
        own = works_at(visitor.user, row)
        shown: dict[str, Any] = {}
        if stands or own:
            shown = _standing(visitor, group, row, told, numbers)
        if row.provider_id in judged:
            found = judged[row.provider_id]
            shown |= {
                "judged": found,
                "verdict": _(str(found.verdict.label)),
                "colour": VERDICT_COLOURS[found.verdict],
                "other_groups": tuple(name for name in row.groups_today if name != group.name),  # type: ignore[attr-defined]
            }
        yield ShownMember(
            row,
            last_day(row.left_on),
            row.joined_on > visitor.on,
            own,
            row.pk in leading,
            "" if row.provider.is_domestic else row.provider.telephone,
            **shown,
        )


def _standing(
    visitor: Visitor,
    group: Collaboration,
    row: Membership,
    told: Mapping[int, StaffToldLine],
    numbers: NumbersOfGroup | None,
) -> dict[str, Any]:
    standing = standing_of(row, terms=terms_of_page(visitor)[group.pk])
    is_member = row.joined_on <= visitor.on
    return {
        "standing": standing.reason.in_words(_) if is_member else "",
        "at_risk": row.at_risk_since is not None,
        "staff": numbers.staff.get(row.provider_id) if numbers else None,
        "owes_number": numbers is not None and row.provider_id in numbers.owing,
        "told": told.get(row.pk),
    }


# --- at a glance --------------------------------------------------------------------------------------------


@facts[GROUP].register(key="size", order=10)
def size(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """How many there are against the advice, or against the number above which to talk of dividing (C2)."""
    number = len(members_today(visitor, group))
    advice = size_advice(number, terms_of_page(visitor)[group.pk].optimum_size)
    words = {"number": number, "advice": advice.in_words(_) if advice else _("as advised")}
    url = reverse("memberships:members", args=[group.pk])
    yield Fact(_("Members"), _("%(number)d: %(advice)s") % words, url)


@facts[GROUP].register(key="staff_know", order=60)
def staff_know(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """Of the members that employ somebody, how many have confirmed that their staff know (C9)."""
    if not sees_standing(visitor, group):
        return
    lines = [line for line in telling_of(visitor, group).values() if line.workforce.has_staff]
    if lines:
        known = sum(not line.owes for line in lines)
        yield Fact(
            _("Staff know"),
            _("%(known)d of %(number)d that employ somebody") % {"known": known, "number": len(lines)},
            reverse("memberships:staff_told_reminders", args=[group.pk])
            if visitor.allows(Permission.RUN_COLLABORATION, group)
            or visitor.allows(Permission.CHANGE_MEMBERS)
            else "",
        )
