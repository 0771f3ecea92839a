"""Signing about the payee (S9): accept, hand over, the mandate; signed in and by the link of an email."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from core.views import ConfirmPage, FormPage, found_or_404
from core.wording import date_in_words
from memberships.selectors.staff_told import manages_setting
from providers.rules.workforce import ONE_PERSON
from supplement.forms.payees import SignForm
from supplement.rules.payees import Part
from supplement.selectors import signing
from supplement.selectors.payees import PURPOSES
from supplement.services import payees
from supplement.services.payee_links import send_signing_link_again
from supplement.views.payees import AboutPayee

if TYPE_CHECKING:
    from accounts.models import TaskLink, User
    from supplement.models.payees import Mandate
    from supplement.selectors.signing import ToSign

_TITLES = {
    Part.ACCEPT: _("Accept to receive the money"),
    Part.HAND_OVER: _("Hand over to the new payee"),
    Part.MANDATE: _("Sign who receives the money"),
}
_SUBMITS = {Part.ACCEPT: _("We accept"), Part.HAND_OVER: _("We hand over"), Part.MANDATE: _("Sign")}
_THANKS = {
    Part.ACCEPT: _("Thank you. You have accepted."),
    Part.HAND_OVER: _("Thank you. You have handed over."),
    Part.MANDATE: _("Thank you. Your mandate is signed."),
}


class Signs(FormPage):
    """What is signed, for whom, and the form. A page below says who signs."""

    template_name = "supplement/sign.html"
    form_class = Form
    part: ClassVar[Part]
    link: TaskLink | None = None

    @cached_property
    def row(self) -> ToSign | None:
        raise NotImplementedError

    def signer(self) -> User:
        raise NotImplementedError

    def get_title(self) -> Any:
        return _TITLES[self.part]

    @property
    def submit_label(self) -> Any:  # type: ignore[override]
        is_one = self.row is not None and self.row.provider.provider_type in ONE_PERSON
        if is_one and self.part is not Part.MANDATE:
            return _("I accept") if self.part is Part.ACCEPT else _("I hand over")
        return _SUBMITS[self.part]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.row
        context: dict[str, Any] = {"row": row, "part": self.part}
        if row is not None:
            context |= {
                "payee": row.payee,
                "caption": row.payee.collaboration.name,
                "is_one_person": row.provider.provider_type in ONE_PERSON,
                "words": payees.words_to_sign(row.payee, row.provider) if row.membership else "",
            }
        return super().get_context_data(**(context | kwargs))

    def sign(self, row: ToSign, form: Any) -> None:
        facts: dict[str, Any] = {
            "payee_id": row.payee.pk,
            "by": self.signer(),
            "at": timezone.now(),
            "link": self.link,
        }
        if row.membership is not None:
            payees.sign_mandate(membership_id=row.membership.pk, name=form.cleaned_data["name"], **facts)
        elif self.part is Part.ACCEPT:
            payees.accept_payee(**facts)
        else:
            payees.hand_over(**facts)


class SignSignedIn(Signs, AboutPayee):
    """For the managers of the setting that signs. What is signed already leads back to the payee's page."""

    permission = Permission.VIEW_COLLABORATIONS

    @cached_property
    def row(self) -> ToSign | None:
        row = signing.to_sign(self.part, self.kwargs["row"], on=self.visitor.on)
        return row if row is not None and row.payee.collaboration_id == self.collaboration.pk else None

    def signer(self) -> User:
        return self.request.user

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        row = found_or_404(self.row)
        if not manages_setting(self.request.user.pk, row.provider.pk, on=self.visitor.on):
            raise PermissionDenied(_("Only the setting’s own manager signs for it."))
        return collaboration

    def save(self, form: Any) -> HttpResponseBase | None:
        self.sign(found_or_404(self.row), form)
        messages.success(self.request, _THANKS[self.part])
        return None

    def get_success_url(self) -> str:
        return self.payee_address()

    def get_cancel_url(self) -> str:
        return self.payee_address()


class Accept(SignSignedIn):
    part = Part.ACCEPT


class HandOver(SignSignedIn):
    part = Part.HAND_OVER


class SignMandate(SignSignedIn):
    part = Part.MANDATE
    form_class = SignForm


class SignByLink(TaskLinkPage, Signs):
    """The same behind the link in an email, for the person to whom it was written."""

    @cached_property
    def row(self) -> ToSign | None:
        return signing.signature_asked(self.link, on=timezone.localdate()) if self.link else None

    def task_exists(self) -> bool:
        """Until it is signed, the proposal went on, or the person no longer manages the setting."""
        return self.row is not None

    def what_was_done(self, link: TaskLink) -> str:
        given, setting = signing.signature_given(link), signing.setting_of_link(link)
        if given is None or setting is None:
            return ""
        if not manages_setting(link.user_id, setting, on=timezone.localdate()):
            return ""
        words = {"person": given[0], "day": date_in_words(given[1])}
        return gettext("%(person)s signed on %(day)s.") % words

    def may_send_again(self, link: TaskLink) -> bool:
        return signing.signature_asked(link, on=timezone.localdate()) is not None

    def send_again(self, link: TaskLink) -> None:
        send_signing_link_again(link=link, at=timezone.now())

    def signer(self) -> User:
        return found_or_404(found_or_404(self.link).user)

    def save(self, form: Any) -> HttpResponseBase:
        row = found_or_404(self.row)
        self.sign(row, form)
        context = {"row": row, "title": _THANKS[self.part], "payee": row.payee}
        return render(self.request, "supplement/signed.html", context)


class AcceptByLink(SignByLink):
    part, purpose = Part.ACCEPT, PURPOSES[Part.ACCEPT]


class HandOverByLink(SignByLink):
    part, purpose = Part.HAND_OVER, PURPOSES[Part.HAND_OVER]


class SignMandateByLink(SignByLink):
    part, purpose = Part.MANDATE, PURPOSES[Part.MANDATE]
    form_class = SignForm


class WithdrawMandate(AboutPayee, ConfirmPage):
    """A member takes its mandate back. It is asked again, and may sign again."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Withdraw the mandate")
    submit_label = _("Withdraw it")
    destructive = True
    success_message = _("The mandate is withdrawn.")
    explanation = _("What is paid already stays. The scheme says what follows for payments to come.")

    @cached_property
    def mandate(self) -> Mandate:
        return found_or_404(signing.mandate_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        provider = self.mandate.membership.provider_id
        if not manages_setting(self.request.user.pk, provider, on=self.visitor.on):
            raise PermissionDenied(_("Only the setting’s own manager withdraws its mandate."))
        return collaboration

    def save(self, form: Any) -> HttpResponseBase | None:
        payees.withdraw_mandate(mandate_id=self.mandate.pk, by=self.request.user, at=timezone.now())
        return None

    def get_success_url(self) -> str:
        return self.payee_address()

    def get_cancel_url(self) -> str:
        return self.payee_address()
