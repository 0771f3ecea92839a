"""Pages of the group: applications and the members' decisions, invitations (C5).

Officers record on the members' behalf.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.forms.numbers import whole_number
from core.frame.deciding import Decided, decided_about
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import date_in_words
from memberships import tables
from memberships.forms.joining import DecideForm, InviteForm
from memberships.forms.pages import in_groups
from memberships.rules.joining import EXAMPLES_OF_WORDS
from memberships.rules.size import size_advice
from memberships.selectors.joining import (
    application_in,
    invitation_in,
)
from memberships.selectors.members import collaborations_by_setting, members_of
from memberships.selectors.people import described, managers_of_settings
from memberships.services.applications import decide_application
from memberships.services.invitations import invite_setting, remind_invitation, withdraw_invitation
from memberships.views.bases import FindsASetting
from providers.rules.workforce import ONE_PERSON
from support.rules import Kind
from support.selectors.requests import request_seen_by
from support.services.support import ask_support
from ways_of_working.panels import ShowsClauses
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from accounts.models import User
    from memberships.models.joining import Application, Invitation
    from providers.models import Provider
    from support.models import SupportRequest


#: The button of the invitation's form that hands it to the team.
ASK_TEAM = "ask_team"


class RunByMembers(OfSeenCollaboration):
    """A page of those who run the group, and of officers on the members' behalf.

    To people outside, it does not exist.
    """

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_MEMBERS

    @property
    def on_behalf(self) -> bool:
        """Whether an officer does it for the members."""
        return self.allows(Permission.CHANGE_MEMBERS)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"on_behalf": self.on_behalf, **kwargs})


class Applications(RunByMembers, ListPage):
    """Who would like to join, and what the members decided."""

    title = _("Applications to join")
    template_name = "memberships/applications.html"
    thing, things = _("application"), _("applications")
    table_class = tables.ApplicationsToTable
    empty_text = _("No setting has applied yet. You can invite one.")

    def about(self) -> Any:
        return self.collaboration

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invite = reverse("memberships:invite", args=[self.collaboration.pk])
        return super().get_context_data(
            **{"empty_url": invite, "empty_action": _("Invite a setting"), **kwargs}
        )


class AllApplications(ListPage):
    """Every application of the authority, for officers and for those
    who read everything; those that wait stand first.
    """

    permission = Permission.VIEW_MEMBERS
    title = _("Applications to join")
    thing, things = _("application"), _("applications")
    table_class = tables.ApplicationsTable
    export = "applications"
    export_permission = Permission.EXPORT
    empty_text = _("No setting has applied to join a collaboration yet.")


class DecideApplication(RunByMembers, ShowsClauses, FormOfCollaboration):
    """Record what the members decided together. The page judges nobody: no grade stands on it (C5)."""

    template_name = "memberships/decide_application.html"
    goes_by = (
        "member_joins",
        "who_may_join",
        "decision_method",
        "quorum",
        "tie_rule",
        "voting",
        "optimum_size",
    )
    form_class = DecideForm
    submit_label = _("Record the decision")

    @cached_property
    def application(self) -> Application:
        return found_or_404(application_in(self.collaboration, self.kwargs["row"]))

    def get_title(self) -> str:
        return gettext("Application of %(setting)s") % {"setting": self.application.provider}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Members"), self.get_success_url()))

    @cached_property
    def decided(self) -> Decided | None:
        """What the members decided by vote: it fills the form, and whoever records it confirms it."""
        return decided_about(self.visitor, "application", self.application.pk, self.collaboration)

    def get_initial(self) -> dict[str, Any]:
        initial = {"decided_on": timezone.localdate(), "joined_on": timezone.localdate()}
        decided = self.decided
        if decided is None or decided.is_carried is None:
            return initial
        accepted = DecideForm.ACCEPTED if decided.is_carried else DecideForm.DECLINED
        return {**initial, "accepted": accepted, "decided_on": decided.decided_on, "decision": decided.words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = members_of(self.collaboration, on=timezone.localdate())
        optimum = effective_terms(self.collaboration, on=timezone.localdate()).optimum_size
        advice = size_advice(members.filter(joined_on__lte=timezone.localdate()).count(), optimum)
        context = {
            "application": self.application,
            "blocks": [self.decided.block] if self.decided else [],
            "advice": advice.in_words(gettext) if advice else "",
            "examples": [gettext(words) for words in EXAMPLES_OF_WORDS],
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: DecideForm) -> None:
        data = form.cleaned_data
        accepted = data["accepted"] == DecideForm.ACCEPTED
        decided = decide_application(
            application=self.application,
            accepted=accepted,
            decided_on=data["decided_on"],
            decision=data["decision"],
            joined_on=data["joined_on"] if accepted else None,
            by=self.request.user,
            at=timezone.now(),
        )
        if accepted and decided.membership:
            words = {"setting": decided.provider, "day": date_in_words(decided.membership.joined_on)}
            messages.success(
                self.request,
                gettext("The decision is recorded. %(setting)s is a member from %(day)s.") % words,
            )
        else:
            messages.success(self.request, gettext("The decision is recorded, and the setting has an email."))

    def get_success_url(self) -> str:
        return reverse("memberships:members", args=[self.collaboration.pk])

    get_cancel_url = get_success_url


class Invite(RunByMembers, FindsASetting):
    """Search for a setting, choose it, say to whom the email goes and how the members decided."""

    title = _("Invite a setting")
    template_name = "memberships/invite.html"
    form_class = InviteForm
    submit_label = _("Send the invitation")

    def get_initial(self) -> dict[str, Any]:
        """What a group asked the team to send is filled in for an officer (``?request=``)."""
        asked = self.asked
        kept = {"decision": asked.words, "decided_on": timezone.localdate(asked.asked_at)} if asked else {}
        return {"decided_on": timezone.localdate(), **super().get_initial(), **kept}

    @cached_property
    def asked(self) -> SupportRequest | None:
        number = whole_number(self.request.GET.get("request", ""))
        row = request_seen_by(self.request.user, number) if number is not None and self.on_behalf else None
        return row if row is not None and row.collaboration_id == self.collaboration.pk else None

    @cached_property
    def managers(self) -> dict[int, list[User]]:
        """Who is known as a manager of each of the settings found. Nobody's name is shown."""
        return managers_of_settings([provider.pk for provider in self.found], on=timezone.localdate())

    def more_about(self, provider: Provider, groups: Sequence[str]) -> str:
        """What tells a setting from others, whether somebody is known there, and its groups."""
        words = gettext("We know nobody here yet")
        if provider.pk in self.managers:
            is_person = provider.provider_type in ONE_PERSON
            words = gettext("We know this person") if is_person else gettext("We know a manager here")
        return in_groups(f"{described(provider)}. {words}", groups)

    def get_form_kwargs(self) -> dict[str, Any]:
        groups = collaborations_by_setting([provider.pk for provider in self.found], on=timezone.localdate())
        more = {
            provider.pk: self.more_about(provider, groups.get(provider.pk, ())) for provider in self.found
        }
        return {**super().get_form_kwargs(), "more": more, "names_somebody": self.on_behalf}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        unknown = any(provider.pk not in self.managers for provider in self.found)
        may_ask = unknown and self.allows(Permission.RUN_COLLABORATION, self.collaboration)
        return super().get_context_data(**{"may_ask_team": may_ask, **kwargs})

    def save(self, form: InviteForm) -> HttpResponseBase | None:
        provider = self.chosen(form)
        if ASK_TEAM in self.request.POST:
            return self.ask_team(form, provider)
        given = {name: value for name, value in form.cleaned_data.items() if name != "provider"}
        if provider.pk in self.managers:
            given = {name: value for name, value in given.items() if name not in {"full_name", "email"}}
        asked = {"collaboration": self.collaboration, "provider": provider, "is_vouched_for": self.on_behalf}
        invite_setting(**asked, **given, by=self.request.user, at=timezone.now())
        is_person = provider.provider_type in ONE_PERSON
        said = gettext("%(setting)s is invited. The email is on its way to its managers.")
        if is_person:
            said = gettext("%(setting)s is invited. The email is on its way.")
        messages.success(self.request, said % {"setting": provider})
        return None

    def ask_team(self, form: InviteForm, provider: Provider) -> HttpResponseBase:
        """Carry setting, words and decision over to the team, which knows or finds out whom to write to."""
        self.require(Permission.RUN_COLLABORATION, self.collaboration)
        data = form.cleaned_data
        about = {"day": date_in_words(data["decided_on"]), "decision": data["decision"]}
        words = [gettext("The members decided on %(day)s: %(decision)s") % about]
        if data["words"]:
            words.append(gettext("Our words to the setting: %(words)s") % {"words": data["words"]})
        ask_support(
            collaboration_id=self.collaboration.pk,
            kind=Kind.SEND_INVITATION,
            provider=provider,
            wanted_on=None,
            place="",
            words="\n\n".join(words),
            by=self.request.user,
            at=timezone.now(),
        )
        said = gettext("The early years team is asked to send the invitation to %(setting)s.")
        messages.success(self.request, said % {"setting": provider})
        return HttpResponseRedirect(reverse("support:support_of", args=[self.collaboration.pk]))

    def get_success_url(self) -> str:
        return reverse("memberships:members", args=[self.collaboration.pk])


