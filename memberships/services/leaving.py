"""Giving notice, taking it back, and what a leaving member hands over (C6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from documents.services.outbox import send_email
from memberships.emails.leaving import NoticeGiven, NoticeTakenBack
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.rules import leaving
from memberships.selectors.joining import people_to_tell
from memberships.selectors.leaders import leaders_of
from memberships.selectors.leaving import hand_over_for_update, members_who_stay, open_hand_overs
from memberships.selectors.members import membership_for_update
from memberships.selectors.offices import offices_of
from memberships.selectors.people import people_concerned
from memberships.services.members import leave
from memberships.services.permissions import settle_permissions, take_turn
from memberships.services.refusing import refuse
from memberships.signals import handed_over, notice_given


@transaction.atomic
def give_notice(*, membership: Membership, left_on: date, reason: str, by: User, at: datetime) -> Membership:
    """A member says that it leaves:

    ``left_on`` is the first day on which it is no longer one, today or later.

    Its permissions end on that day by themselves. Those who lead get an email. Raises ValidationError when
    the day is past, or it leaves already.
    """
    refuse(leaving.refusals_of_notice(left_on=left_on, reason=reason, today=timezone.localdate(at)))
    take_turn()
    is_new = membership_for_update(membership.pk).left_on is None
    left = leave(membership=membership, on=left_on, reason=reason, by=by)
    if is_new:  # not pressed twice
        _note_offices(left, by=by, at=at)
        notice_given.send(Membership, membership=left, by=by, at=at)
        _send_emails(left, by=by, at=at)
    return left


def _note_offices(membership: Membership, *, by: User, at: datetime) -> None:
    """Who leads or holds an office for the member: somebody else is to do it."""
    on = timezone.localdate(at)
    leaders = leaders_of(membership.collaboration, on=on).filter(membership=membership)
    offices = offices_of(membership.collaboration, on=on).filter(membership=membership)
    duties = [
        *(_("Leading the group: %(person)s") % {"person": row.user} for row in leaders),
        *(
            _("%(office)s: %(person)s") % {"office": row.get_office_display(), "person": row.user}
            for row in offices
        ),
    ]
    for what in duties:
        note_hand_over(
            membership=membership, kind=HandOver.Kind.OTHER, what=what, taken_by=None, by=by, at=at
        )


def _send_emails(membership: Membership, *, by: User, at: datetime) -> None:
    for person in people_to_tell(membership.collaboration, on=timezone.localdate(at)):
        if person != by:
            send_email(
                NoticeGiven(membership_id=membership.pk, user_id=person.pk, left_on=str(membership.left_on))
            )


@transaction.atomic
def take_back_notice(*, membership: Membership, by: User, at: datetime) -> Membership:
    """The member stays after all. Whoever led for it until that day still does so only until then.

    Raises ValidationError when the day has come, or the setting is to join again after it.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    refuse(leaving.refusals_to_take_back(left_on=membership.left_on, today=timezone.localdate(at)))
    _must_be_a_notice(membership)
    before = {"left_on": [str(membership.left_on), None], "reason": membership.leaving_reason}
    left_on = str(membership.left_on)
    membership.left_on, membership.leaving_reason = None, ""
    clash = {
        "left_on": _("%(setting)s is recorded to join again later. Take that back first.")
        % {"setting": membership.provider}
    }
    save_in_words(membership, clash=clash, fields=["left_on", "leaving_reason"])
    facts: dict[str, Any] = {"setting": membership.provider, "collaboration": membership.collaboration}
    record(Action.NOTICE_TAKEN_BACK, about=membership, by=by, details=before, **facts)
    for person in people_to_tell(membership.collaboration, on=timezone.localdate(at)):
        if person != by:
            about = {"membership_id": membership.pk, "user_id": person.pk}
            send_email(NoticeTakenBack(**about, left_on=left_on))
    settle_permissions(user_ids=people_concerned(provider_id=membership.provider_id))
    return membership


def _must_be_a_notice(membership: Membership) -> None:
    """What ends by a change of legal entity (O2) is no notice that could be taken back."""
    if membership.continued_by.exists():
        raise ValidationError(
            {"left_on": _("Another membership carries this one on from that day, so its end stays.")}
        )


@transaction.atomic
def note_hand_over(
    *,
    membership: Membership,
    kind: str,
    what: str,
    taken_by: Membership | None,
    by: User,
    at: datetime,
    about: str = "",
) -> HandOver:
    """Note one thing that a leaving member hands over. The same thing twice is noted once.

    ``about`` names what an app keeps of it, which goes to who takes it over (``handed_over``). Raises
    ValidationError without a notice, or when who takes it over is no other member of the group.
    """
    membership = membership_for_update(membership.pk)
    refuse(leaving.refusals_to_hand_over(left_on=membership.left_on))
    _must_stay(taken_by, membership, at)
    same = open_hand_overs(membership).filter(kind=kind, what=one_line(what), about=about).first()
    if same is not None:
        return same  # pressed twice
    row = HandOver(membership=membership, kind=kind, what=one_line(what), taken_by=taken_by, about=about)
    save_in_words(row)
    _tell(Action.HAND_OVER_NOTED, row, by)
    return row


@transaction.atomic
def change_hand_over(
    *, hand_over: HandOver, kind: str, what: str, taken_by: Membership | None, by: User, at: datetime
) -> HandOver:
    """Put a line of the list right, or say who takes it over.

    Raises ValidationError when it has been handed over.
    """
    row = hand_over_for_update(hand_over.pk)
    refuse(leaving.refusals_to_change(done_on=row.done_on))
    _must_stay(taken_by, row.membership, at)
    if (row.kind, row.what, row.taken_by_id) == (kind, one_line(what), taken_by and taken_by.pk):
        return row
    row.kind, row.what, row.taken_by = kind, one_line(what), taken_by
    save_in_words(row, fields=["kind", "what", "taken_by"])
    _tell(Action.HAND_OVER_CHANGED, row, by)
    return row


@transaction.atomic
def finish_hand_over(*, hand_over: HandOver, on: date, by: User) -> HandOver:
    """Record that something has been handed over. What it stands for goes to who took it over."""
    row = hand_over_for_update(hand_over.pk)
    if row.done_on is not None:
        return row  # pressed twice
    row.done_on, row.done_by = on, by
    save_in_words(row, fields=["done_on", "done_by"])
    _tell(Action.HAND_OVER_DONE, row, by)
    handed_over.send(HandOver, hand_over=row, by=by, on=on)
    return row


@transaction.atomic
def remove_hand_over(*, hand_over: HandOver, by: User) -> None:
    """Strike a line that was noted by mistake. What has been handed over stays."""
    row = hand_over_for_update(hand_over.pk)
    refuse(leaving.refusals_to_change(done_on=row.done_on))
    _tell(Action.HAND_OVER_REMOVED, row, by)
    row.delete()


def _tell(action: Action, row: HandOver, by: User) -> None:
    membership = row.membership
    record(
        action,
        about=row,
        by=by,
        setting=membership.provider,
        collaboration=membership.collaboration,
        what=row.what,
    )


def _must_stay(taken_by: Membership | None, membership: Membership, at: datetime) -> None:
    """Raise ValidationError unless it is another member of the group today."""
    if taken_by is None:
        return
    if not members_who_stay(membership, on=timezone.localdate(at)).filter(pk=taken_by.pk).exists():
        raise ValidationError({"taken_by": _("Choose another member of the collaboration.")})
