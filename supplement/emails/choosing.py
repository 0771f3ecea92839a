"""Emails to a setting in two groups, which names the one in which it is paid (S5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from core.emails import Pace, Recipient, email_kind, within_authority
from core.mail import Link
from core.subjects import Again, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_manage
from memberships.selectors.staff_told import manages_setting
from providers.models import Provider
from providers.rules.workforce import ONE_PERSON
from supplement.models.parts import SchemePeriod
from supplement.selectors import choosing as selectors


class ToChoose(NamedTuple):
    """A setting that is in two groups and has named neither, by the names of its groups."""

    provider: Provider
    period: SchemePeriod
    groups: list[str]


@dataclass(frozen=True, kw_only=True)
class AsksToChoose(EmailToUser[ToChoose]):
    """To each manager. It names the groups and favours none. Nothing once one is named, nothing is to be
    named any more, or the person manages the setting no more.
    """

    template = "supplement/group_to_choose"
    pace = Pace.DAILY
    period_id: int
    provider_id: int

    def load(self, at: datetime, /) -> ToChoose | None:
        on = timezone.localdate(at)
        period = selectors.choosable_periods(on).filter(pk=self.period_id).first()
        if period is None or not manages_setting(self.user_id, self.provider_id, on=on):
            return None
        row: Any = selectors.settings_to_choose(period).filter(pk=self.provider_id).first()
        return ToChoose(row, period, list(row.groups)) if row is not None else None

    def needed_by(self, row: ToChoose, /) -> date | None:
        return row.period.claims_until_on

    @property
    def again(self) -> Again:
        return Again.NO

    def subject(self, row: ToChoose, to: Recipient, /) -> str:
        day = day_and_month(row.period.claims_until_on)
        what = _("choose where you are paid by %(day)s") % {"day": day}
        return subject_of(str(row.provider), what, again=self.again)

    def context(self, row: ToChoose, /) -> Mapping[str, Any]:
        return {
            "setting": row.provider,
            "period": row.period,
            "groups": row.groups,
            "is_one_person": row.provider.provider_type in ONE_PERSON,
        }

    def link(self, row: ToChoose, to: Recipient, /) -> Link:
        path = within_authority("supplement:choose_group", row.provider.pk, row.period.pk)
        return Link(_("Choose the group"), path)

    def why(self, row: ToChoose, to: Recipient, /) -> str:
        return why_manage(row.provider)


@email_kind("supplement.group_to_choose")
class GroupToChoose(AsksToChoose):
    """Once, when claims of the period open."""

    def reference(self, row: ToChoose, /) -> str:
        return f"group-to-choose-{row.period.pk}-{row.provider.pk}"


@email_kind("supplement.group_still_to_choose")
class GroupStillToChoose(AsksToChoose):
    """Once more, some days before the last day."""

    @property
    def again(self) -> Again:
        return Again.REMINDER

    def reference(self, row: ToChoose, /) -> str:
        return f"group-still-to-choose-{row.period.pk}-{row.provider.pk}"
