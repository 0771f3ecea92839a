"""Agreeing a plan with the leaders, looking at what it does, carrying it out, putting it aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage
from core.wording import date_in_words
from reorganisation.forms import AgreeForm, CarryOutForm
from reorganisation.rules.plans import lacking, warnings_of
from reorganisation.selectors.plan_preview import preview_of
from reorganisation.services import carrying_out
from reorganisation.services import plans as services
from reorganisation.views.bases import ChangesPlan, OfPlan


class Foresees(OfPlan):
    """Shows what carrying the plan out would do, and what still stands in the way."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        context = {
            "not_before": self.not_before if self.is_open else "",
            "preview": preview_of(self.plan, self.facts, today=today) if self.is_open else None,
            "lacks": [lack.reason.in_words(gettext) for lack in lacking(self.facts, today=today)]
            if self.is_open
            else [],
            "warnings": [reason.in_words(gettext) for reason in warnings_of(self.facts)]
            if self.is_open
            else [],
        }
        return super().get_context_data(**(context | kwargs))


class PreviewPlan(Foresees):
    title = _("What will happen")
    template_name = "reorganisation/preview_page.html"


class AgreePlan(ChangesPlan):
    title = _("Meeting with the leaders")
    template_name = "reorganisation/agree.html"
    form_class = AgreeForm
    submit_label = _("Record the agreement")

    def get_initial(self) -> dict[str, Any]:
        return {
            **super().get_initial(),
            "met_leaders_on": self.plan.met_leaders_on,
            "met_words": self.plan.met_words,
        }

    def save(self, form: AgreeForm) -> None:
        data = form.cleaned_data
        met = {"met_leaders_on": data["met_leaders_on"], "met_words": data["met_words"]}
        services.agree_plan(**self.seen(form), **met, at=timezone.now())
        messages.success(
            self.request,
            f"{gettext('The plan is agreed.')} {self.not_before or gettext('You can carry it out now.')}",
        )


class CarryOutPlan(Foresees, ChangesPlan, ConfirmPage):
    """The last look, and the button."""

    template_name = "reorganisation/carry_out.html"
    form_class = CarryOutForm
    destructive = True
    submit_label = _("Carry out the plan")
    warning = _("This cannot be undone. From then on everything is recorded in the new collaborations.")

    def get_title(self) -> str:
        return gettext("Carry out the plan with effect from %(day)s?") % {
            "day": date_in_words(self.plan.takes_effect_on)
        }

    def save(self, form: Any) -> None:
        carrying_out.carry_out_plan(**self.seen(form), at=timezone.now())
        messages.success(self.request, gettext("The plan is carried out."))


class AbandonPlan(ChangesPlan, ConfirmPage):
    destructive = True
    title = _("Put this plan aside?")
    submit_label = _("Put it aside")
    explanation = _(
        "Each collaboration is again what it was before. The plan can be read, and not taken up again."
    )
    success_message = _("The plan is put aside.")

    def save(self, form: Any) -> None:
        services.abandon_plan(plan_id=self.plan.pk, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return reverse("reorganisation:plan", args=[self.plan.pk])
