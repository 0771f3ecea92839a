"""Forms of a development plan. Each carries a mark of the text that the person was shown (``seen``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.forms.fields import DateField, LastDayField, LineField
from core.forms.money import PoundsField
from core.forms.pages import SeenForm, words_field
from development.models import Objective
from development.rules import MAX_PENCE, evaluation_field
from memberships.forms.mixins import ActionForm

EFFECT = _("What changed for children, and in how adults teach? How do you know?")


class DevelopmentPlanForm(SeenForm):
    title = LineField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("For example “Talk more, listen better” or “School year 2026 to 2027”."),
    )
    starts_on = DateField(label=_("From"), what=_("the first day"))
    ends_on = LastDayField()


class ObjectiveForm(SeenForm):
    aim = LineField(
        label=_("What do you want to change?"),
        max_length=300,
        help_text=_("For example “Children talk more at meal times”."),
    )
    data_behind = words_field(
        _("The data behind it"),
        help_text=_("What you saw, counted or heard that makes you choose this. Name no child."),
    )
    success_measure = words_field(
        _("How you will know that it worked"), help_text=_("Something that you can see or count again.")
    )


class PlanActionForm(ActionForm):
    cost_pence = PoundsField(
        label=_("What does it cost?"),
        required=False,
        most=MAX_PENCE,
        nothing=0,
        unreadable=gettext_noop("Enter the cost in pounds and pence, such as 85 or 1,250.50."),
        help_text=_("In pounds, such as 85 or 1,250.50. Leave it empty if it costs nothing."),
    )
    field_order = ("what", "owner", "person", "due_on", "cost_pence", "done_on")


class EvaluationForm(SeenForm):
    """The effect of each objective, and of the plan."""

    evaluation = words_field(_("The plan as a whole"), help_text=EFFECT, rows=6)

    def __init__(self, *args: Any, objectives: Sequence[Objective] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.objectives = objectives
        self.fields |= {
            evaluation_field(objective.pk): words_field(objective.aim, help_text=EFFECT)
            for objective in objectives
        }
        self.order_fields([*(evaluation_field(objective.pk) for objective in objectives), "evaluation"])
        self.give_words()

    def given(self) -> dict[str, Any]:
        words = {
            objective.pk: self.cleaned_data[evaluation_field(objective.pk)] for objective in self.objectives
        }
        return {
            "evaluation": self.cleaned_data["evaluation"],
            "objectives": words,
            "seen": self.cleaned_data["seen"],
        }


class ClosingForm(EvaluationForm):
    """The same where nothing may be left out; the rule says what is missing, each at its field."""

    marks_optional = False
