"""S4: what the threshold of each criterion is counted in, and which look back over a time."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from supplement.rules.criteria import Kind


class Unit(TextChoices):
    MEMBERS = "members", _("members")
    MEETINGS = "meetings", _("meetings")
    PERCENT = "percent", _("per cent")
    PENCE = "pence", _("pounds")
    DAYS = "days", _("days")
    TIMES = "times", _("times")


#: Criteria that are nothing without a number. The others are met or not.
UNITS: dict[Kind, Unit] = {
    Kind.ACTIVE_MEMBERS: Unit.MEMBERS,
    Kind.MEETINGS: Unit.MEETINGS,
    Kind.ATTENDANCE: Unit.PERCENT,
    Kind.UNSPENT: Unit.PENCE,
    Kind.LEADERS_DAYS: Unit.TIMES,
    Kind.TENURE: Unit.DAYS,
}
#: Criteria whose number must not be passed. All others must be reached.
AT_MOST = frozenset({Kind.UNSPENT})
#: Criteria that look back over days before their date; without a number of days, over the period.
LOOKS_BACK = frozenset({Kind.MEETINGS, Kind.ATTENDANCE, Kind.MINUTES, Kind.EVALUATION, Kind.LEADERS_DAYS})
