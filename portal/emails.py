"""The weekly email of what is new in one's groups and of what one is to do; the day's email of what could
wait.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser, address_to_stop
from accounts.models import Authority, User
from accounts.selectors import affiliation_here, current_authority, news_token_of, people_to_write_to
from core.addresses import absolute
from core.emails import Pace, Recipient, email_kind, email_named, within_authority
from core.frame.news import Due, News, dues_for, news_for
from core.mail import Attachment, Link
from core.subjects import subject_of
from core.wording import day_and_month
from documents.rules import WEEK, Updates, day_of_week, news_since
from documents.selectors import emails_of_day, updates_of

log = logging.getLogger(__name__)


class Week(NamedTuple):
    """What one person reads on the ``day`` of the week that they chose."""

    authority: Authority
    person: User
    day: date
    dues: Sequence[Due]
    news: Sequence[News]


@email_kind("portal.weekly_digest")
class WeeklyDigest(EmailToUser[Week]):
    """To everybody who has news of the week before, or something to do. News alone can be off. ``week``: its
    Monday.
    """

    template = "portal/weekly_digest"
    week: str

    def load(self, at: datetime, /) -> Week | None:
        monday = date.fromisoformat(self.week)
        person = people_to_write_to([self.user_id]).first()
        if person is None:
            return None
        tie = affiliation_here(person)
        day = day_of_week(monday, tie.news_day if tie else 0)
        since = news_since(day, tie.news_day_chosen_on if tie else None)
        news = news_for(person, since=since, until=day) if tie and tie.news_off_at is None else []
        dues = dues_for(person, on=day, until=day + WEEK)
        return Week(current_authority(), person, day, dues, news) if news or dues else None

    def subject(self, row: Week, to: Recipient, /) -> str:
        number, day = len(row.dues), day_and_month(row.day)
        if number:
            what = ngettext("%(number)d thing to do", "%(number)d things to do", number)
            return subject_of(_("Your week, %(day)s") % {"day": day}, what % {"number": number})
        groups = {item.group for item in row.news}
        about = groups.pop() if len(groups) == 1 else _("Your groups")
        return subject_of(about, _("what is new, %(day)s") % {"day": day})

    def reference(self, row: Week, /) -> str:
        return f"week-{self.user_id}-{self.week}"

    def context(self, row: Week, /) -> Mapping[str, Any]:
        groups: dict[str, list[News]] = {}
        for item in row.news:
            groups.setdefault(item.group, []).append(item)
        return {"dues": row.dues, "today": row.day, "groups": groups}

    def link(self, row: Week, to: Recipient, /) -> Link:
        items: list[Due | News] = [*row.dues, *row.news]
        if len(items) == 1:
            return Link(_("Open it"), items[0].url)
        return Link(_("Sign in to see it all"))

    def why(self, row: Week, to: Recipient, /) -> str:
        return _("You get this email because you belong to a group or a setting, at most once a week.")

    def unsubscribe_url(self, row: Week, to: Recipient, /) -> str:
        """News alone can be stopped; an email of nothing but dues offers no such thing."""
        if not row.news:
            return ""
        path = within_authority("portal:news_choice", news_token_of(row.person.pk))
        return absolute(f"/{row.authority.slug}/{path}")


class DayLine(NamedTuple):
    """An email that waited: what it is about, where it leads, and its files. ``can_stop``: it is news."""

    words: str
    link: Link | None
    files: Sequence[Attachment]
    can_stop: bool


class Day(NamedTuple):
    """What one person reads of what waited for the email of a day."""

    authority: Authority
    person: User
    day: date
    lines: Sequence[DayLine]


@email_kind("portal.daily_digest")
class DailyDigest(EmailToUser[Day]):
    """To whoever has emails that could wait: what of them still holds, in one (decision 0060)."""

    template = "portal/daily_digest"
    day: str

    def load(self, at: datetime, /) -> Day | None:
        person = people_to_write_to([self.user_id]).first()
        if person is None:
            return None
        day, authority = date.fromisoformat(self.day), current_authority()
        stopped = updates_of(person.pk) == Updates.OFF
        lines = [
            line
            for kind, ids in emails_of_day(person.pk, day)
            for line in self._lines(kind, ids, person, at)
            if not (stopped and line.can_stop)
        ]
        return Day(authority, person, day, lines) if lines else None

    @staticmethod
    def _lines(kind: str, ids: Mapping[str, int | str], person: User, at: datetime) -> Iterator[DayLine]:
        """One line, or none where it holds no longer or is not for this person any more."""
        try:
            # to the account that has taken over the one that it was asked for
            email = email_named(kind, {**ids, "user_id": person.pk})
        except (KeyError, TypeError):  # of another version
            log.exception("an email that waited is of a kind that nobody knows: %s", kind)
            return
        row = email.load(at)
        if row is None or not email.still_true(row):
            return
        for to in email.recipients(row):
            yield DayLine(
                email.subject(row, to),
                email.link(row, to),
                email.attachments(row, to),
                email.pace == Pace.NEWS,
            )

    def subject(self, row: Day, to: Recipient, /) -> str:
        number, day = len(row.lines), day_and_month(row.day)
        if number == 1:
            return row.lines[0].words
        what = ngettext("%(number)d thing for you", "%(number)d things for you", number)
        return subject_of(_("Your day, %(day)s") % {"day": day}, what % {"number": number})

    def reference(self, row: Day, /) -> str:
        return f"day-{self.user_id}-{self.day}"

    def context(self, row: Day, /) -> Mapping[str, Any]:
        address = absolute(f"/{row.authority.slug}/")
        lines = [
            f"{line.words}: {address}{line.link.path}" if line.link else line.words for line in row.lines
        ]
        return {
            "lines": lines,
            "only": row.lines[0].words if len(lines) == 1 else "",
            "has_files": any(line.files for line in row.lines),
        }

    def link(self, row: Day, to: Recipient, /) -> Link | None:
        return row.lines[0].link if len(row.lines) == 1 else Link(_("Sign in to see it all"))

    def why(self, row: Day, to: Recipient, /) -> str:
        return _(
            "You get this email because what can wait comes to you in one email. In your account you can choose"
            " to have it each week, or each by itself. What is needed soon comes at once."
        )

    def attachments(self, row: Day, to: Recipient, /) -> Sequence[Attachment]:
        """As files to be opened: an invitation of its own goes by an email of its own."""
        files = [file for line in row.lines for file in line.files]
        names = [f"{place}-{file.name}" for place, file in enumerate(files, 1)]
        return [
            replace(file, name=name if len(files) > 1 else file.name, calendar_method="")
            for name, file in zip(names, files, strict=True)
        ]

    def unsubscribe_url(self, row: Day, to: Recipient, /) -> str:
        """Of what can be stopped alone; an email of nothing else offers no such thing."""
        return address_to_stop(self.user_id) if any(line.can_stop for line in row.lines) else ""
