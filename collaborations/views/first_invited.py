"""Who is invited to the first meeting of a forming group (C1, G1), and what they need."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.forms.first import InviteToFirstForm
from collaborations.tables import InvitedTable
from collaborations.views.first_bases import OfFirst, RunsArranging, RunsFirst
from collaborations.views.first_candidates import Candidate, candidates_of
from core.forms.numbers import whole_number
from core.tables.choosing import Choice, ChoosePage
from core.tables.pages import ListPage
from core.views import ConfirmPage, found_or_404
from core.wording import date_in_words
from meetings.rules.states import AHEAD
from meetings.selectors import first as selectors
from meetings.services import first as services
from memberships.selectors.members import MAX_RESULTS
from memberships.selectors.people import described
from providers.selectors import sees_private_addresses, settings_by_ids
from support.selectors.referrals import settings_found

if TYPE_CHECKING:
    from core.searching import Matches
    from meetings.models.first import FirstInvited
    from meetings.models.planning import Meeting


class InviteToFirst(RunsFirst):
    """Settings known to be interested are ticked; others are found by a search, or invited by email."""

    title = _("Whom to invite")
    form_class = InviteToFirstForm
    template_name = "collaborations/first/invite.html"
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
            "find_url": self.first_address("find_to_invite"),
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


class InvitedList(RunsArranging, OfFirst, ListPage):
    """Everybody who is invited, as a list to look through, to print and, for officers, to export."""

    things = _("invited")
    thing = _("invited")
    table_class = InvitedTable
    export = "first-meeting-invited"
    export_permission = Permission.EXPORT
    empty_text = _("Nobody is invited yet. Choose whom to invite.")

    def get_title(self) -> str:
        words = {"day": date_in_words(self.meeting.on)}
        return gettext("Invited to the first meeting on %(day)s") % words

    def scope(self) -> dict[str, str]:
        return {"meeting": str(self.meeting.pk)}

    def about(self) -> Meeting:
        return self.meeting

    def export_url(self) -> str:
        return super().export_url() if self.is_officer() else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.meeting.state in AHEAD:
            empty = {
                "empty_url": self.first_address("invite_to_first"),
                "empty_action": _("Choose whom to invite"),
            }
            kwargs = {**empty, **kwargs}
        return super().get_context_data(**kwargs)


class FindToInvite(RunsArranging, OfFirst, ChoosePage):
    """Any setting of the register, by a search."""

    title = _("Find a setting to invite")
    choose_label = _("Which setting?")
    choose_hint = _("Name, Ofsted URN or place")
    none_text = _("No setting has these words in its name, number or place.")

    def matches(self, text: str) -> Matches:
        invited = {row.provider_id for row in selectors.invited_to_first(self.meeting) if row.provider_id}
        return settings_found(text, but=invited, with_homes=sees_private_addresses(self.request.user))

    def choices(self, rows: Sequence[Any]) -> list[Choice]:
        url = self.first_address("invite_to_first")
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


class NeedsAtFirst(RunsArranging, OfFirst):
    """What those who come need. That it was read is recorded; deleted in the night after the day."""

    title = _("What those who come need")
    template_name = "collaborations/first/needs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = services.read_needs_at_first(meeting=self.meeting, by=self.request.user, at=timezone.now())
        context = {"rows": rows, "is_over": self.visitor.on > self.meeting.on}
        return super().get_context_data(**(context | kwargs))
