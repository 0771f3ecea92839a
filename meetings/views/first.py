"""The first meeting of a forming group (C1): arranged, people invited and reminded, and who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import Actor, State
from collaborations.selectors import first_meeting_of
from collaborations.services import MEETING
from collaborations.views.mixins import FormOfCollaboration
from core.forms.numbers import whole_number
from core.tables.choosing import Choice, ChoosePage
from core.views import ConfirmPage, found_or_404
from meetings.forms.first import ArrangeFirstForm, InviteToFirstForm, WhoCameFirstForm
from meetings.rules.states import AHEAD
from meetings.selectors import attendance, planning
from meetings.selectors import first as selectors
from meetings.services import first as services
from meetings.services.planning import When
from meetings.views.bases import OfMeeting, OfMeetings, RunsMeeting, RunsMeetings
from meetings.views.first_candidates import Candidate, candidates_of
from memberships.selectors.life import facilitators
from memberships.selectors.members import MAX_RESULTS
from memberships.selectors.people import described
from providers.selectors import sees_private_addresses, settings_by_ids
from support.selectors.referrals import settings_found
from support.selectors.requests import first_meeting_request

if TYPE_CHECKING:
    from core.searching import Matches
    from meetings.models.first import FirstInvited
    from meetings.models.planning import Meeting


class ArrangeFirst(RunsMeetings, OfMeetings, FormOfCollaboration):
    """Day, times and place. Whom to invite comes next."""

    title = _("Arrange the first meeting")
    form_class = ArrangeFirstForm
    template_name = "meetings/first/arrange.html"
    submit_label = _("Save and choose whom to invite")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Arranged already, it is shown."""
        meeting = selectors.first_meeting_in(self.collaboration)
        if meeting is not None:
            return HttpResponseRedirect(reverse("meetings:meeting", args=[self.collaboration.pk, meeting.pk]))
        return super().get(request, *args, **kwargs)

    @property
    def is_officer(self) -> bool:
        return self.allows(Permission.CHANGE_COLLABORATIONS)

    @cached_property
    def officers(self) -> Mapping[int, Any]:
        return {person.pk: person for person in facilitators(None, on=self.visitor.on)}

    def get_form_kwargs(self) -> dict[str, Any]:
        people = {pk: str(person) for pk, person in self.officers.items()} if self.is_officer else None
        return {**super().get_form_kwargs(), "officers": people}

    def get_initial(self) -> dict[str, Any]:
        """What the group asked the team for, or agreed with it."""
        asked = first_meeting_request(self.collaboration)
        own = {"facilitated_by": self.request.user.pk}
        if asked is None:
            return own
        names = ("starts_at", "ends_at", "place")
        said = {name: getattr(asked, name) for name in names if getattr(asked, name)}
        ahead = {"on": asked.wanted_on} if asked.wanted_on and asked.wanted_on >= self.visitor.on else {}
        return {**own, **said, **ahead, **({"facilitated_by": asked.officer_id} if asked.officer_id else {})}

    def get_cancel_url(self) -> str:
        return reverse("collaborations:life", args=[self.collaboration.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moves = self.collaboration.state == State.PROPOSED
        return super().get_context_data(**{"moves": moves, **kwargs})

    def save(self, form: ArrangeFirstForm) -> HttpResponseBase:
        data = form.cleaned_data
        meeting = services.arrange_first_meeting(
            collaboration=self.collaboration,
            when=When(data["on"], data["starts_at"], data["ends_at"]),
            place=data["place"],
            access_notes=data["access_notes"],
            online_url=data["online_url"],
            facilitated_by=self.officers.get(data.get("facilitated_by")),
            actor=Actor.OFFICER if self.is_officer else Actor.LEADER,
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The first meeting is arranged. Say now whom to invite."))
        return HttpResponseRedirect(
            reverse("meetings:invite_to_first", args=[self.collaboration.pk, meeting.pk])
        )


class OfFirst(OfMeeting):
    """A page of a first meeting. Of any other meeting it does not exist."""

    @cached_property
    def meeting(self) -> Meeting:
        meeting = found_or_404(planning.meeting_in(self.collaboration, self.kwargs["meeting"]))
        if not meeting.is_first:
            raise Http404
        return meeting


class RunsFirst(OfFirst, RunsMeeting):
    """A form about it, for those who run the group, and officers."""


class InviteToFirst(RunsFirst):
    """Settings known to be interested are ticked; others are found by a search, or invited by email."""

    title = _("Whom to invite")
    form_class = InviteToFirstForm
    template_name = "meetings/first/invite.html"
    submit_label = _("Send the invitations")

    @cached_property
    def chosen(self) -> set[int]:
        """Ids of the settings that a search has found."""
        return {number for text in self.request.GET.getlist("setting") if (number := whole_number(text))}

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        return candidates_of(self.meeting, chosen=self.chosen, on=self.visitor.on)

    def unknown(self) -> list[Candidate]:
        """Those of whom nobody can get an email yet."""
        return [row for row in self.candidates if not row.is_known]

    def get_form_kwargs(self) -> dict[str, Any]:
        known = [row.choice for row in self.candidates if row.is_known]
        return {**super().get_form_kwargs(), "candidates": known}

    def get_initial(self) -> dict[str, Any]:
        found = [str(row.provider) for row in self.unknown() if row.provider.pk in self.chosen]
        ticked = [row.provider.pk for row in self.candidates if row.is_known]
        return {"settings": ticked, "works_at": found[0][:120] if found else ""}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked_by = self.collaboration.asked_by if self.allows(Permission.VIEW_MEMBERS) else ""
        context = {
            "is_ahead": self.meeting.state in AHEAD,
            "unknown": self.unknown(),
            "asked_by": asked_by,
            "find_url": self.address("find_to_invite"),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: InviteToFirstForm) -> None:
        data = form.cleaned_data
        email = data["email"]
        contacts = [services.Contact(data["name"], email, data["works_at"])] if email else []
        new = services.invite_to_first(
            meeting_id=self.meeting.pk,
            providers=settings_by_ids(data.get("settings") or []),
            contacts=contacts,
            words=data["words"],
            by=self.request.user,
            at=timezone.now(),
        )
        words = ngettext("%(number)d is invited.", "%(number)d are invited.", len(new))
        if new:
            messages.success(self.request, words % {"number": len(new)})
        else:
            messages.info(self.request, gettext("They were invited already. Nobody gets a second email."))


class FindToInvite(RunsMeetings, OfFirst, ChoosePage):
    """Any setting of the register, by a search."""

    title = _("Find a setting to invite")
    choose_label = _("Which setting?")
    choose_hint = _("Name, Ofsted URN or place")
    none_text = _("No setting has these words in its name, number or place.")

    def matches(self, text: str) -> Matches:
        invited = {row.provider_id for row in selectors.invited_to_first(self.meeting) if row.provider_id}
        return settings_found(text, but=invited, with_homes=sees_private_addresses(self.request.user))

    def choices(self, rows: Sequence[Any]) -> list[Choice]:
        url = self.address("invite_to_first")
        return [Choice(row.name, described(row), f"{url}?setting={row.pk}") for row in rows[:MAX_RESULTS]]


class OfInvited(RunsFirst):
    """About one of those who are invited to this meeting."""

    @cached_property
    def invited(self) -> FirstInvited:
        return found_or_404(selectors.invited_in(self.meeting, self.kwargs["invited"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.invited  # noqa: B018
        return about


class WithdrawInvited(OfInvited, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it back")
    success_message = _("The invitation is taken back. Its link opens nothing any more.")
    explanation = _("The link stops at once. They get no email about it: tell them yourself.")

    def get_title(self) -> str:
        return gettext("Take back the invitation of %(name)s?") % {"name": self.invited}

    def save(self, form: Any) -> None:
        services.withdraw_invited(invited=self.invited, by=self.request.user, at=timezone.now())


class RemindInvited(RunsFirst, ConfirmPage):
    title = _("Remind those who have not answered?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("Send the reminder")

    @property
    def explanation(self) -> str:  # type: ignore[override]
        number = selectors.tally_of(selectors.invited_to_first(self.meeting)).waiting
        words = gettext("Without an answer: %(number)d. Nobody gets a reminder twice within two days.")
        return words % {"number": number}

    def save(self, form: Any) -> None:
        number = services.remind_invited(meeting_id=self.meeting.pk, by=self.request.user, at=timezone.now())
        if number:
            messages.success(self.request, gettext("The reminder is on its way."))
        else:
            messages.info(self.request, gettext("Nobody is to be reminded, or they were asked lately."))


class NeedsAtFirst(RunsMeetings, OfFirst):
    """What those who come need. That it was read is recorded; deleted in the night after the day."""

    title = _("What those who come need")
    template_name = "meetings/first/needs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = services.read_needs_at_first(meeting=self.meeting, by=self.request.user, at=timezone.now())
        context = {"rows": rows, "is_over": self.visitor.on > self.meeting.on}
        return super().get_context_data(**(context | kwargs))


class WhoCameFirst(RunsFirst):
    """Once for all: who came, who else, and what was agreed. The group's life has it from here."""

    title = _("Who came to the first meeting?")
    form_class = WhoCameFirstForm
    template_name = "meetings/first/came.html"
    submit_label = _("Save who came")
    success_message = _("It is recorded that the group met, and who came.")

    @cached_property
    def invited(self) -> list[FirstInvited]:
        return list(selectors.invited_to_first(self.meeting))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "invited": [(row.pk, str(row)) for row in self.invited]}

    def get_initial(self) -> dict[str, Any]:
        recorded = first_meeting_of(self.collaboration)
        return {
            "came": selectors.coming_by_default(self.invited),
            "others": "\n".join(other.name for other in attendance.others_at(self.meeting)),
            "notes": recorded.notes if recorded else "",
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "is_early": self.meeting.on > self.visitor.on,
            "may_say": self.collaboration.state in MEETING,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: WhoCameFirstForm) -> None:
        data = form.cleaned_data
        services.say_who_came(
            meeting_id=self.meeting.pk,
            came=data.get("came") or [],
            others=data["others"],
            notes=data["notes"],
            by=self.request.user,
            at=timezone.now(),
        )