class Invitations(RunByMembers, ListPage):
    """Whom the members have invited, and what became of it."""

    title = _("Invitations")
    template_name = "memberships/invitations.html"
    thing, things = _("invitation"), _("invitations")
    table_class = tables.InvitationsTable
    empty_text = _("Nobody has been invited yet.")

    def about(self) -> Any:
        return self.collaboration

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invite = reverse("memberships:invite", args=[self.collaboration.pk])
        return super().get_context_data(
            **{"empty_url": invite, "empty_action": _("Invite a setting"), **kwargs}
        )


class OfInvitation(RunByMembers, FormOfCollaboration, ConfirmPage):
    """A question about one invitation."""

    @cached_property
    def invitation(self) -> Invitation:
        return found_or_404(invitation_in(self.collaboration, self.kwargs["row"]))

    def get_success_url(self) -> str:
        return reverse("memberships:members", args=[self.collaboration.pk])

    get_cancel_url = get_success_url


class RemindInvitation(OfInvitation):
    submit_label = _("Send it again")
    success_message = _("The email has gone once more, with a new link.")
    explanation = _("The same people get the email again. The link of the first one no longer works.")

    def get_title(self) -> str:
        return gettext("Send the invitation of %(setting)s again?") % {"setting": self.invitation.provider}

    def save(self, form: Any) -> None:
        remind_invitation(invitation=self.invitation, by=self.request.user, at=timezone.now())


class WithdrawInvitation(OfInvitation):
    submit_label = _("Take the invitation back")
    success_message = _("The invitation is taken back. Its link no longer works.")
    explanation = _("The link in the email then no longer works. You can invite the setting again.")

    def get_title(self) -> str:
        return gettext("Take back the invitation of %(setting)s?") % {"setting": self.invitation.provider}

    def save(self, form: Any) -> None:
        withdraw_invitation(invitation=self.invitation, by=self.request.user, at=timezone.now())
