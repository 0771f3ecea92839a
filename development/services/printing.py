"""The plan as a PDF: the same words give the same file, made once and found again by its hash."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.wording import date_in_words, from_to_in_words, pounds
from development.models import DevelopmentPlan, PlanAction
from development.selectors import objectives_of
from documents.models import StoredFile
from documents.services import files, pdfs

TEMPLATE = "development/pdf/plan.html"
PURPOSE = "development_plan"


@transaction.atomic
def open_plan_pdf(*, plan: DevelopmentPlan, by: User, at: datetime) -> StoredFile:
    """The PDF of a plan; that it was opened is noted. Raises core.pdf.PdfUnavailable."""
    words = {"group": plan.collaboration.name, "plan": plan.title}
    file = pdfs.stored_pdf(
        template=TEMPLATE,
        context=plan_as_words(plan),
        name=_("%(group)s, %(plan)s") % words,
        purpose=PURPOSE,
        by=None,
        at=at,
    )
    files.record_opened(file=file, by=by)
    return file


def never_by_its_address(user: User, file: StoredFile) -> bool:
    """The plan's page asks who may read it."""
    return False


def plan_as_words(plan: DevelopmentPlan) -> dict[str, Any]:
    """What the PDF says. Neither the day of printing nor who prints is among it."""
    objectives = [
        {
            "aim": objective.aim,
            "data_behind": objective.data_behind,
            "success_measure": objective.success_measure,
            "evaluation": objective.evaluation,
            "actions": [_action(action) for action in objective.actions.all()],
        }
        for objective in objectives_of(plan)
    ]
    facts = [
        (_("State"), plan.get_state_display()),
        (_("When"), from_to_in_words(plan.starts_on, plan.ends_on)),
    ]
    return {
        "title": plan.title,
        "lead": plan.collaboration.name,
        "facts": facts,
        "objectives": objectives,
        "evaluation": plan.evaluation,
    }


def _action(action: PlanAction) -> dict[str, str]:
    who = [str(part) for part in (action.owner, action.person) if part is not None]
    return {
        "what": action.what,
        "who": ", ".join(who) or _("Nobody yet"),
        "by": date_in_words(action.due_on) or "–",
        "done": date_in_words(action.done_on) or _("Not yet"),
        "words": action.done_words,
        "cost": pounds(action.cost_pence),
    }
