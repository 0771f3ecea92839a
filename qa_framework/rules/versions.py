"""Q1: where a version of a framework stands, and what may be done with it then."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.moves import Move
from core.reasons import Reason


class VersionState(TextChoices):
    """A version is written and published. Published it never changes; a later one replaces it, or it ends."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("In use")
    REPLACED = "replaced", _("Replaced")
    ENDED = "ended", _("Out of use")


class Writer(TextChoices):
    """Who moves a version on."""

    WRITER = "writer", _("quality lead or manager")
    LATER = "later", _("the version that comes next")


class Need(TextChoices):
    """What a move needs."""

    WHOLE = "whole", _("nothing is wrong with it")
    CARRIED = "carried", _("it says what comes after each standard that ends")
    REASON = "reason", _("a reason")


VERSION_MOVES: tuple[Move[VersionState, Need], ...] = (
    Move(
        VersionState.DRAFT,
        VersionState.PUBLISHED,
        Writer.WRITER,
        gettext_noop("Publish it"),
        (Need.WHOLE, Need.CARRIED),
    ),
    Move(VersionState.PUBLISHED, VersionState.REPLACED, Writer.LATER, gettext_noop("Publish the next one")),
    Move(
        VersionState.PUBLISHED,
        VersionState.ENDED,
        Writer.WRITER,
        gettext_noop("Take it out of use"),
        (Need.REASON,),
    ),
)


def why_not_published(state: str, *, has_faults: bool, is_carried: bool) -> Reason | None:
    """Why a version cannot be published now; None where it can."""
    if state != VersionState.DRAFT:
        return Reason("Q1", gettext_noop("This version was published already. Begin the next one."))
    if has_faults:
        return Reason("Q1", gettext_noop("Mend what is not yet right before you publish it."))
    if not is_carried:
        return Reason(
            "Q1", gettext_noop("Say first what comes after each standard that this version no longer has.")
        )
    return None
