"""S8: one step of a calculation, as a plain sentence with its figures: kept as data, translated where shown.

The end of a fact's name says what it is and how it is shown: ``_pence`` a sum, ``_on`` a day,
``_hundredths`` a number of two places; ``kind``, ``joiners``, ``leavers``, ``twice`` and ``measure`` are the
values of labels. A key is never renamed or taken out: snapshots hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.money import exact_pounds
from core.reasons import Fact, Reason
from supplement.rules.criteria import Kind
from supplement.rules.schemes import Counting, Measure, Twice

Value = str | int | date

#: Key: the rule, and what it says.
SENTENCES: Mapping[str, tuple[str, str]] = {
    # S4: criteria
    "block": ("S4", gettext_noop("“%(kind)s” is not met: nothing is paid to the collaboration.")),
    "hold": ("S4", gettext_noop("“%(kind)s” is not met: the payment waits.")),
    "exclude": ("S4", gettext_noop("“%(kind)s” is not met: this member is left out.")),
    "reduce": ("S4", gettext_noop("“%(kind)s” is not met: %(percent)s%% less.")),
    "warn": ("S4", gettext_noop("“%(kind)s” is not met. It is paid all the same.")),
    "seen": ("S4", gettext_noop("%(words)s")),
    "waived": ("S4", gettext_noop("“%(kind)s” was waived by %(by)s on %(waived_on)s: %(reason)s")),
    # S5: the part of the period
    "joined": ("S5", gettext_noop("It joined on %(joined_on)s. Who joins counts so: “%(joiners)s”.")),
    "left": ("S5", gettext_noop("Its last day was %(last_on)s. Who leaves counts so: “%(leavers)s”.")),
    "elsewhere": ("S5", gettext_noop("The setting is in other groups too. It is paid in: “%(twice)s”.")),
    "part_whole": ("S5", gettext_noop("The whole period counts.")),
    "part_none": ("S5", gettext_noop("Nothing of the period counts.")),
    "part_days": ("S5", gettext_noop("%(number)s of the period's %(all)s days count.")),
    "part_months": ("S5", gettext_noop("%(number)s of the period's %(all)s months count.")),
    "part_other": ("S5", gettext_noop("%(number)s/%(all)s of the period counts.")),
    # S3: what counts
    "counted": ("S3", gettext_noop("%(measure)s: %(number_hundredths)s.")),
    "counted_of": (
        "S3",
        gettext_noop("%(measure)s: %(number_hundredths)s. Source: %(source)s, %(source_on)s."),
    ),
    "no_number": ("S3", gettext_noop("No staff number was confirmed, so no staff count.")),
    "no_detail": ("S3", gettext_noop("No hours were told, so no full-time posts count.")),
    "filtered": ("S3", gettext_noop("“%(component)s” counts only some types, hours or qualifications.")),
    "posts": (
        "S3",
        gettext_noop(
            "%(hours_hundredths)s hours a week over %(full_hundredths)s make %(number_hundredths)s posts,"
            " rounded to two places."
        ),
    ),
    "size": ("S3", gettext_noop("The collaboration's size is %(size)s (%(measure)s).")),
    "tier": ("S3", gettext_noop("From %(from_hundredths)s on, “%(component)s” is %(tier_pence)s.")),
    "no_tier": ("S3", gettext_noop("That is below the first tier of “%(component)s”.")),
    "each": ("S3", gettext_noop("“%(component)s” is %(rate)s for each collaboration.")),
    "kept": ("S4", gettext_noop("Reductions leave %(percent)s%%: %(fixed_pence)s.")),
    "share": (
        "S1",
        gettext_noop("“%(component)s”: %(arithmetic)s is %(fixed_pence)s, by the largest remainder."),
    ),
    # S1: a member's line
    "line": ("S1", gettext_noop("%(arithmetic)s = %(line_pence)s.")),
    "line_rounded": (
        "S1",
        gettext_noop("%(arithmetic)s = %(exact)s, rounded to %(line_pence)s (%(residue)s)."),
    ),
    "line_part": ("S1", gettext_noop("%(arithmetic)s is %(line_pence)s, by the largest remainder.")),
    # S6: the order
    "member_component_cap": (
        "S6",
        gettext_noop("At most %(cap_pence)s for a member from “%(component)s”: %(line_pence)s."),
    ),
    "member_cap": (
        "S6",
        gettext_noop("At most %(cap_pence)s for a member from everything, not %(before_pence)s."),
    ),
    "member_cap_line": ("S6", gettext_noop("That leaves %(line_pence)s here.")),
    "sum": ("S6", gettext_noop("The members' lines come to %(sum_pence)s.")),
    "component_cap": (
        "S6",
        gettext_noop(
            "At most %(cap_pence)s for the collaboration from “%(component)s”, not %(before_pence)s."
        ),
    ),
    "cap_line": ("S6", gettext_noop("Of that: %(arithmetic)s is %(line_pence)s, by the largest remainder.")),
    "collaboration_cap": (
        "S6",
        gettext_noop("At most %(cap_pence)s for the collaboration from everything, not %(before_pence)s."),
    ),
    "pot_enough": (
        "S6",
        gettext_noop(
            "All collaborations come to %(all_pence)s. %(pot_pence)s may be paid, so nobody gets less."
        ),
    ),
    "pot": (
        "S6",
        gettext_noop(
            "All collaborations come to %(all_pence)s and %(pot_pence)s may be paid: %(arithmetic)s is"
            " %(paid_pence)s, by the largest remainder."
        ),
    ),
    "back": (
        "S6",
        gettext_noop("Of what is paid: %(arithmetic)s is %(line_pence)s, by the largest remainder."),
    ),
    "paid": ("S6", gettext_noop("The collaboration gets %(paid_pence)s.")),
    "instalment": ("S6", gettext_noop("On %(pay_on)s: %(percent)s%% of it, %(paid_pence)s.")),
    "recipient": (
        "S6",
        gettext_noop("By the plan, %(parts)s of %(all)s parts go to %(collaboration)s: %(paid_pence)s."),
    ),
    # S5: a leaver between payments
    "leaver_share": ("S5", gettext_noop("Its share of what came is %(share_pence)s of %(all_pence)s.")),
    "leaver_time": (
        "S5",
        gettext_noop("For the time left, %(number)s of %(all)s days: %(arithmetic)s, %(time_pence)s."),
    ),
    "leaver_unspent": (
        "S5",
        gettext_noop("Of what is neither spent nor committed: %(arithmetic)s, %(unspent_pence)s."),
    ),
    "leaver_fixed": ("S5", gettext_noop("A fixed sum was agreed: %(fixed_pence)s.")),
    "leaver_lesser": ("S5", gettext_noop("The smaller of the two is %(moves_pence)s.")),
    "leaver_free": (
        "S5",
        gettext_noop("Committed money never moves: %(free_pence)s is free, so it is no more than that."),
    ),
    "leaver_stays": ("S5", gettext_noop("Its share stays with the group.")),
    "leaver_follows": ("S5", gettext_noop("%(moves_pence)s follows it to its next group.")),
    "leaver_waits": ("S5", gettext_noop("%(moves_pence)s waits until it joins its next group.")),
    "leaver_paid_to_leaver": ("S5", gettext_noop("%(moves_pence)s is paid to the setting that leaves.")),
    "leaver_returned": ("S5", gettext_noop("%(moves_pence)s is returned to the local authority.")),
    "leaver_vote": ("S5", gettext_noop("The members vote on where %(moves_pence)s goes.")),
    "leaver_nothing_agreed": (
        "S5",
        gettext_noop("Nothing is agreed about a leaver's share, so it stays until the members decide."),
    ),
}

LABELS: Mapping[str, Callable[[str], Fact]] = {
    "kind": lambda value: Kind(value).label,
    "joiners": lambda value: Counting(value).label,
    "leavers": lambda value: Counting(value).label,
    "twice": lambda value: Twice(value).label,
    "measure": lambda value: Measure(value).label,
}


class Step(NamedTuple):
    """A step: its key, its figures, and of which member's line it is (the collaboration's own has none)."""

    key: str
    facts: Mapping[str, Value]
    membership_id: int | None = None
    component: str | None = None

    @property
    def reason(self) -> Reason:
        """The sentence, to be translated where it is shown."""
        code, sentence = SENTENCES[self.key]
        return Reason(code, sentence, {name: _shown(name, value) for name, value in self.facts.items()})


def step(
    key: str, membership_id: int | None = None, component_key: str | None = None, /, **facts: Value
) -> Step:
    """A step with its figures by name."""
    return Step(key, facts, membership_id, component_key)


def _shown(name: str, value: Value) -> Fact:
    if name in LABELS:
        return LABELS[name](str(value))
    if isinstance(value, int) and name.endswith("_pence"):
        return exact_pounds(value)
    if isinstance(value, int) and name.endswith("_hundredths"):
        return number_in_words(value)
    return value


def number_in_words(hundredths: int) -> str:
    """Hundredths as people write the number: 6, 3.07, 1,250.5."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole:,}.{rest:02}".rstrip("0").rstrip(".") if rest else f"{whole:,}"


def value_read(name: str, value: str | int) -> Value:
    """A fact as the first format of snapshots kept it: a day as its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) and name.endswith("_on") else value
