"""The supplement's schemes of an invented county: last year's and this year's are approved, next year's is being
written.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from portal.demonstration.provision import STAFF_COUNTED
from supplement.models.schemes import Scheme
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.scheme_states import Opinion, Subject
from supplement.rules.schemes import Basis, Counting, Instalment, Measure
from supplement.rules.years import a_year_later
from supplement.selectors.consultation import groups_with_leaders, leading
from supplement.services import consultation, parts, schemes

if TYPE_CHECKING:
    from portal.demonstration.story import Story

LAW = "The School and Early Years Finance (England) Regulations: supplements in the early years funding formula."
BUDGET = "Dedicated schools grant, early years block"
#: Name, months and days of the year in which it begins: first day, day after the last, count date, claims from
#: and until, evidence until, and the days of payment with their per cent.
PERIODS: tuple[tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int, int], ...]], ...] = (
    ("Summer", ((4, 1), (9, 1), (5, 20), (5, 21), (6, 18), (7, 2)), ((7, 15, 100),)),
    ("Autumn", ((9, 1), (1, 1), (10, 21), (10, 22), (11, 19), (12, 3)), ((12, 10, 100),)),
    ("Spring", ((1, 1), (4, 1), (1, 21), (1, 22), (2, 18), (3, 4)), ((3, 10, 60), (3, 24, 40))),
)
CRITERIA: tuple[dict[str, Any], ...] = (
    {"kind": Kind.ACTIVE_MEMBERS, "consequence": Consequence.BLOCK, "threshold": 3, "may_be_waived": True},
    {"kind": Kind.WAYS_OF_WORKING, "consequence": Consequence.HOLD, "grace_days": 28},
    {"kind": Kind.PLAN, "consequence": Consequence.HOLD, "grace_days": 28},
    {"kind": Kind.MEETINGS, "consequence": Consequence.REDUCE, "threshold": 3, "window_days": 365, "reduce_percent": 25},
    {"kind": Kind.RETURN, "consequence": Consequence.EXCLUDE},
    {"kind": Kind.SPEND_RETURN, "consequence": Consequence.WARN},
)  # fmt: skip


class Schemes:
    """Larkshire has asked its leaders about the draft, the other county not yet."""

    def __init__(self, story: Story) -> None:
        self.story, self.by = story, story.manager
        today = story.today
        self.first = date(today.year if today.month >= 4 else today.year - 1, 4, 1)

    def tell(self) -> None:
        this_year = self.first
        self.first = this_year.replace(year=this_year.year - 1)
        self._approved(days=390)
        self.first = this_year
        draft = self._next(self._approved(days=360))
        if self.story.shire.slug == "larkshire":
            self._ask(draft)

    def _approved(self, *, days: int) -> Scheme:
        """Leaders were asked so many days ago."""
        asked_at = self.story.at - timedelta(days=days)
        year = self.first.year
        scheme = schemes.start_scheme(
            name=f"Supplement {year} to {year + 1}", starts_on=self.first, ends_on=a_year_later(self.first),
            by=self.by, at=asked_at,
        )  # fmt: skip
        written: tuple[tuple[Subject, dict[str, Any]], ...] = (
            (Subject.ABOUT, {"legal_basis": LAW, "funding_source": BUDGET}),
            (Subject.LIMITS, {"planned_funding_pence": 24_500_000_00, "collaboration_cap_pence": 6_000_00}),
            (Subject.JOINING, {"joiners": Counting.DAYS}),
        )
        for subject, values in written:
            schemes.change_scheme(scheme_id=scheme.pk, subject=subject, values=values, by=self.by)
        for period in PERIODS:
            self._period(scheme, *period)
        self._component(scheme, "Each member of staff", Basis.HEADS, rate=Decimal("12.50"))
        self._component(scheme, "Each setting", Basis.SETTING, rate=Decimal("40"), member_cap_pence=250_00)
        for values in CRITERIA:
            parts.save_criterion(scheme_id=scheme.pk, values=values, by=self.by)
        words = "Is £12.50 a head fair? Is a day in October a good day to count?"
        until_on = timezone.localdate(asked_at) + timedelta(days=21)
        consultation.ask_leaders(scheme_id=scheme.pk, asked=words, until_on=until_on, by=self.by, at=asked_at)
        later = asked_at + timedelta(days=30)
        changes = "We moved the count date away from half term. The rate stays as the budget allows no more."
        consultation.record_changes(scheme_id=scheme.pk, changes=changes, by=self.by, at=later)
        return schemes.approve_scheme(scheme_id=scheme.pk, by=self.by, at=later)

    def _period(self, scheme: Scheme, name: str, days: Any, pays: Any) -> None:
        """Spring, and the day after autumn, lie in the next calendar year. Today's has days around today."""
        starts_on, ends_on, count_on, claims_from, claims_until, evidence = (
            self._day(*day, is_late=name == "Spring" or (name == "Autumn" and day == (1, 1))) for day in days
        )
        instalments = [
            Instalment(self._day(month, day, is_late=name == "Spring"), percent)
            for month, day, percent in pays
        ]
        if starts_on <= self.story.today < ends_on:  # claims are open on the day of the build
            ago = self.story.ago
            count_on = max(ago(STAFF_COUNTED), starts_on)
            claims_from, claims_until, evidence = max(ago(18), count_on), ago(-10), ago(-24)
            instalments = [Instalment(ago(-31), 60), Instalment(ago(-45), 40)]
        parts.save_period(
            scheme_id=scheme.pk,
            values={
                "name": f"{name} {starts_on.year}",
                "starts_on": starts_on,
                "ends_on": ends_on,
                "count_on": count_on,
                "claims_from_on": claims_from,
                "claims_until_on": claims_until,
                "evidence_until_on": evidence,
                "pot_pence": 180_000_00,
                "contingency_pence": 5_000_00,
            },
            instalments=instalments,
            by=self.by,
        )

    def _day(self, month: int, day: int, *, is_late: bool) -> date:
        return date(self.first.year + is_late, month, day)

    def _component(self, scheme: Scheme, name: str, basis: Basis, **values: Any) -> None:
        facts = {"name": name, "basis": basis, "measure": Measure.HEADS, "provider_types": [], **values}
        parts.save_component(scheme_id=scheme.pk, values=facts, by=self.by)

    def _next(self, before: Scheme) -> Scheme:
        """A copy with a higher rate, and nothing for each setting."""
        starts_on = a_year_later(self.first)
        scheme = schemes.start_scheme(
            name=f"Supplement {starts_on.year} to {starts_on.year + 1}", starts_on=starts_on,
            ends_on=a_year_later(starts_on), begin_from=before.pk, by=self.by,
            at=self.story.at - timedelta(days=9),
        )  # fmt: skip
        heads = scheme.components.get(key="each-member-of-staff")
        parts.save_component(scheme_id=scheme.pk, row=heads.pk, values={"rate": Decimal("14.75")}, by=self.by)
        setting = scheme.components.get(key="each-setting")
        parts.remove_component(scheme_id=scheme.pk, row=setting.pk, by=self.by)
        return scheme

    def _ask(self, draft: Scheme) -> None:
        words = "We would pay £14.75 a head, and nothing for each setting any more. What do you think?"
        at = self.story.at - timedelta(days=5)
        until_on = self.story.today + timedelta(days=16)
        consultation.ask_leaders(scheme_id=draft.pk, asked=words, until_on=until_on, by=self.by, at=at)
        answers = (
            (Opinion.AGREES, ""),
            (Opinion.CHANGES, "Small groups lose by it. Keep something for each setting."),
        )
        groups = groups_with_leaders(on=self.story.today)[1:3]
        for group, (opinion, said) in zip(groups, answers, strict=False):
            leader = (
                leading(on=self.story.today).filter(membership__collaboration=group).order_by("pk")[0].user
            )
            consultation.answer_consultation(
                scheme_id=draft.pk, collaboration=group, opinion=opinion, words=said, by=leader,
                at=self.story.at - timedelta(days=2),
            )  # fmt: skip
