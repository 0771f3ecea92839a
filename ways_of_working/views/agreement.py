"""Pages on which the members agree their ways of working (W2): sending
round, answers, reminders, taking back, adopting.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import ids_run_by
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.views import ConfirmPage, Crumb, TwoStepPage, found_or_404
from memberships.selectors.conduct import belongs_to
from memberships.selectors.staff_told import manages_setting
from providers.selectors import workforces_of
from provision import selectors
from ways_of_working.forms.agreement import AdoptForm, CirculateForm, ReplyForm
from ways_of_working.selectors.agreement import agreement_of, answer_in, memberships_for
from ways_of_working.selectors.comparing import change_by_rule, comparison_of, edition_of
from ways_of_working.selectors.reading import versions_seen
from ways_of_working.selectors.writing import adopted_version, version_by_number, warnings_for
from ways_of_working.services import agreement as services
from ways_of_working.services.terms_reminders import remind_members
from ways_of_working.services.terms_talk import OPEN, reply_to_answer
from ways_of_working.views.terms_words import (
    ANSWER_COLOURS,
    STATE_COLOURS,
    answer_in_words,
    asked_in_words,
    rule_in_words,
    words_of,
)

if TYPE_CHECKING:
    from providers.rules.workforce import Workforce
    from ways_of_working.models import TermsAnswer, WaysOfWorking
    from ways_of_working.rules.comparing import Materiality
    from ways_of_working.selectors.agreement import Agreement

#: So long after sending, whoever has not answered may be reminded.
DAYS_BEFORE_REMINDING = timedelta(days=3)


class OfTerms(OfSeenCollaboration):
    """A page about one version of a group's ways of working, for whoever sees the group."""

    @cached_property
    def ways(self) -> WaysOfWorking:
        return found_or_404(version_by_number(self.collaboration, self.kwargs["version"]))

    @cached_property
    def agreement(self) -> Agreement:
        return agreement_of(self.ways, on=timezone.localdate())

    @cached_property
    def may_run(self) -> bool:
        """Whether this person does the group's daily work with it, as
        one of the group or as an officer who helps.
        """
        return self.allows(Permission.RUN_COLLABORATION, self.collaboration) or self.allows(
            Permission.CHANGE_COLLABORATIONS
        )

    def permission_object(self) -> Any:
        """What was never sent round is there for who writes it alone."""
        collaboration = super().permission_object()
        if self.ways.circulated_at is None and not self.may_run:
            raise Http404
        return collaboration

    @property
    def answers_url(self) -> str:
        return reverse("ways_of_working:terms_answers", args=[self.collaboration.pk, self.ways.version])

    def breadcrumbs(self) -> Sequence[Crumb]:
        hub = Crumb(_("Ways of working"), reverse("ways_of_working:terms", args=[self.collaboration.pk]))
        answers = gettext("Answers to version %(version)d") % {"version": self.ways.version}
        return (*super().breadcrumbs(), hub, Crumb(answers, self.answers_url))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"ways": self.ways, **kwargs})


class RunsTerms(OfTerms):
    """A deed of who runs the group, or of an officer who helps: a
    group that is being set up has nobody yet.
    """

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_COLLABORATIONS

    def get_success_url(self) -> str:
        return self.answers_url

    def get_cancel_url(self) -> str:
        return self.answers_url


