"""Who could lead next: noted, asked, taken off again (L3)."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.searched import MAX_OFFERED
from core.tables.choosing import MAX_TYPED
from core.views import ConfirmPage, found_or_404
from leadership.forms.steps import AskedForm, SuccessorForm
from leadership.rules.steps import refusals_to_contact
from leadership.selectors import steps as selectors
from leadership.services import succession as services
from leadership.views.cases import CaseForm
from ofsted.selectors.standing import leading_decision


class NoteSuccessor(CaseForm):
    """Somebody of the group who might lead next, found by a search. Nobody is told."""

    template_name = "leadership/steps/successor.html"
    title = _("Somebody who might lead next")
    submit_label = _("Note them")
    success_message = _("Noted in this case. Nobody is told.")

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "").strip()[:MAX_TYPED]

    @cached_property
    def people(self) -> list[tuple[str, str, str]]:
        return selectors.possible_successors(self.case, on=timezone.localdate())

    @cached_property
    def offered(self) -> list[tuple[str, str, str]]:
        """Whose name or setting has every word that was typed; the one that was chosen stays."""
        words = self.searched.casefold().split()
        chosen = self.request.POST.get("who", "")
        return [
            person
            for person in self.people
            if person[0] == chosen or all(word in f"{person[1]} {person[2]}".casefold() for word in words)
        ]

    def get_form(self) -> SuccessorForm:
        return SuccessorForm(people=self.people, offered=self.offered, **self.get_form_kwargs())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "searched": self.searched,
            "offered": self.offered,
            "many": len(self.offered) > MAX_OFFERED,
            "anybody": bool(self.people),
        }
        return super().get_context_data(**{**context, **kwargs})

    def save(self, form: SuccessorForm) -> None:
        membership, user_id = selectors.chosen_successor(form.cleaned_data["who"], case=self.case)
        services.note_successor(
            case_id=self.case.pk,
            membership=membership,
            user_id=user_id,
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )


class OneSuccessor(CaseForm):
    """Base of what is done with somebody who is noted."""

    @cached_property
    def row(self) -> Any:
        rows = selectors.successors_of(self.case).filter(pk=self.kwargs["successor_id"])
        return found_or_404(rows.first())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": str(self.row), **kwargs})


class AskSuccessor(OneSuccessor):
    """That somebody was asked. Before the report is out, and before the talk with the leader, it cannot be."""

    template_name = "leadership/steps/asked.html"
    title = _("Asked whether they would lead")
    form_class = AskedForm
    submit_label = _("Record it")
    success_message = _("The answer is recorded.")

    def get_initial(self) -> dict[str, Any]:
        return {"contacted_on": self.row.contacted_on or timezone.localdate(), "answer": self.row.answer}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refused = refusals_to_contact(
            is_published=selectors.is_published(self.case), is_talked_over=selectors.is_talked_over(self.case)
        )
        context: dict[str, Any] = {"not_yet": [reason.in_words(gettext) for reason in refused]}
        if not refused:
            today = timezone.localdate()
            decision = leading_decision(provider_id=self.row.membership.provider_id, on=today)
            context |= {
                "leader": str(self.row),
                "reach": selectors.reach_of_successor(self.row, on=today),
                "verdict": gettext(decision.verdict.label),
            }
        return super().get_context_data(**{**context, **kwargs})

    def save(self, form: AskedForm) -> None:
        services.contact_successor(
            successor_id=self.row.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class RemoveSuccessor(OneSuccessor, ConfirmPage):
    title = _("Take somebody off the list")
    submit_label = _("Take them off")
    success_message = _("They are no longer on the list.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = gettext("%(person)s was not asked and is not told.") % {"person": self.row}
        return super().get_context_data(**{"explanation": text, **kwargs})

    def save(self, form: Any) -> None:
        services.remove_successor(successor_id=self.row.pk, by=self.request.user, at=timezone.now())
