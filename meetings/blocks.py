"""What the page of a collaboration shows of meetings: the next one, and the last."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month, time_in_words
from meetings.models.planning import Meeting
from meetings.rules.rates import Rate
from meetings.selectors.on_page import last_held_of_page, meetings_of_page
from memberships.selectors.doing import actions_of_group, is_late
from memberships.selectors.on_page import members_by_group

GROUP = Section.COLLABORATION
#: Of fewer members a rate of all says how one of them stands.
MIN_MEMBERS = 3


def next_meeting(visitor: Visitor, group: Collaboration) -> Meeting | None:
    ahead = (
        row for row in meetings_of_page(visitor) if row.collaboration_id == group.pk and row.on >= visitor.on
    )
    return next(ahead, None)


@blocks[GROUP].register(key="next_meeting", order=25)
def next_meeting_block(visitor: Visitor, group: Collaboration) -> Block | None:
    """When and where the group meets next, and how many have said that they come."""
    meeting = next_meeting(visitor, group)
    if meeting is None:
        return None
    if meeting.is_first:
        return Block(
            "meetings/blocks/next.html", {"meeting": meeting, "collaboration": group}, key="next_meeting"
        )
    members = members_by_group(visitor)[group.pk]
    said = sum(member.pk in meeting.answered for member in members)  # type: ignore[attr-defined]
    context = {"meeting": meeting, "collaboration": group, "said": said, "members": len(members)}
    return Block("meetings/blocks/next.html", context, key="next_meeting")


@facts[GROUP].register(key="attendance", order=36)
def attendance_at_a_glance(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """How often the members were there (C7), by the numbers kept on the memberships. Nobody else reads from
    it how one member stands: of fewer than ``MIN_MEMBERS`` it is for those who run the group, and for the
    team.
    """
    counted = [row for row in members_by_group(visitor)[group.pk] if row.meetings_held]
    of_team = visitor.allows(Permission.VIEW_COLLABORATIONS)
    runs_it = visitor.allows(Permission.RUN_COLLABORATION, group)
    if not counted or not (of_team or runs_it or len(counted) >= MIN_MEMBERS):
        return
    rate = Rate(sum(row.meetings_held for row in counted), sum(row.meetings_attended for row in counted))
    words = {"percent": rate.percent, "attended": rate.attended, "held": rate.held}
    url = reverse("portal:group_health", args=[group.pk]) if runs_it else ""
    if of_team:
        url = f"{reverse('portal:attendance_settings')}?collaboration={group.pk}"
    yield Fact(_("Attendance"), _("%(percent)d%%, %(attended)d of %(held)d") % words, url)


@facts[GROUP].register(key="meetings", order=35)
def meetings_at_a_glance(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """When the group met last and meets next."""
    url = reverse("meetings:meetings", args=[group.pk])
    last, meeting = last_held_of_page(visitor).get(group.pk), next_meeting(visitor, group)
    if last is not None:
        yield Fact(_("Last met"), day_and_month(last), url)
    if meeting is not None:
        value = _("%(day)s, %(time)s") % {
            "day": day_and_month(meeting.on),
            "time": time_in_words(meeting.starts_at),
        }
        yield Fact(_("Next meeting"), value, reverse("meetings:meeting", args=[group.pk, meeting.pk]))
    else:
        yield Fact(_("Next meeting"), _("None planned"), url)


@facts[GROUP].register(key="actions", order=36)
def actions_at_a_glance(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """How many actions of meetings and of the plan are open, and how many have passed their day."""
    rows = actions_of_group(visitor, group)
    if not rows:
        return
    late = sum(is_late(row, visitor.on) for row in rows)
    value = ngettext("%(number)d open", "%(number)d open", len(rows)) % {"number": len(rows)}
    if late:
        value = _("%(value)s, %(late)d late") % {"value": value, "late": late}
    yield Fact(_("Actions"), value, reverse("meetings:actions", args=[group.pk]), "yellow" if late else "")