class TermsAnswers(OfTerms):
    """Who answered what, the talk about changes, and what can be done now. The talk is the group's own."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "ways_of_working/answers.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_title(self) -> str:
        return gettext("Answers to version %(version)d of the ways of working") % {
            "version": self.ways.version
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, today = self.request.user, timezone.localdate()
        context = {
            "agreement": self.agreement,
            "rows": self.rows(),
            "former": self.former(),
            "rule": rule_in_words(self.agreement.rule),
            "reasons": words_of(refusal.reason for refusal in self.agreement.refusals),
            "state_colour": STATE_COLOURS[self.ways.state],
            "sees_thread": belongs_to(user, self.collaboration, on=today),
            "may_run": self.may_run,
            "may_remind": self.may_remind(today),
            "may_read": versions_seen(user, self.collaboration).filter(pk=self.ways.pk).exists(),
            "holds": adopted_version(self.collaboration) if self.ways.state != "discarded" else None,
        }
        return super().get_context_data(**(context | kwargs))

    def may_remind(self, today: date) -> bool:
        """Offered from the third day after sending."""
        sent = self.ways.circulated_at
        return sent is not None and timezone.localdate(sent) + DAYS_BEFORE_REMINDING <= today

    @cached_property
    def workforces(self) -> dict[int, Workforce]:
        rows = [*self.agreement.rows, *self.agreement.former]
        return workforces_of(row.membership.provider for row in rows)

    def said(self, answer: TermsAnswer | None) -> Any:
        """An answer in the words of its member; "" for none."""
        if answer is None:
            return ""
        return answer_in_words(answer.answer, self.workforces[answer.membership.provider_id])

    def former(self) -> list[dict[str, Any]]:
        """Who answered and is no longer a member."""
        return [
            {"setting": answer.membership.provider, "said": self.said(answer)}
            for answer in self.agreement.former
        ]

    def rows(self) -> list[dict[str, Any]]:
        """The members with what this person may do there: answer for the own settings, talk about their own
        answer or as who runs it.
        """
        user, today = self.request.user, timezone.localdate()
        mine = {membership.pk for membership in memberships_for(user, self.collaboration, on=today)}
        runs = self.collaboration.pk in ids_run_by(user, on=today)
        is_with_members, is_open = self.ways.state == "circulated", self.ways.state in OPEN
        silent = [row.membership.provider_id for row in self.agreement.rows if row.asked_on is None]
        managed = selectors.managers_by_setting(silent, on=today) if silent and is_with_members else {}
        may_send_now = runs or self.allows(Permission.CHANGE_COLLABORATIONS)
        return [
            {
                "membership": row.membership,
                "answer": row.answer,
                "said": self.said(row.answer),
                "before": row.before,
                "said_before": self.said(row.before),
                "held": row.held,
                "thread": row.thread,
                "asked_on": row.asked_on,
                "goes_tonight": row.membership.provider_id in managed,
                "may_send_now": may_send_now,
                "colour": ANSWER_COLOURS[row.answer.answer] if row.answer else "",
                "may_answer": is_with_members and row.membership.pk in mine,
                "may_reply": is_open and row.talks and (runs or row.membership.pk in mine),
            }
            for row in self.agreement.rows
        ]


class CirculateTerms(RunsTerms, FormOfCollaboration, TwoStepPage):
    """When to answer by, then who will be asked and what changes; the second button sends it."""

    title = _("Send it to the members")
    template_name = "ways_of_working/circulate.html"
    preview_template = "ways_of_working/circulate_preview.html"
    form_class = CirculateForm
    confirm_label = _("Send it now")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.ways.circulated_at is not None and self.ways.state != "draft":
            messages.info(request, gettext("This version has been sent to the members already."))
            return HttpResponseRedirect(self.answers_url)
        return super().get(request, *args, **kwargs)

    @cached_property
    def before(self) -> WaysOfWorking | None:
        return adopted_version(self.collaboration)

    @cached_property
    def by_rule(self) -> Materiality:
        return change_by_rule(self.before, self.ways)

    def get_cancel_url(self) -> str:
        return reverse("ways_of_working:terms", args=[self.collaboration.pk])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "is_first": self.before is None}

    def get_initial(self) -> dict[str, Any]:
        why = {"why": self.ways.change_words}
        return {
            "seen": edition_of(self.ways),
            "is_material": "ask" if self.by_rule.is_material else "tell",
            **why,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "by_rule": self.by_rule,
            "material_words": words_of(self.by_rule.reasons),
            "before": self.before,
            "warning_words": words_of(warning.reason for warning in warnings_for(self.ways)),
        }
        return super().get_context_data(**(context | kwargs))

    def preview(self, form: CirculateForm) -> dict[str, Any]:
        today, seen = timezone.localdate(), str(edition_of(self.ways))
        sent = [(name, value) for name, values in self.request.POST.lists() for value in values]
        kept = [
            (name, value)
            for name, value in sent
            if name not in {"seen", "confirmed", "back", "csrfmiddlewaretoken"}
        ]
        people = selectors.managers_by_setting(
            [row.membership.provider_id for row in self.agreement.rows], on=today
        )
        return {
            "sent": [*kept, ("seen", seen)],
            "is_material": form.cleaned_data.get("is_material", True),
            "wanted": form.cleaned_data,
            "asked": [
                (row.membership, people.get(row.membership.provider_id, [])) for row in self.agreement.rows
            ],
            "comparison": comparison_of(self.before, self.ways) if self.before else None,
        }

    def must_look_again(self, form: CirculateForm) -> Any:
        if form.cleaned_data["seen"] == edition_of(self.ways) or self.ways.state != "draft":
            return ""
        return _("Somebody has changed the text in the meantime. Look at it again before you send it.")

    def save(self, form: CirculateForm) -> None:
        wanted = {"is_material": True, **form.cleaned_data}
        done = services.circulate_version(
            ways_id=self.ways.pk, **wanted, by=self.request.user, at=timezone.now()
        )
        if not done.is_new:
            messages.info(self.request, gettext("You have sent it already."))
        elif done.ways.is_material:
            messages.success(
                self.request, gettext("It is with the members now.") + " " + asked_in_words(done.asked)
            )
        else:
            messages.success(self.request, gettext("The members are told of the small change."))


class RemindTerms(RunsTerms, FormOfCollaboration, ConfirmPage):
    """One button that writes to those who have not answered; who had an email today gets none."""

    title = _("Remind those who have not answered")
    template_name = "ways_of_working/remind.html"
    submit_label = _("Remind them")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        context = {
            "agreement": self.agreement,
            "today": today,
            "to_remind": [row for row in self.agreement.silent if row.asked_on != today],
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        messages.success(
            self.request,
            asked_in_words(remind_members(ways_id=self.ways.pk, by=self.request.user, at=timezone.now())),
        )


class TakeBackTerms(RunsTerms, FormOfCollaboration, ConfirmPage):
    title = _("Take it back to change it")
    template_name = "ways_of_working/take_back.html"
    submit_label = _("Take it back")
    success_message = _(
        "You can change it now. The answers so far are kept, and the members are asked again."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"agreement": self.agreement, **kwargs})

    def save(self, form: Any) -> None:
        services.take_back_version(ways_id=self.ways.pk, by=self.request.user, at=timezone.now())


class AdoptTerms(RunsTerms, FormOfCollaboration):
    title = _("Record that it is adopted")
    template_name = "ways_of_working/adopt.html"
    form_class = AdoptForm
    submit_label = _("Record the adoption")
    success_message = _("It is recorded that the members adopted it. They all get an email.")

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reasons = words_of(refusal.reason for refusal in self.agreement.refusals)
        context = {
            "agreement": self.agreement,
            "rule": rule_in_words(self.agreement.rule),
            "reasons": reasons,
        }
        return super().get_context_data(**{**context, "holds": adopted_version(self.collaboration), **kwargs})

    def save(self, form: AdoptForm) -> None:
        services.adopt_version(
            ways_id=self.ways.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class ReplyTerms(OfTerms, FormOfCollaboration):
    """The thread under one answer: written in by that member and
    by who runs the group, and by nobody else.
    """

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Talk about the change")
    template_name = "ways_of_working/reply.html"
    form_class = ReplyForm
    submit_label = _("Send the reply")
    success_message = _("Your reply is there.")

    @cached_property
    def answer(self) -> TermsAnswer:
        return found_or_404(answer_in(self.ways, self.kwargs["row"]))

    def permission_object(self) -> Any:
        collaboration, user, today = super().permission_object(), self.request.user, timezone.localdate()
        manages = manages_setting(user.pk, self.answer.membership.provider_id, on=today)
        if not manages and self.collaboration.pk not in ids_run_by(user, on=today):
            raise PermissionDenied(_("Only the member that answered and who runs the group talk here."))
        return collaboration

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        provider = self.answer.membership.provider
        context = {
            "answer": self.answer,
            "said": answer_in_words(self.answer.answer, workforces_of([provider])[provider.pk]),
            "thread": self.answer.replies.all(),
            "is_open": self.ways.state in OPEN,
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self) -> str:
        return self.answers_url

    def save(self, form: ReplyForm) -> None:
        words = form.cleaned_data["words"]
        reply_to_answer(answer_id=self.answer.pk, words=words, by=self.request.user, at=timezone.now())
