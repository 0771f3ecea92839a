"""Pages of a setting that looks for a group, applies, and answers an invitation (C5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from collaborations.selectors import collaboration_by_id
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from memberships.forms.joining import AnswerForm, ApplyForm
from memberships.rules.joining import HIDDEN
from memberships.selectors.joining import application_by_id, applications_of, invitation_by_id, invitations_of
from memberships.services.applications import apply_to_join, withdraw_application
from memberships.services.invitations import PURPOSE, accept_invitation, decline_invitation
from memberships.tables import GroupsToJoinTable
from providers.selectors import setting_by_id, workforce_of_setting

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from memberships.models.joining import Application, Invitation
    from providers.models import Provider
    from providers.rules.workforce import Workforce


class OfSetting(Page):
    """A page of one setting, for those who do its tasks.

    To people who may not even see the setting, it does not exist.
    """

    permission = Permission.MANAGE_SETTING

    @cached_property
    def provider(self) -> Provider:
        return found_or_404(setting_by_id(self.kwargs["setting"]))

    def permission_object(self) -> Provider:
        if not self.allows(Permission.VIEW_SETTINGS, self.provider):
            raise Http404
        return self.provider

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on_behalf = self.allows(Permission.CHANGE_MEMBERS)
        return super().get_context_data(**{"provider": self.provider, "on_behalf": on_behalf, **kwargs})


class FindCollaboration(OfSetting, ListPage):
    """Groups that take members, those of the own district first. Names of settings only, never of people."""

    template_name = "memberships/find.html"
    title = _("Find a collaboration")
    things = _("collaborations")
    empty_text = _(
        "No collaboration takes new members at the moment. The early years team can help you start one."
    )
    table_class = GroupsToJoinTable

    def about(self) -> Provider:
        return self.provider

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "applications": list(applications_of(self.provider)),
            "invitations": list(invitations_of(self.provider)),
        }
        return super().get_context_data(**(context | kwargs))


class Apply(OfSetting, FormPage):
    """Ask to join. An enquiry is nobody else's business yet, so there is no such page for it."""

    template_name = "memberships/apply.html"
    form_class = ApplyForm
    submit_label = _("Send the application")

    @cached_property
    def collaboration(self) -> Collaboration:
        found = found_or_404(collaboration_by_id(self.kwargs["pk"]))
        if found.state in HIDDEN and not self.allows(Permission.VIEW_COLLABORATIONS, found):
            raise Http404
        return found

    def permission_object(self) -> Provider:
        found_or_404(self.collaboration)
        return super().permission_object()

    def get_title(self) -> str:
        return gettext("Apply to join %(group)s") % {"group": self.collaboration}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Find a collaboration"), self.get_cancel_url()))

    def get_cancel_url(self) -> str:
        return reverse("memberships:find", args=[self.provider.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"collaboration": self.collaboration, **kwargs})

    def save(self, form: ApplyForm) -> None:
        words = form.cleaned_data["words"]
        asked = {"provider": self.provider, "collaboration": self.collaboration}
        self.application = apply_to_join(**asked, words=words, by=self.request.user, at=timezone.now())
        messages.success(
            self.request,
            gettext(
                "The application is sent. The members decide together, and you get an email when they have."
            ),
        )

    def get_success_url(self) -> str:
        return reverse("memberships:application", args=[self.application.pk])


class OfApplication(OfSetting):
    """A page of one application, for the setting that made it."""

    @cached_property
    def application(self) -> Application:
        return found_or_404(application_by_id(self.kwargs["row"]))

    @cached_property
    def provider(self) -> Provider:
        return self.application.provider

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(_("Find a collaboration"), reverse("memberships:find", args=[self.provider.pk])),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"application": self.application, **kwargs})

    def address(self) -> str:
        return reverse("memberships:application", args=[self.application.pk])


