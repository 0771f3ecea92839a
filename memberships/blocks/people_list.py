"""People as the pages of a group list them: with their setting and how to write to them. Drawn without
templates, as all that repeats (decision 0065).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from core.frame.drawing import draw_email, draw_items, draw_not_accepted, draw_tag
from core.wording import date_in_words, escaped
from memberships.models.members import LeaderAppointment
from memberships.selectors.of_group import InOffice
from ofsted.selectors.register import JudgedToday
from providers.models import Provider


@dataclass(frozen=True, slots=True)
class ShownLeader:
    row: LeaderAppointment
    words: str
    judged: JudgedToday | None
    verdict: str
    colour: str


def draw_leaders(leaders: Iterable[ShownLeader]) -> SafeString:
    """The items of a list; for the team with what the leading policy says of the setting."""
    return draw_items(map(_leader, leaders))


def _leader(leader: ShownLeader) -> str:
    person, setting = leader.row.user, leader.row.membership.provider
    parts = [
        f"<strong>{escaped(person.full_name)}</strong>{draw_not_accepted(person)}",
        f"{escaped(setting)}{draw_unlisted(setting)}",
        escaped(leader.words),
        draw_email(person.email),
    ]
    if leader.judged:
        parts.append(draw_tag(leader.verdict, leader.colour))
        parts += (f'<span class="app-quiet">{escaped(reason)}</span>' for reason in leader.judged.because)
    return "<br>".join(parts)


def draw_offices(offices: Iterable[InOffice]) -> SafeString:
    """The items of a list of who holds which office."""
    return draw_items(
        f"{escaped(holder.label)}: {escaped(holder.full_name)}"
        f"{draw_not_accepted(holder)}<br>{draw_email(holder.email)}"
        for holder in offices
    )


def draw_person(person: User) -> str:
    """Name and email in one line."""
    return f"{escaped(person.full_name)}, {draw_email(person.email)}{draw_not_accepted(person)}"


def draw_unlisted(setting: Provider) -> str:
    """In a line of its own, that Ofsted no longer lists a setting; "" of others."""
    if not setting.unlisted_since:
        return ""
    words = _("No longer listed since %(day)s") % {"day": date_in_words(setting.unlisted_since)}
    return f"<br>{draw_tag(words, 'orange')}"
