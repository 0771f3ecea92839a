"""Undo that a meeting was planned, on the day it was done (G1)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.wording import date_in_words
from meetings.forms.planning import TakeBackForm
from meetings.rules.states import AHEAD
from meetings.rules.taking_back import may_take_back
from meetings.selectors import taking_back as selectors
from meetings.services.taking_back import take_back_planning
from meetings.views.bases import RunsMeeting


class TakeBackPlanning(RunsMeeting):
    """Asks first; of meetings that were planned together, whether this one or all of them."""

    title = _("Undo planning this meeting?")
    template_name = "meetings/take_back.html"
    form_class = TakeBackForm
    submit_label = _("Undo planning")

    def get_form_kwargs(self) -> dict[str, Any]:
        number = selectors.planned_together(self.meeting).count()
        return {**super().get_form_kwargs(), "number": number}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = selectors.planned_facts(self.meeting)
        refusals = may_take_back(facts, today=self.visitor.on) if facts is not None else []
        context = {
            "reasons": [refusal.reason for refusal in refusals],
            "may_cancel": self.meeting.state in AHEAD,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: TakeBackForm) -> HttpResponseBase:
        done = take_back_planning(
            meeting=self.meeting,
            whole_series=form.cleaned_data.get("which") == TakeBackForm.ALL,
            by=self.request.user,
            at=timezone.now(),
        )
        words = ngettext(
            "Planning is undone: %(number)d meeting is gone.",
            "Planning is undone: %(number)d meetings are gone.",
            done.number,
        )
        messages.success(self.request, words % {"number": done.number})
        for kept in done.kept:
            said = gettext("“%(title)s” on %(day)s stays, because people have worked with it already.")
            facts = {"title": kept.title, "day": date_in_words(kept.on)}
            messages.info(self.request, said % facts)
        return HttpResponseRedirect(self.list_url())
