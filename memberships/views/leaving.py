"""Pages of a member that leaves: notice, taking it back, the hand-over list (C6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.frame.deciding import decided_about
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import last_day_in_words
from memberships.forms.leaving import HandedOverForm, HandOverForm, NoticeForm
from memberships.rules.leaving import REMINDERS, is_leaving, supplement_of_leaver
from memberships.selectors.leaders import leaders_of
from memberships.selectors.leaving import day_of_leaving, hand_over_in, hand_overs_of, members_who_stay
from memberships.selectors.members import membership_in
from memberships.services.leaving import (
    change_hand_over,
    finish_hand_over,
    give_notice,
    note_hand_over,
    remove_hand_over,
    take_back_notice,
)
from ways_of_working.selectors.clauses import clauses_from
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from memberships.models.leaving import HandOver
    from memberships.models.members import Membership
    from providers.models import Provider


class OfOwnMember(OfSeenCollaboration):
    """A page of one member, for those who do its setting's tasks.

    To people outside the group it does not exist.
    """

    permission = Permission.MANAGE_SETTING

    @cached_property
    def membership(self) -> Membership:
        return found_or_404(membership_in(self.collaboration, self.kwargs["row"]))

    def permission_object(self) -> Provider:
        super().permission_object()
        return self.membership.provider

    def hand_over_address(self) -> str:
        return reverse("memberships:hand_over", args=[self.collaboration.pk, self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"membership": self.membership, **kwargs})


class SettlesTheSupplement(OfOwnMember):
    """A page of a leaving member: it says what happens with its share
    of the supplement, and where that is agreed.
    """

    goes_by = ("leaver_funding", "leaver_amount", "leaver_money_words", "member_leaves")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terms = effective_terms(
            self.collaboration, on=day_of_leaving(self.membership, on=timezone.localdate())
        )
        said = supplement_of_leaver(goes=terms.leaver_funding, amount=terms.leaver_amount)
        clauses = clauses_from(terms, self.asked(), collaboration_id=self.collaboration.pk)
        context = {"supplement": [reason.in_words(gettext) for reason in said], "clauses": clauses}
        return super().get_context_data(**(context | kwargs))

    def asked(self) -> tuple[str, ...]:
        """Where the group's only leader goes with the setting, also what was agreed for that."""
        leading = {leader.membership_id for leader in leaders_of(self.collaboration, on=timezone.localdate())}
        return (*self.goes_by, "leader_resigns") if leading == {self.membership.pk} else self.goes_by


class GiveNotice(SettlesTheSupplement, FormOfCollaboration):
    template_name = "memberships/give_notice.html"
    form_class = NoticeForm
    submit_label = _("Give notice")

    def get_title(self) -> str:
        return gettext("Leave %(group)s") % {"group": self.collaboration}

    def save(self, form: NoticeForm) -> None:
        data = form.cleaned_data
        notice = {"left_on": data["left_on"], "reason": data["leaving_reason"]}
        give_notice(membership=self.membership, **notice, by=self.request.user, at=timezone.now())
        words = {"setting": self.membership.provider, "day": last_day_in_words(data["left_on"])}
        messages.success(
            self.request,
            gettext("%(setting)s leaves. The last day is %(day)s. Thank you for what you brought.") % words,
        )

    def get_success_url(self) -> str:
        """The list; or home, for whom the group's pages end today."""
        self.membership.refresh_from_db(fields=["left_on"])
        sees_it = self.allows(Permission.VIEW_MEMBERS) or is_leaving(
            self.membership.left_on, today=timezone.localdate()
        )
        return self.hand_over_address() if sees_it else reverse("home")

    def get_cancel_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])


class TakeBackNotice(OfOwnMember, FormOfCollaboration, ConfirmPage):
    submit_label = _("Stay a member")
    success_message = _("The notice is taken back. You stay a member.")

    def get_title(self) -> str:
        return gettext("Take back the notice to leave %(group)s?") % {"group": self.collaboration}

    @property
    def explanation(self) -> str:  # type: ignore[override]
        words = {"day": last_day_in_words(self.membership.left_on)}
        sentence = _(
            "Who leads or holds an office for you does so only to %(day)s all the same. The"
            " members can decide anew."
        )
        return str(sentence) % words if self.membership.left_on else ""

    def save(self, form: Any) -> None:
        take_back_notice(membership=self.membership, by=self.request.user, at=timezone.now())


