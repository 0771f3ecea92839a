"""Writing to members about ways of working (W2): asking, reminding the silent ones, saying what was adopted.

``TermsReminder`` is the claim: a member is written to once a day for one version, whoever presses and
whatever runs twice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import TaskLink, User
from accounts.services.links import DAYS_OPEN, make_link, renew_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from documents.services.outbox import send_email
from memberships.models.members import Membership
from memberships.selectors.joining import people_to_tell
from memberships.selectors.people import managers_to_write_to
from provision import selectors
from ways_of_working.emails import TermsAdopted, TermsAsked, TermsChanged
from ways_of_working.models import TermsReminder, WaysOfWorking
from ways_of_working.selectors.agreement import ANSWER_TERMS, ask_still_open


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it: members written to now, written to earlier
    today, and those with nobody to write to.
    """

    now: int = 0
    earlier: int = 0
    without_people: tuple[str, ...] = ()


def ask(
    ways: WaysOfWorking,
    memberships: Sequence[Membership],
    *,
    by: User | None,
    at: datetime,
    is_first: bool = False,
) -> Asked:
    """Write to the managers of these members, each with a link that answers. Links of earlier emails end.

    ``is_first``: the version goes round now, so an email of the same day about what was taken back does not
    count. The caller holds the version locked.
    """
    today = timezone.localdate(at)
    people = selectors.managers_by_setting([membership.provider_id for membership in memberships], on=today)
    alone = tuple(
        str(membership.provider) for membership in memberships if not people.get(membership.provider_id)
    )
    asked = 0
    for membership in memberships:
        if managers := people.get(membership.provider_id):
            asked += _ask_one(ways, membership, managers, by=by, at=at, is_first=is_first)
    return Asked(asked, len(memberships) - len(alone) - asked, alone)


def notify_everybody(
    ways: WaysOfWorking, *, kind: type[TermsChanged | TermsAdopted], on: date, but: Collection[int] = ()
) -> None:
    """Ask for an email to everybody of the members, and to who runs the group."""
    managers = managers_to_write_to([ways.collaboration_id], on=on)
    ids = {person.pk for person in [*managers, *people_to_tell(ways.collaboration, on=on)]}
    for user_id in sorted(ids - set(but)):
        send_email(kind(ways_id=ways.pk, user_id=user_id))


def end_links(ways: WaysOfWorking, membership_id: int, *, at: datetime) -> None:
    """End every open link by which a member could answer a version."""
    for ask_id in (
        TermsReminder.objects.filter(ways=ways, membership=membership_id)
        .order_by()
        .values_list("pk", flat=True)
    ):
        take_back_links(purpose=ANSWER_TERMS, about_id=ask_id, at=at)


@transaction.atomic
def send_terms_link_again(*, link: TaskLink, at: datetime) -> None:
    """Send a new link to the address of an old one, on its holder's request. Pressed twice, one email goes."""
    asked = ask_still_open(link, on=timezone.localdate(at))
    new = None if asked is None else renew_link(link=link, at=at)
    if asked is None or new is None:
        return
    facts: dict[str, Any] = {"setting": asked.membership.provider, "subject": asked.ways.collaboration}
    record(Action.LINK_SENT_AGAIN, about=asked.ways, by=link.user, **facts)
    send_email(TermsAsked(link_id=new.pk))


def _ask_one(
    ways: WaysOfWorking,
    membership: Membership,
    people: Sequence[User],
    *,
    by: User | None,
    at: datetime,
    is_first: bool,
) -> bool:
    today = timezone.localdate(at)
    row, is_new = TermsReminder.objects.get_or_create(
        ways=ways, membership=membership, sent_on=today, defaults={"sent_by": by}
    )
    if not is_new and not is_first:
        return False
    end_links(ways, membership.pk, at=at)
    for person in people:
        link = make_link(
            purpose=ANSWER_TERMS,
            about_id=row.pk,
            email=person.email,
            user=person,
            at=at,
            days=_days(ways, today),
        )
        send_email(TermsAsked(link_id=link.pk))
    return True


def _days(ways: WaysOfWorking, today: date) -> int:
    """A link outlives the day by which to answer by a fortnight: late answers count too."""
    return max(DAYS_OPEN, (ways.answer_by_on - today).days + 14) if ways.answer_by_on else DAYS_OPEN
