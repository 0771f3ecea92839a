"""Writing a development plan: the plan, its objectives, its actions, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.frame.effects import effects_of
from core.views import ConfirmPage, Said, SeenPage
from core.wording import date_in_words, pounds
from development import selectors
from development.forms import (
    ClosingForm,
    DevelopmentPlanForm,
    EvaluationForm,
    ObjectiveForm,
    PlanActionForm,
)
from development.rules import evaluation_field
from development.services import actions, plans
from development.views.bases import FormOfPlan, OfAction, OfDevelopment, OfObjective, OfOwnAction
from memberships.forms.mixins import ActionDoneForm, NewDayForm
from memberships.views.mixins import NamesWhoDoes

if TYPE_CHECKING:
    from development.models import Objective, PlanAction

PLAN, OBJECTIVE = ("title", "starts_on", "ends_on"), ("aim", "data_behind", "success_measure")


def said_of(form_class: Any, row: Any, names: Sequence[str]) -> Said:
    """What a row says, by the labels of its form."""
    return [(form_class.base_fields[name].label, getattr(row, name)) for name in names]


class StartDevelopmentPlan(OfDevelopment, FormOfCollaboration):
    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_COLLABORATIONS
    title = _("Begin a development plan")
    form_class = DevelopmentPlanForm
    submit_label = _("Begin the plan")

    def get_success_url(self) -> str:
        return reverse("development:development_plans", args=[self.collaboration.pk])

    def save(self, form: DevelopmentPlanForm) -> HttpResponseBase:
        given = {name: form.cleaned_data[name] for name in PLAN}
        plan = plans.start_development_plan(collaboration=self.collaboration, **given, by=self.request.user)
        messages.success(self.request, gettext("The plan is begun. Add its first objective."))
        return HttpResponseRedirect(
            reverse("development:development_plan", args=[self.collaboration.pk, plan.pk])
        )


class ChangeDevelopmentPlan(FormOfPlan, SeenPage):
    title = _("Change title or days")
    form_class = DevelopmentPlanForm
    success_message = _("The change is saved.")

    def mark(self) -> str:
        return selectors.edition_of_plan(self.plan)

    def stored(self) -> Said:
        return said_of(DevelopmentPlanForm, self.plan, PLAN)

    def forget(self) -> None:
        del self.plan

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.plan, name) for name in PLAN}}

    def save(self, form: DevelopmentPlanForm) -> None:
        plans.change_development_plan(plan=self.plan, **form.cleaned_data, by=self.request.user)


class BeginWork(FormOfPlan, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    submit_label = _("Start working by this plan")
    success_message = _("You work by this plan now.")
    explanation = _("It becomes the plan that your group works by. You can still write in it as you learn.")

    def get_title(self) -> str:
        return gettext("Start working by “%(title)s”?") % {"title": self.plan.title}

    def save(self, form: Any) -> None:
        plans.begin_work_by_plan(plan=self.plan, by=self.request.user)


class Evaluate(FormOfPlan, SeenPage):
    """What came of it, as far as it is known."""

    title = _("The effect on teaching and learning")
    template_name = "development/evaluate.html"
    form_class = EvaluationForm
    success_message = _("What you found is saved.")

    @cached_property
    def objectives(self) -> list[Objective]:
        return list(selectors.objectives_of(self.plan))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"effects": effects_of(self.plan), **kwargs})

    def mark(self) -> str:
        return selectors.edition_of_evaluation(self.plan)

    def stored(self) -> Said:
        whole = (EvaluationForm.base_fields["evaluation"].label, self.plan.evaluation)
        return [*((objective.aim, objective.evaluation) for objective in self.objectives), whole]

    def forget(self) -> None:
        self.__dict__.pop("plan", None)
        self.__dict__.pop("objectives", None)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "objectives": self.objectives}

    def get_initial(self) -> dict[str, Any]:
        words = {evaluation_field(objective.pk): objective.evaluation for objective in self.objectives}
        return {**super().get_initial(), **words, "evaluation": self.plan.evaluation}

    def save(self, form: EvaluationForm) -> None:
        plans.evaluate_plan(plan=self.plan, **form.given(), by=self.request.user)


class CloseDevelopmentPlan(Evaluate):
    """The same, all of it, and the plan is closed."""

    form_class = ClosingForm
    submit_label = _("Close the plan")
    success_message = _("The plan is closed. What came of it stays on record.")

    def get_title(self) -> str:
        return gettext("Close “%(title)s”") % {"title": self.plan.title}

    def save(self, form: EvaluationForm) -> None:
        plans.close_plan(plan=self.plan, **form.given(), by=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        intro = _(
            "Say what each objective and the plan as a whole changed for teaching and learning. Afterwards"
            " the plan stays as it is."
        )
        return super().get_context_data(**{"intro_text": intro, **kwargs})


# --- objectives ---------------------------------------------------------------------------------------------


class AddObjective(FormOfPlan):
    title = _("Add an objective")
    form_class = ObjectiveForm
    submit_label = _("Add it")
    success_message = _("The objective is in the plan. Add what you do about it.")

    def save(self, form: ObjectiveForm) -> None:
        given = {name: form.cleaned_data[name] for name in OBJECTIVE}
        plans.add_objective(plan=self.plan, **given, by=self.request.user)


class ChangeObjective(OfObjective, SeenPage):
    title = _("Change the objective")
    form_class = ObjectiveForm
    success_message = _("The change is saved.")

    def mark(self) -> str:
        return selectors.edition_of_objective(self.objective)

    def stored(self) -> Said:
        return said_of(ObjectiveForm, self.objective, OBJECTIVE)

    def forget(self) -> None:
        del self.objective

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.objective, name) for name in OBJECTIVE}}

    def save(self, form: ObjectiveForm) -> None:
        plans.change_objective(objective=self.objective, **form.cleaned_data, by=self.request.user)


class MoveObjective(OfObjective):
    """One place up or down: a button on the plan's page, and no page of its own."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        plans.move_objective(objective=self.objective, up=self.kwargs["way"] == "up", by=self.request.user)
        return HttpResponseRedirect(self.get_success_url())


