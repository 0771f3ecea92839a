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

from accounts.addresses import person_here_with_address
from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from collaborations.selectors import collaboration_by_id
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from core.wording import date_in_words
from memberships.forms.joining import AnswerForm, ApplyForm
from memberships.rules.joining import HIDDEN
from memberships.selectors.joining import (
    application_by_id,
    applications_of,
    invitation_by_id,
    invitations_of,
    leading_people,
)
from memberships.services.applications import apply_to_join, withdraw_application
from memberships.services.invitations import (
    PURPOSE,
    accept_invitation,
    decline_invitation,
    send_invitation_link_again,
)
from memberships.tables import GroupsToJoinTable
from portal.selectors.public import public_groups
from providers.selectors import setting_by_id, workforce_of_setting
from ways_of_working.selectors.clauses import clauses_of

if TYPE_CHECKING:
    from accounts.models import TaskLink
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
    thing, things = _("collaboration"), _("collaborations")
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


#: What is expected of members, as the page of an invitation says it.
EXPECTED = ("meetings_a_year", "attendance_threshold")
#: What of the ways of working whoever is invited can read before answering.
TO_READ = ("decision_method", "voting", "quorum", "who_may_join", "optimum_size")


def what_joining_means(invitation: Invitation) -> dict[str, Any]:
    """Who invites, who the members are as anybody may see them, and what they expect of each other."""
    group, today = invitation.collaboration, timezone.localdate()
    ((_district, (public,)),) = public_groups([group], at=timezone.now())
    return {
        "leaders": list(leading_people(group, on=today)),
        "public": public,
        "expected": clauses_of(group, EXPECTED, on=today),
        "to_read": clauses_of(group, TO_READ, on=today),
    }


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
        return super().get_context_data(
            **{"invitation": self.invitation, **what_joining_means(self.invitation), **kwargs}
        )

    def get_initial(self) -> dict[str, Any]:
        return {"joins_on": timezone.localdate()}

    def save(self, form: AnswerForm) -> None:
        given = {"invitation": self.invitation, "by": self.request.user, "at": timezone.now()}
        if form.cleaned_data["answer"] == AnswerForm.ACCEPT:
            joins_on = form.cleaned_data["joins_on"]
            accept_invitation(**given, joins_on=joins_on)
            words = {
                "setting": self.provider,
                "group": self.invitation.collaboration,
                "day": date_in_words(joins_on or timezone.localdate()),
            }
            said = (
                gettext("You are a member of %(group)s from %(day)s.")
                if self.workforce.is_one_person
                else gettext("%(setting)s is a member of %(group)s from %(day)s.")
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

    def what_was_done(self, link: TaskLink) -> str:
        invitation = invitation_by_id(link.about_id)
        if invitation is None or invitation.answered_at is None:
            return ""
        words = {
            "group": invitation.collaboration,
            "day": date_in_words(invitation.answered_at),
            "outcome": str(invitation.get_state_display()).lower(),
        }
        return gettext("The invitation of %(group)s was answered on %(day)s: %(outcome)s.") % words

    def may_send_again(self, link: TaskLink) -> bool:
        invitation = invitation_by_id(link.about_id)
        return invitation is not None and bool(invitation.is_waiting)  # type: ignore[attr-defined]

    def send_again(self, link: TaskLink) -> None:
        send_invitation_link_again(link=link, at=timezone.now())

    def get_title(self) -> str:
        group = found_or_404(self.invitation).collaboration
        return gettext("Invitation to join %(group)s") % {"group": group}

    @cached_property
    def workforce(self) -> Workforce:
        return workforce_of_setting(found_or_404(self.invitation).provider)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "workforce": self.workforce}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invitation = found_or_404(self.invitation)
        account = person_here_with_address(self.link.email) if self.link else None
        by_link = {
            "invitation": invitation,
            "by_link": True,
            "address": self.link.email if self.link else invitation.email,
            "person": account or invitation.full_name,
            **what_joining_means(invitation),
        }
        return super().get_context_data(**(by_link | kwargs))

    def get_initial(self) -> dict[str, Any]:
        return {"joins_on": timezone.localdate()}

    def save(self, form: AnswerForm) -> TemplateResponse:
        accepts = form.cleaned_data["answer"] == AnswerForm.ACCEPT
        given = {"invitation": found_or_404(self.invitation), "at": timezone.now(), "link": self.link}
        invitation = (
            accept_invitation(**given, by=None, joins_on=form.cleaned_data["joins_on"])
            if accepts
            else decline_invitation(**given, by=None)
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
            "address": self.link.email if self.link else invitation.email,
            "is_one_person": self.workforce.is_one_person,
        }
        return TemplateResponse(self.request, "memberships/invitation_answered.html", context)
