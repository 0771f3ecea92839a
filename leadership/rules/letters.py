"""Letters of a case (L3): their kinds, and what may be filled in."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterKind(TextChoices):
    """What a letter is about. The value is what is stored."""

    EXPECTATION = "expectation", _("After the first conversation")
    STAYS = "stays", _("What changes when the leader stays")
    THANKS = "thanks", _("Thank you to a leader who has stepped down")
    AGAIN = "again", _("Leading again after a new inspection")
