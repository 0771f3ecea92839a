"""Writing to who signs about a payee (S9): a link for each manager that opens the one page. Once a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from accounts.models import TaskLink, User
from accounts.services.links import make_link, renew_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from collaborations.selectors import collaboration_for_update
from documents.services.outbox import send_email
from memberships.models.members import Membership
from memberships.selectors.people import managers_of_settings
from supplement.emails.payees import PayeeEnded, SignatureAsked
from supplement.models.payees import Payee
from supplement.rules.payees import Part
from supplement.selectors.payees import PURPOSES, PayeeStanding, standing_of
from supplement.selectors.signing import (
    ToSign,
    everything_to_sign,
    groups_with_payees,
    last_asked,
    signature_asked,
)

NOBODY_TO_REMIND = gettext_noop("Everybody has signed. Nobody needs a reminder.")
#: Who has not signed is reminded by itself after so long, until it signs.
REMIND_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it: settings written to now, written to earlier today, and those with nobody to write to."""

    now: int = 0
    earlier: int = 0
    without_people: tuple[str, ...] = ()

    def in_words(self) -> str:
        words = [
            ngettext("%(number)d setting was reminded.", "%(number)d settings were reminded.", self.now)
            % {"number": self.now}
        ]
        if self.earlier:
            several = ngettext(
                "%(number)d was written to earlier today.",
                "%(number)d were written to earlier today.",
                self.earlier,
            )
            words.append(several % {"number": self.earlier})
        if self.without_people:
            names = ", ".join(self.without_people)
            words.append(_("Nobody is known to write to at: %(names)s.") % {"names": names})
        return " ".join(words)


def ask_everybody(standing: PayeeStanding, *, by: User | None, at: datetime) -> Asked:
    """Write to everybody who has not signed. The caller holds the collaboration locked."""
    return _ask(everything_to_sign(standing), by=by, at=at)


def _ask(rows: Sequence[ToSign], *, by: User | None, at: datetime) -> Asked:
    today = timezone.localdate(at)
    people = managers_of_settings(sorted({row.provider.pk for row in rows}), on=today)
    asked, now, earlier, alone = last_asked(rows), 0, 0, []
    for row in rows:
        managers = people.get(row.provider.pk, [])
        if not managers:
            alone.append(str(row.provider))
        elif asked.get((PURPOSES[row.part], row.about_id)) == today:
            earlier += 1
        else:
            end_links_to(row.part, row.about_id, at=at)
            for person in managers:
                facts: dict[str, Any] = {"email": person.email, "user": person, "at": at}
                link = make_link(purpose=PURPOSES[row.part], about_id=row.about_id, **facts)
                send_email(SignatureAsked(link_id=link.pk, asked_by=by.pk if by else 0))
            now += 1
    return Asked(now, earlier, tuple(alone))


@transaction.atomic
def remind_signers(*, collaboration_id: int, by: User, at: datetime) -> Asked:
    """One tap: every setting of the group that has not signed gets an email, unless it had one today.

    Raises ValidationError where everybody has signed.
    """
    group = collaboration_for_update(collaboration_id)
    rows = everything_to_sign(standing_of(collaboration_id, on=timezone.localdate(at)))
    if not rows:
        raise ValidationError(_(NOBODY_TO_REMIND))
    asked = _ask(rows, by=by, at=at)
    if asked.now:
        record(Action.SIGNERS_REMINDED, about=group, by=by, number=asked.now, collaboration=group)
    return asked


def remind_by_itself(*, at: datetime) -> None:
    """Write again to who was written to 14 days ago or more and has not signed. Twice on a day is once."""
    latest = timezone.localdate(at - REMIND_AFTER)
    for group in groups_with_payees():
        _remind_group(group, latest=latest, at=at)


@transaction.atomic
def _remind_group(group_id: int, *, latest: Any, at: datetime) -> None:
    group = collaboration_for_update(group_id)
    rows = everything_to_sign(standing_of(group_id, on=timezone.localdate(at)))
    asked = last_asked(rows)
    due = [row for row in rows if asked.get((PURPOSES[row.part], row.about_id), latest) <= latest]
    reminded = _ask(due, by=None, at=at)
    if reminded.now:
        record(Action.SIGNERS_REMINDED, about=group, by=None, number=reminded.now, collaboration=group)


def tell_of_end(ended: Payee, proposal: Payee, *, at: datetime) -> None:
    """Within the caller's transaction: whoever manages one of the two settings reads that an officer ended."""
    settings = (ended.provider_id, proposal.provider_id)
    for setting, people in managers_of_settings(settings, on=timezone.localdate(at)).items():
        for person in people:
            send_email(PayeeEnded(user_id=person.pk, payee_id=ended.pk, setting_id=setting))


@transaction.atomic
def send_signing_link_again(*, link: TaskLink, at: datetime) -> None:
    """Send a new link to the address of an old one, on its holder's request. Pressed twice, one email goes."""
    row = signature_asked(link, on=timezone.localdate(at))
    new = None if row is None else renew_link(link=link, at=at)
    if row is None or new is None:
        return
    facts: dict[str, Any] = {"setting": row.provider, "subject": row.payee.collaboration}
    record(Action.LINK_SENT_AGAIN, about=row.payee, by=link.user, **facts)
    send_email(SignatureAsked(link_id=new.pk, asked_by=0))


def end_links_to(part: Part, about_id: int, *, at: datetime) -> None:
    """End every open link to one signature."""
    take_back_links(purpose=PURPOSES[part], about_id=about_id, at=at)


def end_links_of_group(collaboration_id: int, *, at: datetime) -> None:
    """End every open link of a group: what its members are to sign is another thing from now on."""
    for part, model in ((Part.ACCEPT, Payee), (Part.HAND_OVER, Payee), (Part.MANDATE, Membership)):
        rows = model.objects.filter(collaboration=collaboration_id).order_by().values_list("pk", flat=True)
        for number in rows:
            end_links_to(part, number, at=at)
