"""The yearly confirmation that a member's staff know of the membership and its aims (C9), and the reminders
to those who owe it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import TaskLink, User
from accounts.services.links import make_link, renew_link, take_back_links, use_link
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import save_in_words
from core.text import one_line
from documents.services.outbox import send_email
from memberships.emails.standing import StaffToldReminder
from memberships.models.members import Membership
from memberships.models.offices import StaffTold
from memberships.selectors.members import membership_for_update
from memberships.selectors.staff_told import (
    STAFF_TOLD,
    confirmations_of,
    managers_of,
    membership_on,
    staff_told_lines,
    was_reminded_lately,
)


@transaction.atomic
def confirm_staff_told(
    *, membership: Membership, how: str = "", by: User, at: datetime, link: TaskLink | None = None
) -> StaffTold:
    """Record that a member's staff know of the collaboration, today.

    With ``link``, it is used up; other open links end.

    Again on the same day it changes nothing. Raises ValidationError when the setting is not a member today,
    or the link has gone.
    """
    today = timezone.localdate(at)
    membership = membership_for_update(membership.pk)
    if membership_on(membership.pk, on=today) is None:
        raise ValidationError(_("%(setting)s is not a member today.") % {"setting": membership.provider})
    if link is not None:
        use_link(link=link, at=at)
    row = confirmations_of(membership).filter(confirmed_on=today).first()
    if row is not None:
        return row  # pressed twice, or somebody else was faster
    row = StaffTold(membership=membership, confirmed_on=today, confirmed_by=by, how=one_line(how))
    save_in_words(row)
    facts: dict[str, Any] = {"setting": membership.provider, "collaboration": membership.collaboration}
    record(Action.STAFF_TOLD, about=membership, by=by, details={"how": row.how} if row.how else None, **facts)
    take_back_links(purpose=STAFF_TOLD, about_id=membership.pk, at=at)
    return row


@transaction.atomic
def remind_of_staff_told(*, collaboration: Collaboration, by: User, at: datetime) -> int:
    """Write to the managers of the members that owe the confirmation, with a link each.

    Answers how many settings that were.

    Whoever was reminded within the last week is left in peace, so a second press writes to nobody; and so is
    a setting without a manager who can sign in. Links of earlier reminders end.
    """
    today = timezone.localdate(at)
    _one_at_a_time(collaboration)
    reminded = 0
    for line in staff_told_lines(collaboration, on=today):
        if line.owes and not was_reminded_lately(line, at=at):
            reminded += _remind(line.membership, by=by, at=at, today=today)
    if reminded:
        record(
            Action.STAFF_TOLD_REMINDED,
            about=collaboration,
            by=by,
            number=reminded,
            collaboration=collaboration,
        )
    return reminded


@transaction.atomic
def send_staff_told_link_again(*, link: TaskLink, at: datetime) -> None:
    """Send a new link to the address of an old one, on request. Pressed twice, one email goes."""
    new = renew_link(link=link, at=at)
    if new is None:
        return
    membership = Membership.objects.select_related("collaboration", "provider").get(pk=link.about_id)
    facts: dict[str, Any] = {"setting": membership.provider, "subject": membership.collaboration}
    record(Action.LINK_SENT_AGAIN, about=membership, by=link.user, **facts)
    send_email(StaffToldReminder(link_id=new.pk))


def _remind(membership: Membership, *, by: User, at: datetime, today: date) -> bool:
    managers = managers_of(membership.provider, on=today)
    if managers:
        take_back_links(purpose=STAFF_TOLD, about_id=membership.pk, at=at)
    for person in managers:
        link = make_link(purpose=STAFF_TOLD, about_id=membership.pk, email=person.email, user=person, at=at)
        send_email(StaffToldReminder(link_id=link.pk, by_id=by.pk))
    return bool(managers)


def _one_at_a_time(collaboration: Collaboration) -> None:
    """Two presses at once wait for each other; the second finds everybody reminded."""
    Collaboration.objects.select_for_update(of=("self",), no_key=True).get(pk=collaboration.pk)
