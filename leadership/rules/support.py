"""L3: what support a collaboration does not get while a leader stays on against the expectation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from leadership.rules.stages import Stage


class Switch(TextChoices):
    """Support that is switched off on its own. The value is what is stored."""

    LEADERS_DAYS = "leaders_days", _("Invitations to Leaders’ Days")
    SIGNPOSTING = "signposting", _("Referring other settings to the collaboration")
    FACILITATION = "facilitation", _("Help at a first meeting")
    ATTENDANCE = "attendance", _("The team comes to meetings")
    PAYMENT = "payment", _("Payment of the supplement")


#: What the source's process ends when a leader stays (K); the others are for the manager to decide.
USUALLY_OFF = frozenset({Switch.LEADERS_DAYS, Switch.SIGNPOSTING})
#: Within how many days a step is to be done where the authority has set nothing of its own.
SHIPPED_DAYS: Mapping[Stage, int] = MappingProxyType(
    {Stage.CONTACT: 5, Stage.SUPPORT: 10, Stage.LETTER: 10, Stage.SUCCESSION: 40}
)
#: How many days before that the officer is reminded.
SHIPPED_REMIND_DAYS = 2
#: A step that takes longer than a year is no step.
MAX_DAYS = 365
