"""Nominating somebody, and saying whether one stands (G6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.choosing import Choice, ChoosePage
from core.views import found_or_404
from meetings.forms.elections import AnswerNominationForm, NominateForm
from meetings.rules.elections import Answer, ElectionState
from meetings.selectors import elections
from meetings.services import elections as services
from meetings.views.elections import FormOfElection, OfElection

if TYPE_CHECKING:
    from core.searching import Matches
    from meetings.models.elections import Nomination
    from memberships.models.members import SettingRole


class Nominates:
    """For whoever works at a member setting, and officers; others who see the group are told so (403)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        view: Any = self
        if request.user.is_authenticated:
            view.permission_object()
            on = view.visitor.on
            if not view.allows(Permission.CHANGE_COLLABORATIONS) and not elections.may_nominate(
                request.user, view.collaboration, on=on
            ):
                raise PermissionDenied(_("People who work at a member setting do this."))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class ChooseNominee(Nominates, OfElection, ChoosePage):
    """Whom: the first by name, and a search; oneself comes first."""

    title = _("Nominate somebody")
    template_name = "meetings/elections/choose_nominee.html"
    choose_label = _("Whom do you nominate?")
    choose_hint = _("The name, or a part of it. Anybody who works at a member setting and can sign in.")
    none_text = _("Nobody of your member settings has this name. Ask the early years team to add them.")
    shows_first = True

    def matches(self, text: str) -> Matches:
        return elections.people_matching(self.collaboration, text, on=self.visitor.on)

    @cached_property
    def nominated(self) -> dict[int, Nomination]:
        """By person."""
        return {row.person_id: row for row in elections.nominations_of(self.election)}

    def choices(self, rows: Sequence[SettingRole]) -> list[Choice]:
        return [self.choice(role) for role in rows]

    def choice(self, role: SettingRole) -> Choice:
        """Somebody who is nominated already leads to the election, which says whether they stand."""
        person, setting = str(role.user), str(role.provider)
        if role.user_id in self.nominated and role.user_id != self.request.user.pk:
            hint = gettext("%(setting)s. Nominated already.") % {"setting": setting}
            return Choice(person, hint, f"{self.address()}#candidates")
        return Choice(person, setting, self.address("nominate", role.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        roles = elections.people_to_nominate(self.collaboration, on=self.visitor.on)
        own = roles.filter(user=self.request.user).first()
        row = self.nominated.get(self.request.user.pk)  # type: ignore[arg-type]
        stands = row is not None and row.stands
        context = {"own_url": self.address("nominate", own.pk) if own and not stands else ""}
        return super().get_context_data(**(context | kwargs))


class Nominate(Nominates, FormOfElection):
    """That person, with why. Oneself: then one stands by it."""

    template_name = "meetings/elections/nominate.html"
    form_class = NominateForm

    @cached_property
    def role(self) -> SettingRole:
        row = elections.role_to_nominate(self.collaboration, self.kwargs["role"], on=self.visitor.on)
        return found_or_404(row)

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.role  # noqa: B018
        return about

    @property
    def is_own(self) -> bool:
        return bool(self.role.user_id == self.request.user.pk)

    def get_title(self) -> str:
        if self.is_own:
            return gettext("Stand as %(office)s") % {"office": self.election.office_words}
        words = {"person": self.role.user, "office": self.election.office_words}
        return gettext("Nominate %(person)s as %(office)s") % words

    @property
    def submit_label(self) -> str:  # type: ignore[override]
        return gettext("I will stand") if self.is_own else gettext("Nominate")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "is_own": self.is_own}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"role": self.role, "is_own": self.is_own, **kwargs})

    def save(self, form: NominateForm) -> None:
        services.nominate(
            election_id=self.election.pk,
            role=self.role,
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )
        if self.is_own:
            messages.success(self.request, gettext("You stand as %(office)s.") % self.words())
        else:
            said = gettext("%(person)s is nominated, and is asked by email whether they will stand.")
            messages.success(self.request, said % self.words())

    def words(self) -> dict[str, Any]:
        return {"person": self.role.user, "office": self.election.office_words}


class AnswerNomination(FormOfElection):
    """For the nominee alone: yes or no, changed as often as one likes until nominations are closed; a
    candidate can withdraw until the votes are counted. To anybody else it does not exist.
    """

    template_name = "meetings/elections/answer.html"
    form_class = AnswerNominationForm
    submit_label = _("Save the answer")
    success_message = _("Thank you. Your answer is saved.")

    @cached_property
    def nomination(self) -> Nomination:
        row = found_or_404(elections.nomination_in(self.election, self.kwargs["nomination"]))
        if row.person_id != self.request.user.pk:
            raise Http404
        return row

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.nomination  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("You are nominated as %(office)s") % {"office": self.election.office_words}

    def get_initial(self) -> dict[str, Any]:
        return {"answer": self.nomination.answer, "statement": self.nomination.statement}

    def get_form_kwargs(self) -> dict[str, Any]:
        may_accept = self.election.state in (ElectionState.NOMINATIONS, ElectionState.CALLED)
        return {**super().get_form_kwargs(), "may_accept": may_accept}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"nomination": self.nomination, **kwargs})

    def save(self, form: AnswerNominationForm) -> None:
        services.answer_nomination(
            nomination_id=self.nomination.pk,
            accepts=form.cleaned_data["answer"] == Answer.ACCEPTED,
            statement=form.cleaned_data.get("statement", ""),
            by=self.request.user,
            at=timezone.now(),
        )
