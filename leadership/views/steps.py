"""The steps of the conversation: one form a step, each on a page of its own (L3)."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import found_or_404
from leadership.forms.steps import (
    NO_SUPPORT,
    AgainForm,
    ContactForm,
    EntryForm,
    HandOverForm,
    OfferForm,
    StaysForm,
    SupportForm,
    TalkForm,
)
from leadership.rules.stages import Stage
from leadership.rules.steps import StepKind
from leadership.selectors import cases as selectors
from leadership.selectors import steps as step_selectors
from leadership.services import steps as services
from leadership.services.reinstatement import discuss_reinstatement
from leadership.services.steps import Offer, Talk
from leadership.views.cases import CaseForm, hints_of


class StepForm(CaseForm):
    """Base of a step: the leader's name, telephone and email stand above the form."""

    template_name = "leadership/steps/step.html"
    lead: ClassVar[Any] = ""
    submit_label: Any = _("Record it")

    def get_initial(self) -> dict[str, Any]:
        return {"on_day": timezone.localdate()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reach = step_selectors.reach_of_leader(self.case, on=timezone.localdate())
        leader = str(self.case.appointment.user)
        return super().get_context_data(**{"reach": reach, "leader": leader, "lead": self.lead, **kwargs})


class RecordContact(StepForm):
    title = _("The first conversation")
    lead = _("What was agreed is read by the leader too, from the moment you record it.")
    form_class = ContactForm
    success_message = _("The conversation is recorded. The leader can read what you agreed.")

    def save(self, form: ContactForm) -> None:
        services.record_contact(
            case_id=self.case.pk, talk=Talk(**form.cleaned_data), by=self.request.user, at=timezone.now()
        )


class RecordTalk(StepForm):
    title = _("Another conversation")
    form_class = TalkForm
    success_message = _("The conversation is recorded.")
    kind = StepKind.TALK

    def save(self, form: TalkForm) -> None:
        services.record_talk(
            case_id=self.case.pk,
            talk=Talk(**form.cleaned_data),
            kind=self.kind,
            by=self.request.user,
            at=timezone.now(),
        )


class TalkOverSuccession(RecordTalk):
    title = _("Who could lead next")
    lead = _(
        "Talk about who could lead, what the members are told, and by whom. After that you may ask people,"
        " once the report is published."
    )
    kind = StepKind.SUCCESSION


class CorrectStep(StepForm):
    """A new entry that corrects an earlier one."""

    title = _("Correct an entry")
    lead = _("The first entry stays in this case, marked as corrected.")
    success_message = _("The entry is corrected.")

    @cached_property
    def step(self) -> Any:
        return found_or_404(step_selectors.step_in(self.case, self.kwargs["step_id"]))

    def get_form(self) -> django_forms.BaseForm:
        forms: dict[str, type[django_forms.BaseForm]] = {StepKind.CONTACT: ContactForm}
        if self.step.channel:
            forms |= {StepKind.TALK: TalkForm, StepKind.SUCCESSION: TalkForm}
        return forms.get(self.step.kind, EntryForm)(**self.get_form_kwargs())

    def get_initial(self) -> dict[str, Any]:
        names = ("on_day", "channel", "agreed", "words", "preference")
        return {name: getattr(self.step, name) for name in names}

    def save(self, form: django_forms.Form) -> None:
        services.correct_step(
            case_id=self.case.pk,
            step_id=self.step.pk,
            talk=Talk(**form.cleaned_data),
            by=self.request.user,
            at=timezone.now(),
        )


class OfferSupport(StepForm):
    title = _("Support for the leader")
    lead = _("Offer it; the leader says what would help.")
    form_class = OfferForm
    success_message = _("The support is recorded.")
    error_fields: ClassVar[dict[str, str]] = {"on_day": "offered_on"}

    def get_initial(self) -> dict[str, Any]:
        return {"offered_on": timezone.localdate(), "answer": "open"}

    def get_form(self) -> OfferForm:
        form = OfferForm(**self.get_form_kwargs())
        if self.case.stage != Stage.SUPPORT:  # there is nothing to pass over any more
            field: Any = form.fields["kind"]
            field.choices = [choice for choice in field.choices if choice[0] != NO_SUPPORT]
        return form

    def save(self, form: OfferForm) -> None:
        data = form.cleaned_data
        how: dict[str, Any] = {"case_id": self.case.pk, "by": self.request.user, "at": timezone.now()}
        day: date = data["offered_on"]
        if data["kind"] == NO_SUPPORT:
            services.skip_support(offered_on=day, words=data["words"], **how)
            return
        offer = Offer(answer=data["answer"], planned_for=data["planned_for"], words=data["words"])
        services.offer_support(kind=data["kind"], offered_on=day, offer=offer, **how)


class ChangeSupport(StepForm):
    title = _("What became of the support")
    form_class = SupportForm
    success_message = _("The support is recorded.")

    @cached_property
    def row(self) -> Any:
        rows = step_selectors.support_of(self.case).filter(pk=self.kwargs["support_id"])
        return found_or_404(rows.first())

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.row, name) for name in ("answer", "planned_for", "given_on", "words")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": str(self.row), **kwargs})

    def save(self, form: SupportForm) -> None:
        services.change_support(
            support_id=self.row.pk,
            offer=Offer(**form.cleaned_data),
            by=self.request.user,
            at=timezone.now(),
        )


