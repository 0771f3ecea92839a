"""Peer visits (K): who visits whom, what they take home, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration
from core.views import Crumb, SeenPage, found_or_404
from core.wording import date_in_words, time_in_words
from meetings.forms.visits import (
    AccountForm,
    AnswerVisitForm,
    AskVisitForm,
    BecameForm,
    BecauseForm,
    ChangeVisitForm,
)
from meetings.rules.visits import LIVE, VisitState, is_asked_again
from meetings.selectors import visits as selectors
from meetings.services import visits as services
from meetings.views.bases import OfMeetings
from meetings.views.mixins import AsksOfHoliday

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.visits import PeerVisit, Visitor
    from providers.models import Provider

PAGE = _("Visits and training")
VISIT_FIELDS = ("on", "starts_at", "ends_at", "focus", "words")


class OfVisits(OfMeetings):
    """A page about visits or training of a group."""

    def breadcrumbs(self) -> Sequence[Crumb]:
        page = reverse("meetings:visits", args=[self.collaboration.pk])
        return (*super().breadcrumbs(), Crumb(PAGE, page))

    @cached_property
    def members(self) -> list[Provider]:
        return selectors.members_on(self.collaboration, on=self.visitor.on)

    @cached_property
    def own(self) -> set[int]:
        """The member settings at which the reader works."""
        ids = [provider.pk for provider in self.members]
        return selectors.works_at(self.request.user, ids, on=self.visitor.on)

    def speaks_for(self, provider_id: int) -> bool:
        """Whether the reader speaks for a setting: by working there, or by running the group."""
        return provider_id in self.own or self.may_run()


class VisitsAndTraining(OfVisits):
    """What is asked, what comes, and what the group took home."""

    template_name = "meetings/visits/tab.html"
    title = PAGE

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = self.visitor.on
        visits = list(selectors.visits_of(self.collaboration)[:40])
        training = list(selectors.training_of(self.collaboration)[:20])
        took_place = [row for row in visits if row.on < on and row.state == VisitState.AGREED]
        context = {
            "visits_ahead": [row for row in reversed(visits) if row.on >= on and row.state in LIVE],
            "ideas": [(row, each) for row in took_place for each in row.visitors.all() if each.idea],
            "without_words": [row for row in took_place if not any(each.idea for each in row.visitors.all())],
            "training_ahead": [row for row in reversed(training) if row.on >= on and not row.is_cancelled],
            "training_before": [row for row in training if row.on < on and not row.is_cancelled],
            "may_ask": self.may_run() or bool(self.own),
            "may_run": self.may_run(),
        }
        return super().get_context_data(**(context | kwargs))


class AskVisit(AsksOfHoliday, OfVisits, FormOfCollaboration):
    """A member asks to visit or invites; whoever runs the group does it for any of them."""

    title = _("Ask for a visit, or invite to one")
    form_class = AskVisitForm
    submit_label = _("Ask")

    def permission_object(self) -> Any:
        about = super().permission_object()
        if not self.own and not self.may_run():
            raise PermissionDenied(gettext("The settings of the group do this."))
        return about

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "members": self.members}

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "visitors": sorted(self.own)}

    def get_cancel_url(self) -> str:
        return reverse("meetings:visits", args=[self.collaboration.pk])

    def save(self, form: AskVisitForm) -> HttpResponseBase:
        data, members = form.cleaned_data, {row.pk: row for row in self.members}
        visit = services.ask_for_visit(
            collaboration=self.collaboration,
            host=members.get(data["host"]),
            visitors=[members[pk] for pk in data["visitors"]],
            **{name: data[name] for name in VISIT_FIELDS},
            own=self.own,
            for_anybody=self.may_run(),
            by=self.request.user,
            at=timezone.now(),
        )
        words = {
            VisitState.ASKED: gettext("They are asked by email. You hear when they answer."),
            VisitState.AGREED: gettext("The visit is recorded. Write down what you take home."),
        }
        messages.success(self.request, words.get(VisitState(visit.state), ""))
        return HttpResponseRedirect(reverse("meetings:visit", args=[self.collaboration.pk, visit.pk]))


class OfVisit(OfVisits):
    """A page of one visit. That of another group does not exist."""

    @cached_property
    def visit(self) -> PeerVisit:
        return found_or_404(selectors.visit_in(self.collaboration, self.kwargs["visit"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.visit  # noqa: B018
        return about

    def address(self, name: str = "visit", *more: Any) -> str:
        return reverse(f"meetings:{name}", args=[self.collaboration.pk, self.visit.pk, *more])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.visit_title(), self.address()))

    def visit_title(self) -> str:
        facts = {"host": self.visit.host, "day": date_in_words(self.visit.on)}
        return gettext("Visit to %(host)s, %(day)s") % facts

    def speaks_for_any(self, provider_ids: Sequence[int]) -> bool:
        return any(self.speaks_for(pk) for pk in provider_ids)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"visit": self.visit, **kwargs})


class VisitPage(OfVisit):
    template_name = "meetings/visits/visit.html"

    def record(self) -> Any:
        return self.visit

    def get_title(self) -> str:
        return self.visit_title()

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        visit, on = self.visit, self.visitor.on
        is_live = visit.state in LIVE and visit.on >= on
        took_place = visit.state == VisitState.AGREED and visit.on <= on
        lines = [
            {
                "visitor": each,
                "may_write": took_place and self.speaks_for(each.provider_id),
                "may_follow": took_place and bool(each.idea) and self.speaks_for(each.provider_id),
                "is_asked_again": is_asked_again(visit.on, today=on),
            }
            for each in visit.visitors.all()
        ]
        context = {
            "lines": lines,
            "may_answer": is_live
            and visit.state == VisitState.ASKED
            and self.speaks_for_any(selectors.asked_side(visit)),
            "may_change": is_live and self.speaks_for_any(selectors.everyone_in(visit)),
            "took_place": took_place,
        }
        return super().get_context_data(**(context | kwargs))


class FormOfVisit(OfVisit, FormOfCollaboration):
    """A form for those who take part in a visit, and for whoever runs the group."""

    def sides(self) -> Sequence[int]:
        return selectors.everyone_in(self.visit)

    def permission_object(self) -> Any:
        about = super().permission_object()
        if not self.speaks_for_any(self.sides()):
            raise PermissionDenied(gettext("The settings that take part in the visit do this."))
        return about

    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.visit_title(), **kwargs})


class AnswerVisit(FormOfVisit):
    title = _("Does this visit suit you?")
    form_class = AnswerVisitForm
    submit_label = _("Answer")
    success_message = _("Thank you. Whoever asked hears of it.")
    error_fields = {"to": "agrees"}

    def sides(self) -> Sequence[int]:
        return selectors.asked_side(self.visit)

    def save(self, form: AnswerVisitForm) -> None:
        data = form.cleaned_data
        services.answer_visit(
            visit_id=self.visit.pk,
            agrees=data["agrees"] == "yes",
            answer=data["answer"],
            by=self.request.user,
            at=timezone.now(),
        )


class ChangeVisit(AsksOfHoliday, FormOfVisit, SeenPage):
    title = _("Change the visit")
    form_class = ChangeVisitForm
    success_message = _("The visit is changed. Everybody in it hears of a new day or time.")

    def stored_day(self) -> date:
        return self.visit.on

    def mark(self) -> str:
        return selectors.edition_of_visit(self.visit)

    def stored(self) -> Said:
        visit, labels = self.visit, ChangeVisitForm.base_fields
        shown = {
            "on": date_in_words(visit.on),
            "starts_at": time_in_words(visit.starts_at) if visit.starts_at else "",
            "ends_at": time_in_words(visit.ends_at) if visit.ends_at else "",
            "focus": visit.focus,
            "words": visit.words,
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.visit

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.visit, name) for name in VISIT_FIELDS}}

    def save(self, form: ChangeVisitForm) -> None:
        data = form.cleaned_data
        services.change_visit(
            visit_id=self.visit.pk,
            seen=data["seen"],
            values={name: data[name] for name in VISIT_FIELDS},
            by=self.request.user,
            at=timezone.now(),
        )


class CancelVisit(FormOfVisit):
    title = _("Cancel this visit?")
    form_class = BecauseForm
    submit_label = _("Cancel the visit")
    success_message = _("The visit is cancelled. Everybody in it hears of it.")
    error_fields = {"to": "because"}

    def save(self, form: BecauseForm) -> None:
        services.cancel_visit(
            visit_id=self.visit.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class OfVisitor(FormOfVisit):
    """A form for one visiting setting."""

    @cached_property
    def visitor_row(self) -> Visitor:
        rows = {each.pk: each for each in self.visit.visitors.all()}
        return found_or_404(rows.get(self.kwargs["visitor"]))

    def sides(self) -> Sequence[int]:
        return [self.visitor_row.provider_id]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "caption": f"{self.visitor_row.provider}: {self.visit_title()}"}


class WriteAccount(OfVisitor):
    """What was seen, and the one idea."""

    title = _("What do you take home?")
    form_class = AccountForm
    success_message = _("Your idea is saved. The group can read it.")

    def get_initial(self) -> dict[str, Any]:
        return {"seen": self.visitor_row.seen, "idea": self.visitor_row.idea}

    def save(self, form: AccountForm) -> None:
        services.write_account(
            visit_id=self.visit.pk,
            provider=self.visitor_row.provider,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )


class SayWhatBecame(OfVisitor):
    """Asked a term after the visit, and open from the visit on."""

    title = _("What became of your idea?")
    template_name = "meetings/visits/became.html"
    form_class = BecameForm
    success_message = _("Thank you. The group can read it.")

    def permission_object(self) -> Any:
        about = super().permission_object()
        found_or_404(self.visitor_row.idea or None)
        return about

    def get_initial(self) -> dict[str, Any]:
        return {"became": self.visitor_row.became, "words": self.visitor_row.became_words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"idea": self.visitor_row.idea, **kwargs})

    def save(self, form: BecameForm) -> None:
        services.say_what_became(visitor_id=self.visitor_row.pk, **form.cleaned_data, by=self.request.user)
