"""Asking the leaders about a draft (S2): what the manager asks and records, and what a leader answers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.saving import edition_of
from core.tables.pages import ListPage
from core.views import SeenPage, found_or_404
from supplement.forms.schemes import AnswerForm, AskLeadersForm, ChangesForm
from supplement.rules.scheme_faults import errors_of
from supplement.rules.scheme_states import SchemeState, why_not_asked
from supplement.rules.side_by_side import side_by_side
from supplement.selectors import consultation as selectors
from supplement.selectors import schemes
from supplement.selectors.described import described, from_kept
from supplement.services import consultation as services
from supplement.tables.schemes import AnswersTable
from supplement.views.money_of_group import MoneyOfGroup
from supplement.views.schemes import OfScheme, WritesScheme

if TYPE_CHECKING:
    from core.views import Said
    from supplement.models.consultation import SchemeAnswer, SchemeConsultation
    from supplement.models.schemes import Scheme


class Consultation(OfScheme, ListPage):
    """What was asked, what each group answered, who owes an answer, and what came of it."""

    template_name = "supplement/consultation.html"
    title = _("What the leaders say")
    things = _("answers")
    table_class = AnswersTable
    export = "scheme-answers"
    export_permission = Permission.EXPORT
    empty_text = _("No group has answered yet.")

    @cached_property
    def consultation(self) -> SchemeConsultation:
        return found_or_404(selectors.consultation_of(self.scheme))

    def permission_object(self) -> None:
        self.consultation  # noqa: B018  404 before anything else is asked

    def scope(self) -> dict[str, str]:
        return {"consultation": str(self.consultation.pk)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        both = side_by_side(from_kept(self.consultation.contents), described(self.year))
        context = {
            "consultation": self.consultation,
            "opinions": selectors.opinions_in(self.consultation),
            "owing": list(selectors.groups_that_owe(self.consultation, on=self.visitor.on)),
            "is_open": self.scheme.state == SchemeState.CONSULTED,
            "may_write": self.allows(Permission.WRITE_SCHEME) and self.scheme.state == SchemeState.CONSULTED,
            "changed": [part for part in both if part.differs],
            "first_name": gettext("As leaders were asked"),
            "second_name": gettext("As it is now"),
        }
        return super().get_context_data(**(context | kwargs))


class AskLeaders(WritesScheme):
    title = _("Ask the leaders")
    form_class = AskLeadersForm
    submit_label = _("Ask them by email")
    success_message = _("The leaders are asked. Their answers stand here.")

    def against(self) -> str:
        has_errors = bool(errors_of(schemes.faults_in(self.year)))
        why_not = why_not_asked(self.scheme.state, has_errors=has_errors)
        return super().against() or (why_not.in_words(gettext) if why_not is not None else "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = selectors.groups_with_leaders(on=self.visitor.on).count()
        words = ngettext(
            "The leaders of %(number)d group get an email with what you ask and a link to the draft.",
            "The leaders of %(number)d groups get an email with what you ask and a link to the draft.",
            number,
        )
        return super().get_context_data(**{"intro_text": words % {"number": number}, **kwargs})

    def get_initial(self) -> dict[str, Any]:
        return {}

    def save(self, form: AskLeadersForm) -> HttpResponseBase:
        services.ask_leaders(
            scheme_id=self.scheme.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, self.success_message)
        return HttpResponseRedirect(self.page_address("consultation"))


class RecordChanges(WritesScheme):
    title = _("What came of the answers")
    form_class = ChangesForm
    success_message = _("Saved.")

    @cached_property
    def consultation(self) -> SchemeConsultation:
        return found_or_404(selectors.consultation_of(self.scheme))

    def permission_object(self) -> None:
        self.consultation  # noqa: B018  404 before anything else is asked

    def mark(self) -> str:
        return edition_of(self.consultation.changes)

    def stored(self) -> Said:
        return [(ChangesForm.base_fields["changes"].label, self.consultation.changes)]

    def forget(self) -> None:
        del self.consultation

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "changes": self.consultation.changes}

    def save(self, form: ChangesForm) -> HttpResponseBase:
        services.record_changes(
            scheme_id=self.scheme.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, self.success_message)
        return HttpResponseRedirect(self.page_address("consultation"))


class AnswerConsultation(MoneyOfGroup, SeenPage):
    """A leader reads the draft and says what the group thinks of it."""

    permission = Permission.LEAD_COLLABORATION
    template_name = "supplement/answer.html"
    form_class = AnswerForm
    submit_label = _("Send the answer")
    success_message = _("Thank you. Your group’s answer is with the early years team.")

    @cached_property
    def scheme(self) -> Scheme:
        scheme = found_or_404(schemes.scheme_by_id(self.kwargs["scheme"]))
        if not hasattr(scheme, "consultation"):
            raise Http404
        return scheme

    @cached_property
    def answer(self) -> SchemeAnswer | None:
        return selectors.answer_of(self.scheme.consultation, self.collaboration.pk)

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        self.scheme  # noqa: B018  404 before anything else is asked
        return collaboration

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Approved, it is read where everybody reads it."""
        if self.scheme.state != SchemeState.CONSULTED:
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_title(self) -> str:
        return gettext("Draft: %(scheme)s") % {"scheme": self.scheme}

    def mark(self) -> str:
        return services.mark_of_answer(self.answer)

    def stored(self) -> Said:
        labels, answer = AnswerForm.base_fields, self.answer
        if answer is None:
            return ()
        return [
            (labels["opinion"].label, answer.get_opinion_display()),
            (labels["words"].label, answer.words),
        ]

    def forget(self) -> None:
        self.__dict__.pop("answer", None)

    def get_initial(self) -> dict[str, Any]:
        said = {"opinion": self.answer.opinion, "words": self.answer.words} if self.answer else {}
        return {**super().get_initial(), **said}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        consultation = self.scheme.consultation
        context = {
            "consultation": consultation,
            "answer": self.answer,
            "is_possible": self.visitor.on <= consultation.until_on,
            "parts": described(schemes.year_of(self.scheme)),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: AnswerForm) -> None:
        services.answer_consultation(
            scheme_id=self.scheme.pk,
            collaboration=self.collaboration,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return reverse("supplement:of_group", args=[self.collaboration.pk])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
