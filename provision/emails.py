"""Emails about staff numbers and free places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, recipient_of_link
from accounts.models import TaskLink
from accounts.selectors import roles_today, token_of, was_sent_before
from core.emails import Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_manage
from memberships.selectors.contacts import contact_of, setting_to_name
from providers.models import Provider
from provision import rules
from provision.models import StaffReturnReminder, Vacancy
from provision.selectors import LINK_PURPOSE, is_childminder, open_members, vacancies_of

#: What the link in the email about free places is for; it is about a setting.
KEEP_PLACES = "provision.keep_places"


class ReminderAndLink(NamedTuple):
    reminder: StaffReturnReminder
    link: TaskLink
    on: date


@email_kind("provision.staff_return_asked")
class StaffReturnAsked(Email[ReminderAndLink]):
    """To a manager: the question, the last day, and, while it can be used, the link that answers it."""

    template = "provision/staff_return"
    link_id: int

    def load(self, at: datetime, /) -> ReminderAndLink | None:
        links = TaskLink.objects.filter(purpose=LINK_PURPOSE, pk=self.link_id).select_related("user")
        link = links.filter(used_at=None, withdrawn_at=None, expires_at__gt=at).first()
        if link is None:
            return None
        reminders = StaffReturnReminder.objects.select_related("period", "provider", "sent_by")
        reminder = reminders.filter(pk=link.about_id).first()
        return ReminderAndLink(reminder, link, timezone.localdate(at)) if reminder is not None else None

    def recipients(self, row: ReminderAndLink, /) -> Sequence[Recipient]:
        return [recipient_of_link(row.link)]

    def subject(self, row: ReminderAndLink, to: Recipient, /) -> str:
        """A childminder is the setting, and needs no name to know whose number it is."""
        provider = row.reminder.provider
        day = day_and_month(row.reminder.period.due_on)
        if not is_childminder(provider):
            what = _("confirm your staff number by %(day)s") % {"day": day}
            return subject_of(str(provider), what, again=self._again(row))
        what = _("confirm how many work with you by %(day)s") % {"day": day}
        return subject_of(
            setting_to_name(row.link.user_id, provider, on=row.on), what, again=self._again(row)
        )

    def reference(self, row: ReminderAndLink, /) -> str:
        return f"staff-return-{row.link.pk}"

    def context(self, row: ReminderAndLink, /) -> Mapping[str, Any]:
        provider = row.reminder.provider
        return {
            "setting": provider,
            "period": row.reminder.period,
            "by": row.reminder.sent_by,
            "by_team": bool(roles_today(row.reminder.sent_by)),
            "groups": _groups_of(provider, on=row.on),
            "is_childminder": is_childminder(provider),
            "is_late": self._is_late(row),
            "until": row.link.expires_at,
        }

    def link(self, row: ReminderAndLink, to: Recipient, /) -> Link:
        label = _("Confirm your staff number")
        if is_childminder(row.reminder.provider):
            label = _("Confirm how many work with you")
        return Link(label, within_authority("provision:staff_return_link", token_of(row.link)))

    def contact(self, row: ReminderAndLink, to: Recipient, /) -> Contact | None:
        return contact_of(row.reminder.sent_by, on=row.on)

    def why(self, row: ReminderAndLink, to: Recipient, /) -> str:
        return why_manage(row.reminder.provider)

    def _is_late(self, row: ReminderAndLink) -> bool:
        return row.reminder.sent_on > row.reminder.period.due_on

    def _again(self, row: ReminderAndLink) -> Again:
        if self._is_late(row):
            return Again.STILL_OPEN
        asked = _was_reminded_before(row.reminder) or was_sent_before(row.link)
        return Again.REMINDER if asked else Again.NO


class Fading(NamedTuple):
    """A setting, what of its free places fades soon, and the manager's link."""

    provider: Provider
    places: Sequence[Vacancy]
    link: TaskLink


@email_kind("provision.places_fading")
class PlacesFading(EmailToUser[Fading]):
    """To a manager, some days before free places are no longer shown: are they still free? One tap keeps them.

    Nothing where they were confirmed or removed meanwhile.
    """

    template = "provision/places_fading"
    provider_id: int
    fades_on: str

    def load(self, at: datetime, /) -> Fading | None:
        provider = Provider.objects.filter(pk=self.provider_id).first()
        links = TaskLink.objects.filter(purpose=KEEP_PLACES, about_id=self.provider_id, user=self.user_id)
        link = links.filter(used_at=None, withdrawn_at=None, expires_at__gt=at).order_by("-pk").first()
        if provider is None or link is None:
            return None
        on = timezone.localdate(at)
        places = [row for row in vacancies_of(provider) if rules.is_fading(row.confirmed_on, on)]
        return Fading(provider, places, link) if places else None

    def subject(self, row: Fading, to: Recipient, /) -> str:
        day = day_and_month(date.fromisoformat(self.fades_on))
        what = _("places still free? They disappear on %(day)s") % {"day": day}
        return subject_of(str(row.provider), what)

    def reference(self, row: Fading, /) -> str:
        return f"places-fading-{row.provider.pk}-{self.fades_on}"

    def context(self, row: Fading, /) -> Mapping[str, Any]:
        return {
            "setting": row.provider,
            "places": [vacancy.in_words() for vacancy in row.places],
            "fades_on": date.fromisoformat(self.fades_on),
        }

    def link(self, row: Fading, to: Recipient, /) -> Link:
        return Link(_("They are still free"), within_authority("provision:keep_places", token_of(row.link)))

    def why(self, row: Fading, to: Recipient, /) -> str:
        return why_manage(row.provider)


def _was_reminded_before(reminder: StaffReturnReminder) -> bool:
    """Whether the setting was written to about the period on an earlier day."""
    rows = StaffReturnReminder.objects.filter(period=reminder.period_id, provider=reminder.provider_id)
    return rows.filter(sent_on__lt=reminder.sent_on).exists()


def _groups_of(provider: Provider, *, on: date) -> list[str]:
    """The groups in which a setting's number counts on a day, by name."""
    rows = open_members(on).filter(provider=provider).select_related("collaboration")
    return [str(row.collaboration) for row in rows.order_by("collaboration__name__in_order", "pk")]
