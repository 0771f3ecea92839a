"""What the pages' frame shows of support: requests, referrals, messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.calendar_files import Event
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.blocks import Block, administration_blocks
from core.frame.diary import Days, diary
from core.frame.engagements import Engagement, engagements, engagements_between
from core.frame.news import Due, dues
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import add_pages
from core.frame.visitor import Visitor
from core.wording import time_in_words
from meetings.selectors.first import groups_with_first
from memberships.selectors.paused import paused_on_page
from support.emails.requests import event_of, title_for_group, title_for_officer
from support.models import SupportRequest
from support.rules import Kind, RequestState
from support.selectors.asking import asks_of
from support.selectors.engagements import meetings_of_requests, requests_to_attend
from support.selectors.messages import messages_of_group
from support.selectors.requests import people_giving_support, requests_in_calendar, requests_of
from support.tables import request_colour

#: So many requests stand on a group's administration page; all of them on a page of their own.
MAX_REQUESTS = 5
#: And so many of its messages.
MAX_MESSAGES = 5

add_pages(
    Section.COLLABORATION,
    "administration",
    "support:support_of",
    "support:ask_support",
    "support:group_messages",
    "support:write_to_members",
    "support:group_message",
    "support:change_group_message",
    "support:check_group_message",
    "support:write_again_to_members",
)
add_place(
    Hub.SUPPORT,
    Place(
        _("Requests"),
        _("What groups ask the early years team for."),
        "support:support",
        Permission.VIEW_SUPPORT,
        also=tuple(
            f"support:{name}"
            for name in (
                "support_request",
                "answer_support",
                "cancel_support",
                "finish_support",
                "withdraw_support",
            )
        ),
    ),
    key="requests",
    order=10,
)
add_place(
    Hub.SUPPORT,
    Place(
        _("Referrals"),
        _("Settings that were pointed to a group, and what came of it."),
        "support:referrals",
        Permission.VIEW_SUPPORT,
        also=tuple(f"support:{name}" for name in ("refer", "referral", "follow_up", "take_back_referral")),
    ),
    key="referrals",
    order=20,
)
add_place(
    Hub.SUPPORT,
    Place(
        _("Messages"),
        _("Emails to the people of groups and settings."),
        "support:messages",
        Permission.SEND_MESSAGES,
        also=tuple(
            f"support:{name}"
            for name in (
                "write_message",
                "write_to_settings",
                "message",
                "change_message",
                "check_message",
                "write_again",
            )
        ),
    ),
    key="messages",
    order=30,
)


@administration_blocks.register(key="support", order=20)
def support_of_group(visitor: Visitor, collaboration: Any) -> Block | None:
    """What the group asks of the team, and the messages that went to it. Nothing here knows a case (O6)."""
    runs_it = visitor.allows(Permission.RUN_COLLABORATION, collaboration)
    sees = runs_it or visitor.allows(Permission.VIEW_SUPPORT)
    rows = requests_of(collaboration)[:MAX_REQUESTS] if sees else []
    messages = visitor.allows(Permission.SEND_MESSAGES)
    paused = paused_on_page(visitor, collaboration) if sees else []
    context = {
        "paused": paused,
        "team": visitor.authority,
        "asks": asks_of(collaboration, paused) if runs_it and collaboration.closed_on is None else [],
        "requests": [{"row": row, "colour": request_colour(row)} for row in rows],
        "messages_url": f"{reverse('support:messages')}?{urlencode({'collaboration': collaboration.pk})}"
        if messages
        else "",
    }
    return Block("support/of_administration.html", context)


add_topic(
    Readers.SETTING,
    _("The early years team tells you of a collaboration that you could join."),
    "support.referral_to_setting",
    key="referrals",
    order=60,
)
add_topic(
    Readers.GROUP,
    _("The early years team sends settings to you, or answers what you asked for."),
    "support.referrals_to_leader",
    "support.support_answered",
    key="answers",
    order=40,
)
add_topic(
    Readers.EVERYBODY,
    _("The early years team or a leader of your group writes to you, or you try a message of your own."),
    "support.message_copy",
    "support.group_message_copy",
    "support.message_tried",
    key="messages",
    order=30,
)
add_topic(
    Readers.TEAM,
    _("A collaboration asks for support, takes that back, or you are to come."),
    "support.support_asked",
    "support.support_withdrawn",
    "support.support_for_officer",
    key="requests",
    order=20,
)


@administration_blocks.register(key="messages", order=25)
def messages_of(visitor: Visitor, collaboration: Any) -> Block | None:
    """What the group wrote to all its members: for who runs it alone (decision 0050)."""
    if not visitor.allows(Permission.RUN_COLLABORATION, collaboration):
        return None
    context = {
        "messages": list(messages_of_group(collaboration)[:MAX_MESSAGES]),
        "write_url": reverse("support:write_to_members", args=[collaboration.pk])
        if collaboration.closed_on is None
        else "",
        "url": reverse("support:group_messages", args=[collaboration.pk]),
    }
    return Block("support/messages_of_administration.html", context)


@engagements.register(key="support", order=10)
def requests_with_a_day(since: date, until: date) -> Iterator[Engagement]:
    """First meetings and meetings by invitation. Few queries, however many there are. A first meeting that is
    arranged stands there by itself (``meetings.frame.first``).
    """
    rows = list(requests_to_attend(since=since, until=until))
    meetings = meetings_of_requests(rows)
    arranged = groups_with_first([row.collaboration_id for row in rows if row.kind == Kind.FIRST_MEETING])
    for row in rows:
        if row.kind == Kind.FIRST_MEETING and row.collaboration_id in arranged:
            continue
        if row.wanted_on is not None:
            yield _engagement(row, row.wanted_on, meetings.get((row.collaboration_id, row.wanted_on)))


def _engagement(row: SupportRequest, on: date, meeting: Any) -> Engagement:
    """Times and place are what was said with the answer, else those of the group's own meeting of that day."""
    times = (row.starts_at, row.ends_at)
    if row.starts_at is None and meeting is not None:
        times = (meeting.starts_at, meeting.ends_at)
    missing = row.kind == Kind.ATTEND and meeting is None
    district = row.collaboration.district
    return Engagement(
        source="support",
        pk=row.pk,
        on=on,
        kind=str(row.get_kind_display()),
        about=row.collaboration.name,
        url_name="support:support_request",
        url_args=(row.pk,),
        starts_at=times[0],
        ends_at=times[1],
        place=row.place or (meeting.place if meeting is not None else ""),
        person_id=row.officer_id,
        person=str(row.officer or ""),
        district_id=row.collaboration.district_id,
        district=str(district or ""),
        is_accepted=row.state == RequestState.ACCEPTED,
        note=gettext("The group has no meeting planned on that day.") if missing else "",
    )


@dues.register(key="engagements", order=15)
def engagements_due(user: User, on: date, until: date) -> Iterator[Due]:
    """What somebody of the team has promised to come to, whichever subject it is of."""
    if not people_giving_support(on=on).filter(pk=user.pk).exists():
        return
    for item in engagements_between(on, until):
        if item.is_accepted and item.person_id == user.pk:
            words = gettext("%(kind)s, %(time)s") if item.starts_at else "%(kind)s"
            what = words % {"kind": item.kind, "time": time_in_words(item.starts_at)}
            yield Due(item.on, what, within_authority(item.url_name, *item.url_args), item.about)


@diary.register(key="support", order=20)
def visits_in_diary(user: User, days: Days) -> Iterator[Event]:
    """The days on which somebody of the team comes: for the officer, and for those who run the group."""
    for request in requests_in_calendar(user, on=days.on, since=days.since, until=days.until):
        if request.wanted_on is not None:
            title = title_for_officer(request) if request.officer_id == user.pk else title_for_group(request)
            yield event_of(request, request.wanted_on, title)