class StepDown(StepForm):
    title = _("The leader has stepped down")
    lead = _(
        "End the leader’s time in the collaboration first. What you write for the leader may be a thank you."
    )
    form_class = EntryForm
    success_message = _("It is recorded that the leader has stepped down.")

    def save(self, form: EntryForm) -> None:
        services.record_stepped_down(
            case_id=self.case.pk, talk=Talk(**form.cleaned_data), by=self.request.user, at=timezone.now()
        )


class Stay(StepForm):
    title = _("The leader stays")
    lead = _("This is possible. Some of the support for the collaboration may pause while the leader stays.")
    form_class = StaysForm
    success_message = _("It is recorded that the leader stays.")

    def save(self, form: StaysForm) -> None:
        services.record_stays(
            case_id=self.case.pk, talk=Talk(**form.cleaned_data), by=self.request.user, at=timezone.now()
        )


class HandOver(CaseForm):
    """Managers give a case to another officer, with words."""

    asks = Permission.ASSIGN_CASES
    title = _("Hand this case over")
    submit_label = _("Hand it over")
    success_message = _("The case is handed over.")

    def get_form(self) -> HandOverForm:
        people = selectors.people_to_assign(on=timezone.localdate()).exclude(pk=self.case.assigned_to_id or 0)
        return HandOverForm(
            people=people,
            label=_("Who takes this case?"),
            name="officer",
            hints=hints_of(people),
            **self.get_form_kwargs(),
        )

    def save(self, form: HandOverForm) -> None:
        services.hand_over_case(
            case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class LeadAgain(StepForm):
    """After a positive re-inspection: whether the person leads again."""

    title = _("Leading again")
    lead = _("The setting has a new judgement with which it may lead a collaboration.")
    form_class = AgainForm
    success_message = _("It is recorded.")
    error_fields: ClassVar[dict[str, str]] = {"is_reinstated": "decision"}

    @cached_property
    def row(self) -> Any:
        row = step_selectors.reinstatement_of(self.case)
        return found_or_404(row if row is not None and row.decided_at is None else None)

    def get_initial(self) -> dict[str, Any]:
        return {"discussed_on": self.row.discussed_on or timezone.localdate(), "words": self.row.words}

    def save(self, form: AgainForm) -> None:
        data = form.cleaned_data
        decided = {AgainForm.YES: True, AgainForm.NO: False}.get(data["decision"])
        discuss_reinstatement(
            case_id=self.case.pk,
            discussed_on=data["discussed_on"],
            is_reinstated=decided,
            words=data["words"],
            by=self.request.user,
            at=timezone.now(),
        )
