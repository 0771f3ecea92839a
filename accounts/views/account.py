"""The own account: everything of it on one page, each with the page that changes it (A2, decision 0048)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms import OwnEmailsForm, OwnNameForm, SearchKeyForm
from accounts.panels import news_day_of
from accounts.selectors import roles_today, wants_news
from accounts.services.news import choose_news, choose_news_day
from accounts.services.own_account import choose_search_key, correct_own_name
from accounts.views.mixins import AccountForm
from core.emails import Pace
from core.frame.account import account_of, topics_for
from core.views import Page
from documents.rules import Updates
from documents.selectors import updates_of
from documents.services.held_emails import choose_updates


class OwnAccount(Page):
    """Of whoever is signed in; nobody sees another's."""

    signed_in = True
    title = _("Your account")
    template_name = "accounts/account.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"parts": account_of(self.visitor), **kwargs})


class OwnName(AccountForm):
    title = _("Your name")
    form_class = OwnNameForm
    success_message = _("Your name is saved.")

    def get_initial(self) -> dict[str, Any]:
        return {"full_name": self.request.user.full_name}  # type: ignore[union-attr]

    def save(self, form: Any) -> None:
        correct_own_name(user=self.request.user, full_name=form.cleaned_data["full_name"])  # type: ignore[arg-type]


class OwnEmails(AccountForm):
    """What comes by email, and how: what can be stopped, what can wait, and what comes in any case."""

    title = _("Emails to you")
    template_name = "accounts/own_emails.html"
    form_class = OwnEmailsForm
    success_message = _("Your choice is saved.")

    def get_initial(self) -> dict[str, Any]:
        wanted = wants_news(self.request.user)  # type: ignore[arg-type]
        news = OwnEmailsForm.YES if wanted else OwnEmailsForm.NO
        return {
            "news": news,
            "news_day": news_day_of(self.request.user),  # type: ignore[arg-type]
            "updates": updates_of(self.request.user.pk),  # type: ignore[arg-type]
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        of_team = bool(roles_today(self.request.user))  # type: ignore[arg-type]
        topics = {
            "news": topics_for(of_team=of_team, paces={Pace.NEWS}),
            "daily": topics_for(of_team=of_team, paces={Pace.DAILY}),
            "at_once": topics_for(of_team=of_team, paces={Pace.AT_ONCE}),
        }
        return super().get_context_data(**{"topics": topics, **kwargs})

    def save(self, form: Any) -> None:
        wanted = form.cleaned_data["news"] == OwnEmailsForm.YES
        now = timezone.now()
        choose_news(user=self.request.user, wanted=wanted, at=now)  # type: ignore[arg-type]
        if form.cleaned_data["news_day"] is not None:
            day, on = form.cleaned_data["news_day"], timezone.localdate(now)
            choose_news_day(user=self.request.user, day=day, on=on)  # type: ignore[arg-type]
        updates = Updates(form.cleaned_data["updates"])
        choose_updates(person=self.request.user, updates=updates, at=now)  # type: ignore[arg-type]


class SearchKey(AccountForm):
    title = _("The / key")
    form_class = SearchKeyForm
    success_message = _("Your choice is saved.")

    def get_initial(self) -> dict[str, Any]:
        is_off = self.request.user.search_key_off  # type: ignore[union-attr]
        return {"key": SearchKeyForm.OFF if is_off else SearchKeyForm.ON}

    def save(self, form: Any) -> None:
        is_on = form.cleaned_data["key"] == SearchKeyForm.ON
        choose_search_key(user=self.request.user, is_on=is_on)  # type: ignore[arg-type]