class ApplicationPage(OfApplication):
    """What became of it."""

    template_name = "memberships/application.html"

    def get_title(self) -> str:
        return gettext("Application to join %(group)s") % {"group": self.application.collaboration}


class WithdrawApplication(OfApplication, ConfirmPage):
    submit_label = _("Withdraw the application")
    success_message = _("The application is withdrawn.")
    explanation = _("The members then decide nothing. You can apply again whenever you like.")

    def get_title(self) -> str:
        return gettext("Withdraw the application to join %(group)s?") % {
            "group": self.application.collaboration
        }

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Application"), self.address()))

    def save(self, form: Any) -> None:
        withdraw_application(application=self.application, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return self.address()

    get_cancel_url = get_success_url


class AnswerInvitation(OfSetting, FormPage):
    """The same answer as by the link, signed in."""

    template_name = "memberships/answer_invitation.html"
    form_class = AnswerForm
    submit_label = _("Send the answer")

    @cached_property
    def invitation(self) -> Invitation:
        return found_or_404(invitation_by_id(self.kwargs["row"]))

    @cached_property
    def provider(self) -> Provider:
        return self.invitation.provider

    def get_title(self) -> str:
        return gettext("Invitation to join %(group)s") % {"group": self.invitation.collaboration}

    @cached_property
    def workforce(self) -> Workforce:
        return workforce_of_setting(self.provider)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "workforce": self.workforce}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"invitation": self.invitation, **kwargs})

    def save(self, form: AnswerForm) -> None:
        given = {"invitation": self.invitation, "by": self.request.user, "at": timezone.now()}
        if form.cleaned_data["answer"] == AnswerForm.ACCEPT:
            accept_invitation(**given)
            words = {"setting": self.provider, "group": self.invitation.collaboration}
            said = (
                gettext("You are a member of %(group)s from today.")
                if self.workforce.is_one_person
                else gettext("%(setting)s is a member of %(group)s from today.")
            )
            messages.success(self.request, said % words)
        else:
            decline_invitation(**given)
            said = (
                gettext("Thank you. The group is told that you do not join now.")
                if self.workforce.is_one_person
                else gettext("Thank you. The group is told that your setting does not join now.")
            )
            messages.success(self.request, said)

    def get_success_url(self) -> str:
        return reverse("home")

    get_cancel_url = get_success_url


class AcceptInvitation(TaskLinkPage):
    """The page behind the link of an invitation: it needs no account, and its button answers, once."""

    purpose = PURPOSE
    template_name = "memberships/answer_invitation.html"
    form_class = AnswerForm
    submit_label = _("Send the answer")

    @cached_property
    def invitation(self) -> Invitation | None:
        return invitation_by_id(self.link.about_id) if self.link else None

    def task_exists(self) -> bool:
        return self.invitation is not None and bool(self.invitation.is_waiting)  # type: ignore[attr-defined]

    def get_title(self) -> str:
        group = found_or_404(self.invitation).collaboration
        return gettext("Invitation to join %(group)s") % {"group": group}

    @cached_property
    def workforce(self) -> Workforce:
        return workforce_of_setting(found_or_404(self.invitation).provider)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "workforce": self.workforce}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        by_link = {"invitation": self.invitation, "by_link": True}
        return super().get_context_data(**(by_link | kwargs))

    def save(self, form: AnswerForm) -> TemplateResponse:
        accepts = form.cleaned_data["answer"] == AnswerForm.ACCEPT
        answer = accept_invitation if accepts else decline_invitation
        invitation = answer(
            invitation=found_or_404(self.invitation), by=None, at=timezone.now(), link=self.link
        )
        title = (
            gettext("Welcome to %(group)s") % {"group": invitation.collaboration}
            if accepts
            else gettext("Thank you for your answer")
        )
        context = {
            "title": title,
            "invitation": invitation,
            "accepted": accepts,
            "is_one_person": self.workforce.is_one_person,
        }
        return TemplateResponse(self.request, "memberships/invitation_answered.html", context)
