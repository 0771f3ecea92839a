"""Certifying the staff number: signed in, or by the link in an email."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from core.views import FormPage, found_or_404
from core.wording import date_in_words
from providers.rules.workforce import in_people, same_number
from providers.views.mixins import OfSetting
from provision import rules, selectors
from provision.forms import MORE_ROWS, CertifyForm, initial_of_return
from provision.services.reminders import send_return_link_again
from provision.services.returns import certify_staff, lines_of

if TYPE_CHECKING:
    from accounts.models import TaskLink, User
    from providers.models import Provider
    from provision.models import ReturnPeriod, StaffReturn, StaffReturnReminder

FEWEST_ROWS = 2
DONE = "provision/staff_return_done.html"


class CertifiesStaff(FormPage):
    """The question, filled with the last number; "nothing changed" is one button.

    A page below says who answers and for what.
    """

    template_name = "provision/staff_return.html"
    form_class = CertifyForm
    submit_label = _("Confirm the number")
    title = _("Staff number")
    provider: Provider
    period: ReturnPeriod | None
    link: TaskLink | None = None
    corrects = False
    on_behalf = False

    def person(self) -> User:
        """Who certifies."""
        raise NotImplementedError

    @cached_property
    def made(self) -> StaffReturn | None:
        """What was certified for this period already."""
        return selectors.return_of(self.provider, self.period) if self.period else None

    @cached_property
    def last(self) -> StaffReturn | None:
        """What was certified the time before."""
        return selectors.last_return(self.provider, before=self.period) if self.period else None

    @cached_property
    def is_asked(self) -> bool:
        """Who was a member of no group on the count date may answer and need not."""
        return (
            bool(self.period) and selectors.settings_asked(self.period).filter(pk=self.provider.pk).exists()
        )

    def known_lines(self) -> list[rules.StaffLine]:
        source = self.made or self.last
        return lines_of(source) if source and self.period and self.period.asks_detail else []

    def get_initial(self) -> dict[str, Any]:
        source = self.made or self.last
        is_childminder = selectors.is_childminder(self.provider)
        if self.request.POST.get("more"):
            return {name: value for name, value in self.request.POST.items() if name not in ("rows", "seen")}
        return initial_of_return(
            source.staff if source else None, self.known_lines(), is_childminder=is_childminder
        )

    def rows(self) -> int:
        sent = self.request.POST.get("rows", "")
        if sent.isascii() and sent.isdecimal() and len(sent) < 4:
            return int(sent) + (MORE_ROWS if self.request.POST.get("more") else 0)
        return max(len(self.known_lines()) + 1, FEWEST_ROWS)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if self.request.POST.get("more"):
            kwargs = {"initial": self.get_initial()}
        more = {
            "period": self.period,
            "provider": self.provider,
            "on_behalf": self.on_behalf,
            "rows": self.rows(),
        }
        return {**kwargs, **more}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        last, kind = None if self.corrects or self.on_behalf else self.last, self.provider.provider_type
        context = {
            "provider": self.provider,
            "period": self.period,
            "made": self.made,
            "last": last,
            "last_in_words": in_people(kind, last.staff) if last else "",
            "same_label": same_number(kind, last.staff) if last else "",
            "asks_detail": self.period.asks_detail if self.period else False,
            "is_late": (
                bool(self.period)
                and selectors.state_of_period(self.period, on=timezone.localdate()) == rules.PeriodState.LATE
            ),
            "on_behalf": self.on_behalf,
            "is_asked": self.is_asked,
        }
        return super().get_context_data(**(context | kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.POST.get("more"):
            return self.render_to_response(self.get_context_data())
        if (
            request.POST.get("unchanged")
            and self.last is not None
            and not self.corrects
            and not self.on_behalf
        ):
            return self.confirm_unchanged(self.last)
        return super().post(request, *args, **kwargs)

    def confirm_unchanged(self, last: StaffReturn) -> HttpResponseBase:
        try:
            self.certify(staff=last.staff, lines=self.known_lines(), is_unchanged=True)
        except ValidationError as refusal:
            form = self.get_unsent_form()
            form.add_error(None, refusal)
            return self.render_to_response(self.get_context_data(form=form))
        return self.succeed()

    def get_unsent_form(self) -> CertifyForm:
        """The form as if its filled-in state had been sent: it is
        there to show why the button did nothing.
        """
        kwargs = {
            **self.get_form_kwargs(),
            "data": {name: str(value) for name, value in self.get_initial().items() if value is not None},
        }
        form = CertifyForm(**{**kwargs, "on_behalf": False})
        form.full_clean()
        return form

    def save(self, form: CertifyForm) -> HttpResponseBase | None:
        staff, lines = form.answer(), form.lines()
        remarks = self.remarks(staff, lines)
        if remarks and form.cleaned_data["seen"] != form.key():
            form.take_as_seen()
            return self.render_to_response(self.get_context_data(form=form, remarks=remarks))
        self.certify(staff=staff, lines=lines, note=form.cleaned_data["note"])
        return None

    def remarks(self, staff: int, lines: list[rules.StaffLine]) -> list[str]:
        """What is worth a second look: said once, and never in the way."""
        before = self.made or self.last
        return [
            remark.in_words(gettext)
            for remark in rules.remarks_on_number(staff, before=before and before.staff, lines=len(lines))
        ]

    def certify(self, **answer: Any) -> StaffReturn:
        facts = {
            "period": self.period,
            "provider": self.provider,
            "corrects": self.corrects,
            "link": self.link,
        }
        return certify_staff(**facts, **answer, by=self.person(), at=timezone.now())


class StaffReturnPage(OfSetting, CertifiesStaff):
    """Signed in: the question while it is owed, then what was certified.

    ``?correct=1`` opens the number again.
    """

    @cached_property
    def period(self) -> ReturnPeriod | None:  # type: ignore[override]
        return selectors.open_period(timezone.localdate())

    @property
    def corrects(self) -> bool:  # type: ignore[override]
        return self.made is not None and "correct" in self.request.GET

    @cached_property
    def on_behalf(self) -> bool:  # type: ignore[override]
        return not selectors.answers_for(self.request.user, self.provider)

    def person(self) -> User:
        return self.request.user

    def get_title(self) -> Any:
        return _("Correct the staff number") if self.corrects else _("Staff number")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.period is None:
            return self.show(
                "provision/staff_return_none.html", past=list(selectors.returns_of(self.provider))
            )
        if self.made is not None and not self.corrects:
            return self.show(DONE, earlier=selectors.earlier_numbers(self.made), correct_url="?correct=1")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.period is None:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def show(self, template: str, **more: Any) -> HttpResponseBase:
        context = OfSetting.get_context_data(
            self,
            period=self.period,
            made=self.made,
            number_in_words=in_people(self.provider.provider_type, self.made.staff) if self.made else "",
            home_url=self.home_address(),
            form=None,
            **more,
        )
        return TemplateResponse(self.request, template, context)

    def succeed(self) -> HttpResponseBase:
        messages.success(self.request, gettext("Thank you. The staff number is confirmed."))
        return super().succeed()

    def get_success_url(self) -> str:
        return reverse("provision:staff_return", args=[self.provider.pk])

    def get_cancel_url(self) -> str:
        return self.home_address()


class CertifyByLink(TaskLinkPage, CertifiesStaff):
    """The same question behind the link in an email, for the person to whom it was written."""

    purpose = selectors.LINK_PURPOSE

    @cached_property
    def reminder(self) -> StaffReturnReminder | None:
        return selectors.reminder_by_id(self.link.about_id) if self.link else None

    @cached_property
    def provider(self) -> Provider:  # type: ignore[override]
        return found_or_404(self.reminder).provider

    @cached_property
    def period(self) -> ReturnPeriod | None:  # type: ignore[override]
        return selectors.period_by_id(self.reminder.period_id) if self.reminder else None

    def task_exists(self) -> bool:
        """The period can still be answered, nobody has, and the person still manages the setting."""
        if self.period is None or self.made is not None or self.link is None or self.link.user is None:
            return False
        state = selectors.state_of_period(self.period, on=timezone.localdate())
        return rules.can_certify(state) and self.link.user.has_perm(Permission.MANAGE_SETTING, self.provider)

    def what_was_done(self, link: TaskLink) -> str:
        reminder = selectors.reminder_by_id(link.about_id)
        if reminder is None or not self._may(link, reminder.provider):
            return ""
        made = selectors.return_of(reminder.provider, reminder.period)
        if made is None:
            return ""
        words = {
            "person": made.certified_by,
            "day": date_in_words(made.certified_at),
            "number": in_people(reminder.provider.provider_type, made.staff),
        }
        return gettext("%(person)s confirmed the number on %(day)s: %(number)s.") % words

    def may_send_again(self, link: TaskLink) -> bool:
        reminder = selectors.reminder_by_id(link.about_id)
        if reminder is None or not self._may(link, reminder.provider):
            return False
        period = found_or_404(selectors.period_by_id(reminder.period_id))
        return rules.can_certify(selectors.state_of_period(period, on=timezone.localdate()))

    def send_again(self, link: TaskLink) -> None:
        send_return_link_again(link=link, at=timezone.now())

    def _may(self, link: TaskLink, provider: Provider) -> bool:
        """Whether whoever got the email still manages the setting."""
        return link.user is not None and link.user.has_perm(Permission.MANAGE_SETTING, provider)

    def person(self) -> User:
        return found_or_404(found_or_404(self.link).user)

    def succeed(self) -> HttpResponseBase:
        made = selectors.return_of(self.provider, self.period) if self.period else None
        context = {
            "title": _("Staff number"),
            "provider": self.provider,
            "period": self.period,
            "made": made,
            "number_in_words": in_people(self.provider.provider_type, made.staff) if made else "",
            "is_new": True,
        }
        return TemplateResponse(self.request, DONE, context)
