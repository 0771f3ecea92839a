"""The address at which the own calendar program reads what stands here (G7, decision 0060)."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.views.mixins import BelowAccount
from core.addresses import absolute
from core.emails import within_authority
from core.forms.base import Form
from core.views import ConfirmPage, FormPage
from documents.selectors import can_show, feed_token, open_feed_of
from documents.services.feeds import make_feed, stop_feed


class MakeCalendarForm(Form):
    """``instead_of``: the address that the page showed, so that two presses make one."""

    instead_of = django_forms.IntegerField(
        min_value=0, max_value=2**62, widget=django_forms.HiddenInput, required=False
    )


class OwnCalendar(BelowAccount, FormPage):
    """The address to copy, how to use it, a new one, and its end."""

    title = _("Your calendar")
    template_name = "accounts/own_calendar.html"
    form_class = MakeCalendarForm
    success_message = _("Your calendar has an address. Add it to your calendar program as the page says.")
    success_url = reverse_lazy("accounts:own_calendar")

    @cached_property
    def feed(self) -> Any:
        return open_feed_of(self.request.user)  # type: ignore[arg-type]

    @property
    def submit_label(self) -> Any:  # type: ignore[override]
        return _("Make a new address") if self.feed else _("Make an address")

    def get_initial(self) -> dict[str, Any]:
        return {"instead_of": self.feed.pk if self.feed else 0}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = ""
        if self.feed is not None and can_show(self.feed):
            path = within_authority("portal:calendar_feed", feed_token(self.feed))
            address = absolute(f"/{self.request.authority.slug}/{path}")  # type: ignore[attr-defined]
        stop_url = reverse("accounts:stop_calendar")
        return super().get_context_data(
            **{"feed": self.feed, "address": address, "stop_url": stop_url, **kwargs}
        )

    def save(self, form: Any) -> None:
        make_feed(
            person=self.request.user,  # type: ignore[arg-type]
            instead_of=form.cleaned_data["instead_of"] or 0,
            at=timezone.now(),
        )


class StopCalendar(BelowAccount, ConfirmPage):
    title = _("Stop the address of your calendar?")
    explanation = _(
        "Your calendar program shows nothing new from then on. You can make another address at any time."
    )
    submit_label = _("Stop it")
    success_message = _("The address of your calendar is stopped.")
    success_url = cancel_url = reverse_lazy("accounts:own_calendar")

    def save(self, form: Any) -> None:
        stop_feed(person=self.request.user, at=timezone.now())  # type: ignore[arg-type]
