"""C7: how often a member was at the meetings.

Whole numbers decide; the group, and no software, says what follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.reasons import Reason

ALL = 100


class StandingKind(StrEnum):
    """How a member stands by the meetings that count."""

    NOT_YET = "not_yet"
    FINE = "fine"
    AT_RISK = "at_risk"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a member stands: of so many meetings ``held`` while it was a member, it was at ``attended``.

    ``may_miss``: of the meetings to come, how many it can miss and not fall below; None where no number says
    so (no threshold, nothing held yet). ``since``: the day from which its attendance is at risk.
    ``to_regain``: how many meetings in a row bring it back; None where it need not, or where no number of
    meetings would.
    """

    kind: StandingKind
    held: int
    attended: int
    threshold: int | None
    may_miss: int | None = None
    since: date | None = None
    to_regain: int | None = None

    @property
    def reason(self) -> Reason:
        """The standing in words."""
        return Reason("C7", *_words_of(self))


def passes(*, held: int, attended: int, threshold: int | None) -> bool:
    """Whether attendance is enough:

    ``attended*100 >= threshold*held``. Nothing held is not yet assessable, which passes.
    """
    return threshold is None or held == 0 or attended * ALL >= threshold * held


def may_miss(*, held: int, attended: int, threshold: int | None, planned: int | None = None) -> int | None:
    """How many meetings to come may be missed without falling below.

    None: as many as there are, or nothing to count from.

    With ``planned`` meetings to come it is the most of them that may be missed when all the others are
    attended, so that the member still passes after the last one; at most ``planned``. Without, it is the next
    ones, missed one after another: the most after which it still passes. Never below nought. Counted on the
    meetings that count today; that the oldest of them fall out of a rolling window meanwhile is not foreseen.
    """
    if not threshold or held + (planned or 0) == 0:
        return None
    if planned is None:
        return max(0, attended * ALL // threshold - held)
    most = (ALL * (attended + planned) - threshold * (held + planned)) // ALL
    return max(0, min(most, planned))


def to_regain(*, held: int, attended: int, threshold: int | None) -> int | None:
    """The fewest meetings, attended one after another, after which a member that is below passes again.

    Nought when it passes now; None when no number would do (a threshold of 100 and a meeting missed).
    """
    if threshold is None or passes(held=held, attended=attended, threshold=threshold):
        return 0
    if threshold >= ALL:
        return None
    return -(-(threshold * held - ALL * attended) // (ALL - threshold))


def standing_from(
    *, held: int, attended: int, threshold: int | None, since: date | None, planned: int | None = None
) -> Standing:
    """The standing of a member.

    ``since`` is what was recorded when its attendance fell below, and is believed.
    """
    numbers = {"held": held, "attended": attended, "threshold": threshold}
    if since is not None:
        return Standing(StandingKind.AT_RISK, **numbers, since=since, to_regain=to_regain(**numbers))  # type: ignore[arg-type]
    if held == 0:
        return Standing(StandingKind.NOT_YET, **numbers)  # type: ignore[arg-type]
    return Standing(StandingKind.FINE, **numbers, may_miss=may_miss(**numbers, planned=planned))  # type: ignore[arg-type]


def _words_of(standing: Standing) -> tuple[str, dict[str, int | date]]:
    numbers: dict[str, int | date] = {"attended": standing.attended, "held": standing.held}
    if standing.kind is StandingKind.NOT_YET:
        return gettext_noop("Not yet assessable: no meeting has been counted."), {}
    if standing.since is not None:
        numbers["since"] = standing.since
        if not standing.to_regain:
            return (
                gettext_noop(
                    "Below the attendance you agreed since %(since)s: at %(attended)d of %(held)d meetings."
                ),
                numbers,
            )
        numbers["next"] = standing.to_regain
        if standing.to_regain == 1:
            return (
                gettext_noop(
                    "Below the attendance you agreed since %(since)s: at %(attended)d of %(held)d"
                    " meetings. The next one"
                    " attended makes up for it."
                ),
                numbers,
            )
        return (
            gettext_noop(
                "Below the attendance you agreed since %(since)s: at %(attended)d of %(held)d meetings."
                " The next %(next)d"
                " attended make up for it."
            ),
            numbers,
        )
    if standing.may_miss is None:
        return gettext_noop("At %(attended)d of %(held)d meetings."), numbers
    if standing.may_miss == 0:
        return gettext_noop("At %(attended)d of %(held)d meetings; may not miss the next one."), numbers
    return gettext_noop("At %(attended)d of %(held)d meetings; may miss %(more)d more."), {
        **numbers,
        "more": standing.may_miss,
    }
