"""S2: where a version of a scheme stands, and what may be done with it then."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason


class SchemeState(TextChoices):
    """A version is written, asked about and approved. Approved it never changes."""

    DRAFT = "draft", _("Draft")
    CONSULTED = "consulted", _("Leaders asked")
    APPROVED = "approved", _("Approved")
    SUPERSEDED = "superseded", _("Replaced")


#: What may still be written.
OPEN = (SchemeState.DRAFT, SchemeState.CONSULTED)
#: What nobody changes any more, whoever writes.
FROZEN = (SchemeState.APPROVED, SchemeState.SUPERSEDED)


class Subject(TextChoices):
    """A page of the writing."""

    ABOUT = "about", _("Year, law and source of the money")
    PERIODS = "periods", _("Periods and their days")
    COMPONENTS = "components", _("What is paid for")
    LIMITS = "limits", _("Limits and the ceiling")
    JOINING = "joining", _("Who joins, leaves or is in two groups")
    CRITERIA = "criteria", _("What must be met first")
    CONSULTATION = "consultation", _("Asking the leaders")


class Opinion(TextChoices):
    """What the leader of a group says of a draft."""

    AGREES = "agrees", _("We agree with it")
    CHANGES = "changes", _("We agree with some of it and would like changes")
    DISAGREES = "disagrees", _("We do not agree with it")


def is_writable(state: str) -> bool:
    return state in OPEN


def why_not_asked(state: str, *, has_errors: bool) -> Reason | None:
    """Why leaders cannot be asked about a version now; None where they can."""
    if state in FROZEN:
        return Reason("S2", gettext_noop("This version is approved. Leaders are asked about a draft."))
    if state == SchemeState.CONSULTED:
        return Reason("S2", gettext_noop("The leaders have been asked about this version already."))
    if has_errors:
        return Reason("S2", gettext_noop("Mend what is not yet right before you ask the leaders."))
    return None


def why_not_approved(
    state: str, *, has_errors: bool, answers_until_on: date | None, says_what_changed: bool, on: date
) -> Reason | None:
    """Why a version cannot be approved on a day; None where it can. ``answers_until_on``: the last day."""
    if state == SchemeState.SUPERSEDED:
        return Reason("S2", gettext_noop("This version was replaced by a later one."))
    if state != SchemeState.CONSULTED or answers_until_on is None:
        return Reason(
            "S2", gettext_noop("Ask the leaders first. A scheme is consulted on before it is approved.")
        )
    if on <= answers_until_on:
        return Reason(
            "S2",
            gettext_noop("Leaders can answer until %(day)s. Approve it after that day."),
            {"day": answers_until_on},
        )
    if not says_what_changed:
        return Reason("S2", gettext_noop("Record what came of the leaders’ answers first."))
    if has_errors:
        return Reason("S2", gettext_noop("Mend what is not yet right before you approve it."))
    return None
