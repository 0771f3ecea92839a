"""Where a member answers a version of the ways of working (W2): signed in, and by the link of an email."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from collaborations.views.mixins import FormOfCollaboration
from core.views import found_or_404
from core.wording import date_in_words
from memberships.selectors.members import membership_in
from memberships.selectors.staff_told import manages_setting
from providers.selectors import workforce_of_setting
from ways_of_working.forms.agreement import AnswerForm
from ways_of_working.selectors.agreement import (
    ANSWER_TERMS,
    answer_of,
    answer_that_came_of,
    ask_still_open,
    counts,
    rule_before,
)
from ways_of_working.selectors.comparing import comparison_of
from ways_of_working.selectors.writing import adopted_version, sections_written
from ways_of_working.services.agreement import answer_version
from ways_of_working.services.terms_asking import send_terms_link_again
from ways_of_working.views.agreement import OfTerms
from ways_of_working.views.terms_words import ABSTAINING, answer_in_words, answers_for, rule_in_words

if TYPE_CHECKING:
    from accounts.models import TaskLink
    from memberships.models.members import Membership
    from providers.rules.workforce import Workforce
    from ways_of_working.models import TermsAnswer, TermsReminder, WaysOfWorking


def context_of(ways: WaysOfWorking, membership: Membership) -> dict[str, Any]:
    """What whoever answers reads first: what changes, the whole text, who must agree."""
    is_with_members = ways.state == "circulated"  # what is being changed again is for who writes it
    before = adopted_version(ways.collaboration) if is_with_members else None
    return {
        "ways": ways,
        "membership": membership,
        "collaboration": ways.collaboration,
        "sections": [section for section in sections_written(ways) if section.is_shown and section.answered]
        if is_with_members
        else [],
        "comparison": comparison_of(before, ways) if before else None,
        "rule": rule_in_words(rule_before(ways, on=timezone.localdate())),
    }


class AnswerTerms(OfTerms, FormOfCollaboration):
    """A manager answers for the setting. Officers read the answers and give none."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "ways_of_working/answer.html"
    form_class = AnswerForm
    submit_label = _("Send our answer")
    success_message = _("Thank you. Your answer is there. You can change it until the version is adopted.")

    @cached_property
    def membership(self) -> Membership:
        return found_or_404(membership_in(self.collaboration, self.kwargs["row"]))

    @cached_property
    def workforce(self) -> Workforce:
        return workforce_of_setting(self.membership.provider)

    @cached_property
    def answer(self) -> TermsAnswer | None:
        answer = answer_of(self.ways, self.membership.pk)
        return answer if answer is not None and counts(self.ways, answer) else None

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        if not manages_setting(self.request.user.pk, self.membership.provider_id, on=timezone.localdate()):
            raise PermissionDenied(_("Only the setting's own manager answers for it."))
        return collaboration

    def get_title(self) -> str:
        return gettext("Answer for %(setting)s") % {"setting": self.membership.provider}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "abstaining": ABSTAINING[rule_before(self.ways, on=timezone.localdate())],
            "choices": answers_for(self.workforce),
        }

    def get_initial(self) -> dict[str, Any]:
        return {"answer": self.answer.answer, "words": self.answer.words} if self.answer else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = answer_in_words(self.answer.answer, self.workforce) if self.answer else ""
        context = {"answer": self.answer, "said": said, "is_open": self.ways.state == "circulated"}
        return super().get_context_data(**{**context_of(self.ways, self.membership), **context, **kwargs})

    def get_success_url(self) -> str:
        return self.answers_url

    def get_cancel_url(self) -> str:
        return self.answers_url

    def save(self, form: AnswerForm) -> None:
        facts = {"ways_id": self.ways.pk, "membership_id": self.membership.pk}
        answer_version(**facts, **form.cleaned_data, by=self.request.user, at=timezone.now())


class AnswerTermsByLink(TaskLinkPage):
    """The page behind the link of an email: the manager reads and answers without signing in, once."""

    purpose = ANSWER_TERMS
    template_name = "ways_of_working/answer.html"
    form_class = AnswerForm
    submit_label = _("Send our answer")

    @cached_property
    def ask(self) -> TermsReminder | None:
        return ask_still_open(self.link, on=timezone.localdate()) if self.link else None

    def task_exists(self) -> bool:
        """Until the member has answered, the version went on, or the
        person no longer manages a setting that is a member.
        """
        return self.ask is not None

    def what_was_done(self, link: TaskLink) -> str:
        answer = answer_that_came_of(link)
        on = timezone.localdate()
        if answer is None or not manages_setting(link.user_id, answer.membership.provider_id, on=on):
            return ""
        words = {
            "person": answer.answered_by,
            "day": date_in_words(answer.answered_at),
            "answer": answer.get_answer_display(),
        }
        return gettext("%(person)s answered on %(day)s: %(answer)s.") % words

    def may_send_again(self, link: TaskLink) -> bool:
        return ask_still_open(link, on=timezone.localdate()) is not None

    def send_again(self, link: TaskLink) -> None:
        send_terms_link_again(link=link, at=timezone.now())

    def get_title(self) -> str:
        return gettext("Answer for %(setting)s") % {"setting": found_or_404(self.ask).membership.provider}

    def get_form_kwargs(self) -> dict[str, Any]:
        rule = rule_before(found_or_404(self.ask).ways, on=timezone.localdate())
        choices = answers_for(workforce_of_setting(found_or_404(self.ask).membership.provider))
        return {**super().get_form_kwargs(), "abstaining": ABSTAINING[rule], "choices": choices}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ask = found_or_404(self.ask)
        return super().get_context_data(
            **{**context_of(ask.ways, ask.membership), "is_open": True, "by_link": True, **kwargs}
        )

    def save(self, form: AnswerForm) -> HttpResponseBase:
        ask, link = found_or_404(self.ask), found_or_404(self.link)
        facts: dict[str, Any] = {
            "ways_id": ask.ways_id,
            "membership_id": ask.membership_id,
            **form.cleaned_data,
        }
        given = answer_version(**facts, by=found_or_404(link.user), at=timezone.now(), link=link)
        return render(
            self.request,
            "ways_of_working/answered.html",
            {
                "membership": ask.membership,
                "ways": ask.ways,
                "said": answer_in_words(given.answer, workforce_of_setting(ask.membership.provider)),
            },
        )