class OfHandOver(OfOwnMember):
    """The list of a leaving member: for its own setting until its last
    day, for who runs the group, and for officers.
    """

    def require(self, permission: str, about: Any = None) -> None:
        runs = self.allows(Permission.RUN_COLLABORATION, self.collaboration) or self.allows(
            Permission.CHANGE_MEMBERS
        )
        if not runs and not self.allows(Permission.MANAGE_SETTING, self.membership.provider):
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{"may_take_back": self.allows(Permission.MANAGE_SETTING, self.membership.provider), **kwargs}
        )


class HandOverList(OfHandOver, SettlesTheSupplement):
    template_name = "memberships/hand_over.html"

    def get_title(self) -> str:
        return gettext("%(setting)s hands over") % {"setting": self.membership.provider}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decided = decided_about(self.visitor, "leaver", self.membership.pk, self.collaboration)
        context = {
            "blocks": [decided.block] if decided else [],
            "items": list(hand_overs_of(self.membership)),
            "reminders": [gettext(words) for words in REMINDERS],
            "leaving": is_leaving(self.membership.left_on, today=timezone.localdate()),
        }
        return super().get_context_data(**(context | kwargs))


class FormOfHandOver(OfHandOver, FormOfCollaboration):
    """A form below the list."""

    @cached_property
    def hand_over(self) -> HandOver:
        return found_or_404(hand_over_in(self.membership, self.kwargs["item"]))

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Hand-over"), self.hand_over_address()))

    def get_success_url(self) -> str:
        return self.hand_over_address()


class AddHandOver(FormOfHandOver):
    title = _("Add to the hand-over list")
    form_class = HandOverForm
    submit_label = _("Add it")
    success_message = _("It is on the list.")

    @cached_property
    def others(self) -> list[Membership]:
        return list(members_who_stay(self.membership, on=timezone.localdate()))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "members": self.others}

    def given(self, form: HandOverForm) -> dict[str, Any]:
        data = form.cleaned_data
        taken_by = next((one for one in self.others if one.pk == data["taken_by"]), None)
        return {
            "kind": data["kind"],
            "what": data["what"],
            "taken_by": taken_by,
            "by": self.request.user,
            "at": timezone.now(),
        }

    def save(self, form: HandOverForm) -> None:
        note_hand_over(membership=self.membership, **self.given(form))


class ChangeHandOver(AddHandOver):
    title = _("Change the hand-over")
    submit_label = _("Save")
    success_message = _("The change is saved.")

    def get_initial(self) -> dict[str, Any]:
        row = self.hand_over
        return {"kind": row.kind, "what": row.what, "taken_by": row.taken_by_id}

    def save(self, form: HandOverForm) -> None:
        change_hand_over(hand_over=self.hand_over, **self.given(form))


class FinishHandOver(FormOfHandOver):
    form_class = HandedOverForm
    submit_label = _("Record it")
    success_message = _("It is recorded as handed over.")

    def get_title(self) -> str:
        return gettext("Handed over: %(what)s") % {"what": self.hand_over.what}

    def get_initial(self) -> dict[str, Any]:
        return {"done_on": timezone.localdate()}

    def save(self, form: HandedOverForm) -> None:
        finish_hand_over(hand_over=self.hand_over, on=form.cleaned_data["done_on"], by=self.request.user)


class RemoveHandOver(FormOfHandOver, ConfirmPage):
    destructive = True
    submit_label = _("Remove it")
    success_message = _("It is off the list.")
    explanation = _("Remove what was noted by mistake. What is done is recorded as handed over instead.")

    def get_title(self) -> str:
        return gettext("Remove “%(what)s” from the list?") % {"what": self.hand_over.what}

    def save(self, form: Any) -> None:
        remove_hand_over(hand_over=self.hand_over, by=self.request.user)