class RemoveObjective(OfObjective, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Remove it")
    success_message = _("The objective is out of the plan.")

    def get_title(self) -> str:
        return gettext("Remove “%(aim)s” from the plan?") % {"aim": self.objective.aim}

    @property
    def explanation(self) -> str:  # type: ignore[override]
        number = self.objective.actions.count()
        return (
            gettext("It goes with its actions (%(number)d). This cannot be undone.") % {"number": number}
            if number
            else ""
        )

    def get_success_url(self) -> str:
        return self.address("development_plan")

    def save(self, form: Any) -> None:
        plans.remove_objective(objective=self.objective, by=self.request.user)


# --- actions ------------------------------------------------------------------------------------------------


class WritesAction(NamesWhoDoes, FormOfPlan):
    """What adding and changing an action share."""

    form_class = PlanActionForm

    def given(self, form: PlanActionForm) -> dict[str, Any]:
        facts = {name: form.cleaned_data[name] for name in ("what", "due_on", "cost_pence")}
        return {**facts, **self.who(form), "by": self.request.user, "on": timezone.localdate()}


class AddPlanAction(WritesAction, OfObjective):
    title = _("Add an action")
    submit_label = _("Add it")
    success_message = _("The action is in the plan.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.objective.aim, **kwargs})

    def save(self, form: PlanActionForm) -> None:
        actions.add_action(objective=self.objective, **self.given(form))


class ChangePlanAction(WritesAction, OfAction, SeenPage):
    title = _("Change the action")
    success_message = _("The change is saved.")

    def action_written(self) -> PlanAction:
        return self.action

    def mark(self) -> str:
        return selectors.edition_of_action(self.action)

    def stored(self) -> Said:
        row, labels = self.action, PlanActionForm.base_fields
        shown = {
            "what": row.what,
            "owner": row.owner or gettext("Nobody yet"),
            "person": row.person or gettext("Nobody by name"),
            "due_on": date_in_words(row.due_on),
            "cost_pence": pounds(row.cost_pence),
            "done_on": date_in_words(row.done_on),
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.action

    def get_initial(self) -> dict[str, Any]:
        row = self.action
        facts = {name: getattr(row, name) for name in ("what", "due_on", "cost_pence", "done_on")}
        return {**super().get_initial(), **facts, "owner": row.owner_id, "person": row.person_id}

    def save(self, form: PlanActionForm) -> None:
        more = {"done_on": form.cleaned_data.get("done_on"), "seen": form.cleaned_data["seen"]}
        actions.change_action(action=self.action, **self.given(form), **more)


class FinishPlanAction(OfOwnAction):
    """Done, with the day and a word; the button on the tab's page sends today."""

    form_class = ActionDoneForm
    submit_label = _("Record it")
    success_message = _("It is recorded as done.")

    def get_title(self) -> str:
        return gettext("Done: %(what)s") % {"what": self.action.what}

    def get_initial(self) -> dict[str, Any]:
        return {"done_on": timezone.localdate()}

    def save(self, form: ActionDoneForm) -> None:
        actions.finish_action(
            action=self.action,
            **form.cleaned_data,
            on=timezone.localdate(),
            by=self.request.user,
        )


class PostponePlanAction(OfOwnAction):
    """Not yet: a new day."""

    form_class = NewDayForm
    submit_label = _("Save the new day")
    success_message = _("The new day is saved. Whoever leads the group sees it in the plan.")

    def get_title(self) -> str:
        return gettext("Not yet: %(what)s") % {"what": self.action.what}

    def get_initial(self) -> dict[str, Any]:
        return {"due_on": self.action.due_on}

    def save(self, form: NewDayForm) -> None:
        facts = {"on": timezone.localdate(), "by": self.request.user}
        actions.postpone_action(action=self.action, due_on=form.cleaned_data["due_on"], **facts)


class RemovePlanAction(OfAction, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Remove it")
    success_message = _("The action is out of the plan.")
    explanation = _(
        "Remove what was written by mistake. This cannot be undone. What was done is better recorded as done."
    )

    def get_title(self) -> str:
        return gettext("Remove “%(what)s” from the plan?") % {"what": self.action.what}

    def save(self, form: Any) -> None:
        actions.remove_action(action=self.action, by=self.request.user)
