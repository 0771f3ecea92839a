"""The weekly email of what is new in one's groups and of what one is to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.models import Authority, User
from accounts.selectors import current_authority, news_token_of, people_to_write_to, wants_news
from core.addresses import absolute
from core.emails import Recipient, email_kind, within_authority
from core.frame.news import Due, News, dues_for, news_for
from core.mail import Link
from core.subjects import subject_of
from core.wording import day_and_month

WEEK = timedelta(days=7)


class Week(NamedTuple):
    """What one person reads of a week that begins on ``monday``."""

    authority: Authority
    person: User
    monday: date
    dues: Sequence[Due]
    news: Sequence[News]


@email_kind("portal.weekly_digest")
class WeeklyDigest(EmailToUser[Week]):
    """To everybody who has news of the week before, or something to do. News alone can be off."""

    template = "portal/weekly_digest"
    week: str

    def load(self, at: datetime, /) -> Week | None:
        monday = date.fromisoformat(self.week)
        person = people_to_write_to([self.user_id]).first()
        if person is None:
            return None
        news = news_for(person, since=monday - WEEK, until=monday) if wants_news(person) else []
        dues = dues_for(person, on=monday, until=monday + WEEK)
        return Week(current_authority(), person, monday, dues, news) if news or dues else None

    def subject(self, row: Week, to: Recipient, /) -> str:
        number, day = len(row.dues), day_and_month(row.monday)
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
        return {"dues": row.dues, "monday": row.monday, "groups": groups}

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
        path = within_authority("portal:news_choice", news_token_of(row.person))
        return absolute(f"/{row.authority.slug}/{path}")
