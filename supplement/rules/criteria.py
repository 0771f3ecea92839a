"""S4: what must hold before money is paid: its kinds, levels and consequences, and how each is decided."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """Of whom a criterion is asked."""

    COLLABORATION = "collaboration", _("The collaboration")
    MEMBER = "member", _("Each member")
    LEADER = "leader", _("Its leaders")
    PAYEE = "payee", _("The setting that is paid")


class Consequence(TextChoices):
    """What follows where a criterion is not met, the hardest first."""

    BLOCK = "block", _("Nothing is paid to the collaboration")
    HOLD = "hold", _("The payment waits until it is met")
    EXCLUDE = "exclude", _("The member is left out")
    REDUCE = "reduce", _("The sum is smaller")
    WARN = "warn", _("It is paid, and a note says so")


class When(TextChoices):
    """The day of a period on which a criterion is asked."""

    COUNT = "count", _("On the count date")
    CLAIM = "claim", _("On the last day for claims")
    EVIDENCE = "evidence", _("On the last day for evidence")


class Kind(TextChoices):
    """The criteria a scheme may choose from."""

    ACTIVE_MEMBERS = "active_members", _("Active members")
    WAYS_OF_WORKING = "ways_of_working", _("Ways of working in force")
    PLAN = "plan", _("Development plan in force")
    MEETINGS = "meetings", _("Meetings held")
    ATTENDANCE = "attendance", _("Attendance at meetings")
    MINUTES = "minutes", _("Minutes kept")
    EVALUATION = "evaluation", _("Evaluation of the plan kept")
    SPEND_RETURN = "spend_return", _("Spend return made")
    UNSPENT = "unspent", _("Unspent balance")
    LEADER = "leader", _("Leader may lead")
    LEADERS_DAYS = "leaders_days", _("Leaders' Days attended")
    PAYEE = "payee", _("Payee named")
    MANDATE = "mandate", _("Mandate signed")
    RETURN = "return", _("Staff number certified")
    REGISTERED = "registered", _("On the early years register")
    TENURE = "tenure", _("Time as a member")


LEVELS: dict[Kind, Level] = {
    Kind.ACTIVE_MEMBERS: Level.COLLABORATION,
    Kind.WAYS_OF_WORKING: Level.COLLABORATION,
    Kind.PLAN: Level.COLLABORATION,
    Kind.MEETINGS: Level.COLLABORATION,
    Kind.ATTENDANCE: Level.MEMBER,
    Kind.MINUTES: Level.COLLABORATION,
    Kind.EVALUATION: Level.COLLABORATION,
    Kind.SPEND_RETURN: Level.COLLABORATION,
    Kind.UNSPENT: Level.COLLABORATION,
    Kind.LEADER: Level.LEADER,
    Kind.LEADERS_DAYS: Level.LEADER,
    Kind.PAYEE: Level.PAYEE,
    Kind.MANDATE: Level.MEMBER,
    Kind.RETURN: Level.MEMBER,
    Kind.REGISTERED: Level.MEMBER,
    Kind.TENURE: Level.MEMBER,
}


class Unit(TextChoices):
    """What a threshold counts."""

    SETTINGS = "settings", _("settings")
    TIMES = "times", _("times")
    PERCENT = "percent", _("per cent")
    PENCE = "pence", _("pence")
    DAYS = "days", _("days")


#: Kinds with a threshold. All others are a yes or a no.
UNITS: dict[Kind, Unit] = {
    Kind.ACTIVE_MEMBERS: Unit.SETTINGS,
    Kind.MEETINGS: Unit.TIMES,
    Kind.ATTENDANCE: Unit.PERCENT,
    Kind.MINUTES: Unit.PERCENT,
    Kind.UNSPENT: Unit.PENCE,
    Kind.LEADERS_DAYS: Unit.TIMES,
    Kind.TENURE: Unit.DAYS,
}
#: Kinds whose threshold must not be passed; all others must be reached.
AT_MOST = frozenset({Kind.UNSPENT})


@dataclass(frozen=True, slots=True)
class Criterion:
    """S4: one rule of a scheme.

    ``threshold`` in the unit of its kind (`UNITS`; None where the answer is yes or no); ``window_days``
    before its day that count (None: the period itself); ``reduce_percent`` with `Consequence.REDUCE`;
    ``grace_days`` after its day in which it may still be met.
    """

    kind: Kind
    consequence: Consequence
    threshold: int | None = None
    asked: When = When.COUNT
    window_days: int | None = None
    reduce_percent: int = 0
    grace_days: int = 0
    may_be_waived: bool = False
