"""Reminders of the staff return: to those members that owe it
only, once a day, with a link for each manager.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import TaskLink, User
from accounts.services.links import make_link, renew_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.scoping import acting_as, authority_scope, current_authority_id
from documents.models import Job
from documents.services import jobs
from documents.services.outbox import enqueue, send_email
from providers.models import Provider
from provision import selectors
from provision.emails import StaffReturnAsked
from provision.models import ReturnPeriod, StaffReturn, StaffReturnReminder
from provision.rules import can_certify
from provision.selectors import open_period, period_by_id, state_of_period

#: A link lasts as long as a period usually does; certifying ends it.
DAYS_OF_LINK = 60


@transaction.atomic
def remind_setting(
    *, period: ReturnPeriod, provider: Provider, people: Sequence[User], by: User, at: datetime
) -> StaffReturnReminder | None:
    """Write to the people who answer for a setting.

    None when it was reminded today, has certified, or has nobody to write to.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('staff return reminders'), %s)", [current_authority_id()]
        )
    day, about = timezone.localdate(at), {"period": period, "provider": provider}
    done = StaffReturn.objects.filter(**about).exists()
    if done or not people or StaffReturnReminder.objects.filter(**about, sent_on=day).exists():
        return None
    for earlier in StaffReturnReminder.objects.filter(**about):
        take_back_links(purpose=selectors.LINK_PURPOSE, about_id=earlier.pk, at=at)
    reminder: StaffReturnReminder = StaffReturnReminder.objects.create(**about, sent_on=day, sent_by=by)
    for person in people:
        facts: dict[str, Any] = {"email": person.email, "user": person, "days": DAYS_OF_LINK}
        link = make_link(purpose=selectors.LINK_PURPOSE, about_id=reminder.pk, at=at, **facts)
        send_email(StaffReturnAsked(link_id=link.pk))
    return reminder


@transaction.atomic
def send_return_link_again(*, link: TaskLink, at: datetime) -> None:
    """Send a new link to the address of an old one, on its holder's request. Pressed twice, one email goes."""
    new = renew_link(link=link, at=at, days=DAYS_OF_LINK)
    if new is None:
        return
    reminder = StaffReturnReminder.objects.select_related("period", "provider").get(pk=link.about_id)
    facts: dict[str, Any] = {"setting": reminder.provider, "subject": reminder.period}
    record(Action.LINK_SENT_AGAIN, about=reminder.provider, by=link.user, **facts)
    send_email(StaffReturnAsked(link_id=new.pk))


STEP = 50


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of it: settings reminded now, reminded earlier today, and those with nobody to write to."""

    now: int = 0
    earlier: int = 0
    without_people: tuple[str, ...] = ()

    def and_more(self, other: Reminded) -> Reminded:
        return replace(
            self,
            now=self.now + other.now,
            earlier=self.earlier + other.earlier,
            without_people=self.without_people + other.without_people,
        )

    def in_words(self) -> str:
        parts = [
            ngettext("%(number)d setting was reminded.", "%(number)d settings were reminded.", self.now)
            % {"number": self.now}
        ]
        if self.earlier:
            words = ngettext(
                "%(number)d was reminded earlier today.",
                "%(number)d were reminded earlier today.",
                self.earlier,
            )
            parts.append(words % {"number": self.earlier})
        if self.without_people:
            names = ", ".join(self.without_people)
            parts.append(_("Nobody is known to write to at: %(names)s.") % {"names": names})
        return " ".join(parts)


@transaction.atomic
def remind_collaboration(*, collaboration: Collaboration, by: User, at: datetime) -> Reminded:
    """One tap: every member that owes the staff return gets an email, unless it had one today.

    Raises ValidationError when no period is open, or nobody owes anything.
    """
    today = timezone.localdate(at)
    period = open_period(today)
    if period is None:
        raise ValidationError(_("No staff number is asked for today."))
    owing = list(selectors.settings_that_owe(period, collaboration=collaboration))
    if not owing:
        raise ValidationError(_("Nobody owes it. Nobody needs a reminder."))
    done = _remind(period, owing, by=by, at=at)
    _record(done.now, period, about=collaboration, by=by)
    return done


@transaction.atomic
def start_reminders(*, period: ReturnPeriod, by: User, at: datetime, about: str = "") -> Job:
    """Remind every setting of the authority that owes, in the background. ``about``: where to read of it.

    Raises ValidationError when the period cannot be answered, or nobody owes anything.
    """
    today = timezone.localdate(at)
    if not can_certify(state_of_period(period, on=today)):
        raise ValidationError(_("%(period)s is not open.") % {"period": period})
    total = selectors.settings_that_owe(period).count()
    if not total:
        raise ValidationError(_("Nobody owes it. Nobody needs a reminder."))
    title = _("Reminders of the staff number for %(period)s") % {"period": period}
    job = jobs.start_job(
        kind="reminders", title=title, by=by, at=at, total=total, message=_("Waiting to start"), about=about
    )
    enqueue("provision.remind_everybody", job_id=job.pk, period_id=period.pk, user_id=by.pk)
    return job


def remind_everybody(*, job_id: int, period_id: int, user_id: int, authority_id: int, at: datetime) -> None:
    """The work of ``start_reminders``, fifty settings a step, each with its entry in the audit log.

    Killed and run again, nobody is reminded twice (once a day is enough), and every reminder is in exactly
    one entry.
    """
    with authority_scope(authority_id):
        if not jobs.begin(job_id=job_id, at=at):
            return
        period, by = period_by_id(period_id), User.objects.get(pk=user_id)
        owing = [] if period is None else list(selectors.settings_that_owe(period))
    done = Reminded()
    for start in range(0, len(owing), STEP):
        with authority_scope(authority_id), acting_as(user_id):
            step = _remind(period, owing[start : start + STEP], by=by, at=at)  # type: ignore[arg-type]
            _record(step.now, period, about=period, by=by)  # type: ignore[arg-type]
            done = done.and_more(step)
            if not jobs.advance(job_id=job_id, done=min(start + STEP, len(owing)), total=len(owing)):
                break
    with authority_scope(authority_id), acting_as(user_id):
        jobs.finish(
            job_id=job_id, at=timezone.now(), result={"settings": done.now}, message=done.in_words()[:300]
        )


def _remind(period: ReturnPeriod, owing: Sequence[Provider], *, by: User, at: datetime) -> Reminded:
    people = selectors.managers_by_setting([provider.pk for provider in owing], on=timezone.localdate(at))
    reminded = 0
    alone = tuple(str(provider) for provider in owing if not people.get(provider.pk))
    for provider in owing:
        if people.get(provider.pk):
            reminded += (
                remind_setting(period=period, provider=provider, people=people[provider.pk], by=by, at=at)
                is not None
            )
    return Reminded(reminded, len(owing) - len(alone) - reminded, alone)


def _record(number: int, period: ReturnPeriod, *, about: models.Model, by: User) -> None:
    if number:
        facts: dict[str, Any] = {"number": number, "period": period}
        record(Action.REMINDERS_SENT, about=about, by=by, **facts)
