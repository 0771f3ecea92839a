"""A change of legal entity (O2): what moves from the old registration to the new one, as an officer says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import FormPage, found_or_404
from core.wording import date_in_words
from reorganisation.forms import MoveForm
from reorganisation.rules.succession import SuccessionFacts
from reorganisation.selectors import succession as selectors
from reorganisation.services.succession import move_to_successor

if TYPE_CHECKING:
    from providers.models import SuccessionLink


class MoveToSuccessor(FormPage):
    """Choose the memberships, people and leaders that move. Nothing moves unless it is ticked."""

    permission = Permission.CHANGE_MEMBERS
    template_name = "reorganisation/move_to_successor.html"
    form_class = MoveForm
    submit_label = _("Move what is ticked")
    error_fields: Mapping[str, str] = {}

    @cached_property
    def link(self) -> SuccessionLink:
        return found_or_404(selectors.take_over(self.kwargs["link"]))

    @cached_property
    def facts(self) -> SuccessionFacts:
        return selectors.succession_facts(self.link, on=timezone.localdate(), today=timezone.localdate())

    def permission_object(self) -> None:
        """The right is one over the authority; asking here makes a foreign take-over 404 before 403."""
        _link = self.link

    def get_title(self) -> str:
        return gettext("What moves to %(setting)s?") % {"setting": self.link.new}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "facts": self.facts}

    def get_initial(self) -> dict[str, Any]:
        free = [membership.free_from for membership in self.facts.memberships]
        return {"on": max([self.link.on, *free])}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = self.facts
        context = {
            "link": self.link,
            "already": [membership.group for membership in facts.memberships if membership.new_is_member],
            "there": [role.person for role in facts.roles if role.is_there],
            "anything": any(not membership.new_is_member for membership in facts.memberships)
            or any(not role.is_there for role in facts.roles),
            "left_behind": selectors.left_behind(self.link),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: MoveForm) -> None:
        data = form.cleaned_data
        chosen = {name: data.get(name) or () for name in ("memberships", "roles", "leaders")}
        words = data.get("officers_decision", "")
        on = data["on"]
        move_to_successor(
            link=self.link, on=on, **chosen, officers_decision=words, by=self.request.user, at=timezone.now()
        )
        facts = {"setting": self.link.new, "day": date_in_words(on)}
        messages.success(self.request, gettext("What you ticked moves to %(setting)s from %(day)s.") % facts)

    def get_success_url(self) -> str:
        return reverse("reorganisation:move_to_successor", args=[self.link.pk])

    def get_cancel_url(self) -> str:
        return reverse("admin:providers_provider_change", args=[self.link.new_id])
