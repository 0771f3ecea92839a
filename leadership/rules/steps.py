"""L3: what is recorded in a case, and when a possible successor may be contacted."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason


class StepKind(TextChoices):
    """What an entry of a case is about. The value is what is stored."""

    CONTACT = "contact", _("First conversation")
    TALK = "talk", _("Another conversation")
    SUPPORT = "support", _("Support offered")
    LETTER = "letter", _("Letter sent")
    SUCCESSION = "succession", _("Succession talked over with the leader")
    STEPPED_DOWN = "stepped_down", _("The leader has stepped down")
    STAYS = "stays", _("The leader stays")
    HAND_OVER = "hand_over", _("Handed over to another officer")
    CLOSED = "closed", _("Case closed")


class Channel(TextChoices):
    """How somebody was spoken to."""

    TELEPHONE = "telephone", _("By telephone")
    VISIT = "visit", _("At the setting")
    VIDEO = "video", _("By video call")
    EMAIL = "email", _("By email")


class Preference(TextChoices):
    """How the leader would like the members to be told."""

    LEADER = "leader", _("The leader tells them")
    TOGETHER = "together", _("The leader and the team tell them together")
    TEAM = "team", _("The team tells them")
    LATER = "later", _("Not decided yet")


class SupportKind(TextChoices):
    """What the team offers. Its day is shown outside the case by a neutral name."""

    VISIT = "visit", _("Visit to the setting")
    MEETING = "meeting", _("The team comes to a meeting of the collaboration")


class Answer(TextChoices):
    """What somebody says to an offer or a question."""

    OPEN = "open", _("No answer yet")
    YES = "yes", _("Yes")
    THINKING = "thinking", _("Wants to think about it")
    NO = "no", _("No")


def refusals_to_contact(*, is_published: bool, is_talked_over: bool) -> list[Reason]:
    """Why a possible successor cannot be contacted yet (L3, O6): before the report is out, or before the
    succession was talked over with the leader.
    """
    reasons = []
    if not is_published:
        reasons.append(
            Reason(
                "O6",
                gettext_noop(
                    "The report is not published yet. Until it is, nobody outside this case may be asked."
                ),
            )
        )
    if not is_talked_over:
        reasons.append(
            Reason("L3", gettext_noop("Talk it over with the leader first, and record that you did."))
        )
    return reasons
