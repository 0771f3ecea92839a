"""The pages on which somebody invited says yes or no (A2): by the link of the email, or signed in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.addresses import invitation_waiting, invitations_of
from accounts.forms import AnswerInvitationForm
from accounts.services.people import PURPOSE, accept_person_invitation, decline_person_invitation
from accounts.views.mixins import TaskLinkPage, kept_result, to_result
from core.views import FormPage, found_or_404

if TYPE_CHECKING:
    from accounts.models import PersonInvitation


class AnswersInvitation(FormPage):
    """Shows what the authority typed and what it will see; its button answers."""

    template_name = "accounts/answer_invitation.html"
    form_class = AnswerInvitationForm
    submit_label = _("Send your answer")

    @property
    def invitation(self) -> PersonInvitation | None:
        raise NotImplementedError

    def get_title(self) -> str:
        return gettext("Invitation from %(authority)s") % {"authority": self.request.authority}  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"invitation": found_or_404(self.invitation), **kwargs})

    def answer(self, form: AnswerInvitationForm, **by: Any) -> HttpResponseBase:
        invitation = found_or_404(self.invitation)
        accepts = form.cleaned_data["answer"] == AnswerInvitationForm.ACCEPT
        service = accept_person_invitation if accepts else decline_person_invitation
        service(invitation_id=invitation.pk, at=timezone.now(), **by)
        title = gettext("You have accepted") if accepts else gettext("Thank you for your answer")
        context = {"title": title, "email": invitation.email, "accepted": accepts}
        return TemplateResponse(self.request, "accounts/invitation_answered.html", context)


class AnswerByLink(AnswersInvitation, TaskLinkPage):
    """Whoever holds the link of the email. It asks for no account and shows nothing of one."""

    purpose = PURPOSE

    @cached_property
    def invitation(self) -> PersonInvitation | None:  # type: ignore[override]
        return invitation_waiting(self.link.about_id) if self.link else None

    def task_exists(self) -> bool:
        return self.invitation is not None

    def save(self, form: AnswerInvitationForm) -> HttpResponseBase:
        return self.answer(form, link=self.link)


class AnswerSignedIn(AnswersInvitation):
    """Somebody signed in with an address that is invited here. To everybody else there is no such page."""

    signed_in = True

    @cached_property
    def invitation(self) -> PersonInvitation | None:  # type: ignore[override]
        return found_or_404(invitations_of(self.request.user).first())  # type: ignore[arg-type]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        result = kept_result(request) if request.user.is_authenticated else None
        return super().dispatch(request, *args, **kwargs) if result is None else HttpResponse(result)

    def save(self, form: AnswerInvitationForm) -> HttpResponseBase:
        """Whoever declines has no page here any more: the answer itself says so."""
        accepts = form.cleaned_data["answer"] == AnswerInvitationForm.ACCEPT
        answer = self.answer(form, by=self.request.user)
        return to_result(self.request, answer) if accepts else answer
