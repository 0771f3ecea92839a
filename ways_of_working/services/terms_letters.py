"""Letters about the agreement to ways of working: asking the members, reminding the silent ones, telling what was adopted (W2).

``TermsReminder`` is the claim: a member is written to once a day for one version, whoever presses and whatever runs twice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from accounts.models import TaskLink, User
from accounts.services import DAYS_OPEN, make_link, take_back_links
from core.mail import send_letter
from documents.services.outbox import enqueue
from memberships.models.members import Membership
from memberships.selectors.joining import people_to_tell
from memberships.selectors.people import managers_to_write_to
from provision import selectors
from ways_of_working import emails
from ways_of_working.models import TermsReminder, WaysOfWorking
from ways_of_working.selectors.agreement import ANSWER_TERMS, ask_still_open

State = WaysOfWorking.State


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it: members written to now, written to earlier today, and those with nobody to write to."""

    now: int = 0
    earlier: int = 0
    without_people: tuple[str, ...] = ()


def ask(ways: WaysOfWorking, stays: Sequence[Membership], *, by: User | None, at: datetime, is_first: bool = False) -> Asked:
    """Write to the managers of these members, each with a link that answers. Links of earlier letters end.

    ``is_first``: the version goes round now, so a letter of the same day about what was taken back does not count.
    The caller holds the version locked.
    """
    today = timezone.localdate(at)
    people = selectors.managers_by_setting([stay.provider_id for stay in stays], on=today)
    alone = tuple(str(stay.provider) for stay in stays if not people.get(stay.provider_id))
    asked = 0
    for stay in stays:
        if managers := people.get(stay.provider_id):
            asked += _ask_one(ways, stay, managers, by=by, at=at, is_first=is_first)
    return Asked(asked, len(stays) - len(alone) - asked, alone)


def tell(ways: WaysOfWorking, *, what: str, on: date, but: Collection[int] = ()) -> None:
    """Put a letter to everybody of the members, and to who runs the group, into the outbox. ``what``: one of ``LETTERS``."""

    managers = managers_to_write_to([ways.collaboration_id], on=on)
    told = {one.pk for one in [*managers, *people_to_tell(ways.collaboration, on=on)]}
    for user_id in sorted(told - set(but)):
        enqueue("ways_of_working.tell_of_terms", ways_id=ways.pk, user_id=user_id, what=what)


def send_terms_letter(*, link_id: int, on: date) -> bool:
    """Send the letter of one link, unless the answer is there or the version went on meanwhile. Sent twice it is one letter."""
    rows = TaskLink.objects.filter(pk=link_id, purpose=ANSWER_TERMS, used_at=None, withdrawn_at=None)
    link = rows.select_related("user", "authority").first()
    found = None if link is None else ask_still_open(link, on=on)
    if link is None or found is None:
        return False
    is_reminder = TermsReminder.objects.filter(
        ways=found.ways_id, membership=found.membership_id, sent_on__lt=found.sent_on, sent_on__gte=_since(found.ways)
    ).exists()
    is_late = found.ways.answer_by_on is not None and found.ways.answer_by_on < on
    send_letter(emails.terms_asked_letter(link, found, is_reminder=is_reminder, is_late=is_late), authority=link.authority)
    return True


def tell_of_terms(*, ways_id: int, user_id: int, what: str) -> bool:
    """Send one person the letter about a small change or an adoption, while it is so."""
    ways = WaysOfWorking.objects.select_related("collaboration", "authority").filter(pk=ways_id).first()
    person = User.objects.filter(pk=user_id, is_active=True).first()
    state, letter = LETTERS[what]
    if ways is None or person is None or ways.state != state:
        return False
    send_letter(letter(person, ways), authority=ways.authority)
    return True


def tell_of_talk(*, ways_id: int, user_id: int, reference: str) -> bool:
    """Tell one person that there is something new to read about a change."""
    ways = WaysOfWorking.objects.select_related("collaboration", "authority").filter(pk=ways_id).first()
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if ways is None or person is None:
        return False
    send_letter(emails.terms_talk_letter(person, ways, reference=reference), authority=ways.authority)
    return True


LETTERS = {
    "small change": (State.CIRCULATED, emails.terms_told_letter),
    "adopted": (State.ADOPTED, emails.terms_adopted_letter),
}


def end_links(ways: WaysOfWorking, membership_id: int, *, at: datetime) -> None:
    """End every open link by which a member could answer a version."""
    for ask_id in TermsReminder.objects.filter(ways=ways, membership=membership_id).order_by().values_list("pk", flat=True):
        take_back_links(purpose=ANSWER_TERMS, about_id=ask_id, at=at)


def _ask_one(ways: WaysOfWorking, stay: Membership, people: Sequence[User], *, by: User | None, at: datetime, is_first: bool) -> bool:

    today = timezone.localdate(at)
    row, is_new = TermsReminder.objects.get_or_create(ways=ways, membership=stay, sent_on=today, defaults={"sent_by": by})
    if not is_new and not is_first:
        return False
    end_links(ways, stay.pk, at=at)
    for person in people:
        link = make_link(purpose=ANSWER_TERMS, about_id=row.pk, email=person.email, user=person, at=at, days=_days(ways, today))
        enqueue("ways_of_working.send_terms_letter", link_id=link.pk)
    return True


def _days(ways: WaysOfWorking, today: date) -> int:
    """A link outlives the day by which to answer by a fortnight: late answers count too."""
    return max(DAYS_OPEN, (ways.answer_by_on - today).days + 14) if ways.answer_by_on else DAYS_OPEN


def _since(ways: WaysOfWorking) -> date:
    return timezone.localdate(ways.circulated_at) if ways.circulated_at else date.max
