"""S8: a period is closed by finance: what of it is still open, what stands against closing, who opens it again."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason

CODE = "S8"


class Open(TextChoices):
    """What of a period can be open, the gravest first."""

    RUNS = "runs", _("Payment runs that are not closed")
    PAYMENTS = "payments", _("Payments that are not answered")
    CLAIMS = "claims", _("Claims that are being checked, calculated or paid")
    CORRECTIONS = "corrections", _("Corrections that wait for a run")
    DRAFTS = "drafts", _("Claims that were begun and not sent")
    UNPAID = "unpaid", _("Payments that failed or are on hold")
    UNREPORTED = "unreported", _("Claims whose spending is not reported")
    RECEIPTS = "receipts", _("Payments of funds without a receipt")


#: What has to end before the period is closed. The rest is said why it stays.
BLOCKS = (Open.RUNS, Open.PAYMENTS, Open.CLAIMS, Open.CORRECTIONS)


def is_ready(left: Mapping[str, int], *, is_over: bool) -> bool:
    """S8: whether a period can be closed: it is over, and nothing of it goes on."""
    return is_over and not any(left.get(each) for each in BLOCKS)


def refusals_to_close_period(
    left: Mapping[str, int], *, is_over: bool, is_closed: bool, has_words: bool
) -> list[Refusal]:
    """S8: what stands against closing a period. ``left``: how many of each are open; ``is_over``: its last day and
    its last day of payment are past.
    """
    tests = (
        (is_closed, "", gettext_noop("This period is closed.")),
        (not is_over, "", gettext_noop("A period is closed after its last day and its last day of payment.")),
        (
            any(left.get(each) for each in BLOCKS),
            "",
            gettext_noop("Something of this period goes on. End what the list names first."),
        ),
        (any(left.values()) and not has_words, "words", gettext_noop("Say why it stays open.")),
    )
    return [Refusal(where, Reason(CODE, sentence, {})) for fails, where, sentence in tests if fails][:1]


def refusals_to_reopen(*, closed_by: int | None, by: int, has_words: bool) -> list[Refusal]:
    """S8: what stands against opening a period again: a second person does it, and says why. ``closed_by`` is None
    where it is not closed.
    """
    tests = (
        (closed_by is None, "", gettext_noop("This period is open.")),
        (closed_by == by, "", gettext_noop("You closed this period. Somebody else opens it again.")),
        (not has_words, "words", gettext_noop("Enter the reason.")),
    )
    return [Refusal(where, Reason(CODE, sentence, {})) for fails, where, sentence in tests if fails][:1]
