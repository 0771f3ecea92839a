"""The money of a collaboration on its own page: what came, what is due, what is missing and until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from collaborations.rules import LED
from core.views import Crumb
from core.wording import listed
from supplement.rules.claims import ClaimState
from supplement.rules.criteria_lines import PASSED
from supplement.rules.deciding import Verdict
from supplement.rules.next_steps import Window
from supplement.selectors import consultation as consultations
from supplement.selectors.claims import is_led
from supplement.selectors.group_money import PeriodOfGroup, payments_to, periods_of
from supplement.selectors.runs import newest_figures
from supplement.views.money_of_group import MoneyOfGroup


class OfGroup(MoneyOfGroup):
    """For members and the team; its leaders find the next thing to do, and drafts that they are asked about."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "supplement/of_group.html"
    title = gettext_lazy("Money")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        leads = self.allows(Permission.LEAD_COLLABORATION, self.collaboration)
        drafts = list(consultations.consultations_running()) if leads else []
        periods = periods_of(self.collaboration, on=self.visitor.on)
        context = {
            "drafts": [(row, consultations.answer_of(row, self.collaboration.pk)) for row in drafts],
            "periods": [self.shown(row, leads=leads) for row in periods],
            "figures": newest_figures(self.collaboration) if self.sees_money else [],
            "payments": payments_to(self.collaboration) if self.sees_money else None,
            "sees_money": self.sees_money,
            "leads": leads,
            "is_led": leads or is_led(self.collaboration, on=self.visitor.on),
        }
        return super().get_context_data(**(context | kwargs))

    def shown(self, row: PeriodOfGroup, *, leads: bool) -> dict[str, Any]:
        url, action = self.next_action(row) if leads else ("", "")
        claim = row.claim
        return {
            "row": row,
            "missing": _missing(row.verdict) if row.verdict is not None else "",
            "action_url": url,
            "action": action,
            "claim_url": reverse("supplement:claim", args=[self.collaboration.pk, claim.pk])
            if claim and self.sees_money
            else "",
        }

    def next_action(self, row: PeriodOfGroup) -> tuple[str, str]:
        """What a leader does next: the address and the words of its button; "" where nothing is to be done."""
        group = self.collaboration
        if row.claim is None:
            if row.window is not Window.OPEN or group.state not in LED:
                return "", ""
            return reverse("supplement:begin_claim", args=[group.pk, row.period.pk]), _("Begin the claim")
        name, words = {
            ClaimState.DRAFT: ("claim", _("Go on with the claim")),
            ClaimState.RETURNED: ("answer_question", _("Answer the question")),
        }.get(ClaimState(row.claim.state), ("", ""))
        if not name or (row.claim.state == ClaimState.DRAFT and row.window is not Window.OPEN):
            return "", ""
        return reverse(f"supplement:{name}", args=[group.pk, row.claim.pk]), words


def _missing(verdict: Verdict) -> str:
    """Which criteria are not met yet, in words; "" where the scheme asks nothing."""
    asked = dict.fromkeys(row.criterion.kind for row in verdict.findings)
    missing = dict.fromkeys(row.criterion.kind for row in verdict.findings if row.standing not in PASSED)
    if not missing:
        return _("Everything that the scheme asks is met.") if asked else ""
    words = _("%(met)d of %(asked)d things that the scheme asks are met. Missing: %(names)s.")
    names = listed(str(kind.label) for kind in missing)
    return words % {"met": len(asked) - len(missing), "asked": len(asked), "names": names}
