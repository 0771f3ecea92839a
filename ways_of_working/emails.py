"""Letters about the agreement to ways of working (W2). What members wrote in the thread stays on the page, behind the sign-in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import TaskLink, User
from accounts.selectors import token_of
from collaborations.models import Collaboration
from core.mail import Letter
from memberships.emails import within_authority
from ways_of_working.models import Review, TermsReminder, WaysOfWorking


def terms_asked_letter(link: TaskLink, ask: TermsReminder, *, is_reminder: bool, is_late: bool = False) -> Letter:
    """To a manager of a member: please read and answer, with the link that opens this one task. ``is_late``: the day has passed."""
    ways, person = ask.ways, link.user
    return Letter(
        to=link.email,
        subject=_("Please answer: the ways of working of your collaboration"),
        template="ways_of_working/terms_asked",
        context={
            "name": person.get_short_name() if person else "",
            "setting": str(ask.membership.provider),
            "ways": ways,
            "is_reminder": is_reminder,
            "is_late": is_late,
            "until": link.expires_at,
            "path": within_authority("ways_of_working:answer_terms_by_link", token_of(link)),
        },
        reference=f"terms-asked-{link.pk}",
    )


def terms_told_letter(person: User, ways: WaysOfWorking) -> Letter:
    """Of a small change, which needs no answer."""
    return Letter(
        to=person.email,
        subject=_("A small change to the ways of working of your collaboration"),
        template="ways_of_working/terms_told",
        context=_about(person, ways),
        reference=f"terms-told-{ways.pk}-{ways.circulated_at}",
    )


def terms_adopted_letter(person: User, ways: WaysOfWorking) -> Letter:
    return Letter(
        to=person.email,
        subject=_("The ways of working of your collaboration"),
        template="ways_of_working/terms_adopted",
        context={**_about(person, ways), "path": within_authority("ways_of_working:terms_version", ways.collaboration_id, ways.version)},
        reference=f"terms-adopted-{ways.pk}",
    )


def terms_talk_letter(person: User, ways: WaysOfWorking, *, reference: str) -> Letter:
    """A member asks for a change, or somebody has replied. What was said is read after signing in."""
    return Letter(
        to=person.email,
        subject=_("Something new about the ways of working of your collaboration"),
        template="ways_of_working/terms_talk",
        context=_about(person, ways),
        reference=reference,
    )


def _about(person: User, ways: WaysOfWorking) -> dict[str, object]:
    return {
        "name": person.get_short_name(),
        "ways": ways,
        "path": within_authority("ways_of_working:terms_answers", ways.collaboration_id, ways.version),
    }


def reviews_letter(collaboration: Collaboration, reviews: Sequence[Review], person: User, opened_on: date) -> Letter:
    return Letter(
        to=person.email,
        subject=_("Something for the agenda of your next meeting"),
        template="ways_of_working/reviews",
        context={
            "name": person.get_short_name(),
            "collaboration": collaboration,
            "reviews": reviews,
            "path": within_authority("ways_of_working:reviews", collaboration.pk),
        },
        reference=f"reviews-{collaboration.pk}-{opened_on}",
    )
