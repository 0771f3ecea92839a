"""What the pages that write an action share (G5): which settings and people can be chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from memberships.selectors.doing import people_who_act
from memberships.selectors.members import members_of

if TYPE_CHECKING:
    from memberships.forms.doing import ActionForm
    from memberships.models.members import SettingRole
    from providers.models import Provider


class NamesWhoDoes:
    """Of a form about an action of ``collaboration``."""

    def action_written(self) -> Any:
        """Hook: the action that is changed; None for a new one."""
        return None

    @cached_property
    def settings(self) -> list[Provider]:
        """The members of today. Who does it already may stay, even after leaving."""
        today, action = timezone.localdate(), self.action_written()
        view: Any = self
        members = [
            membership.provider
            for membership in members_of(view.collaboration, on=today)
            if membership.joined_on <= today
        ]
        owner = action.owner if action is not None else None
        return members if owner is None or owner in members else [owner, *members]

    @cached_property
    def people(self) -> list[SettingRole]:
        return list(people_who_act(self.settings, on=timezone.localdate()))

    def names(self) -> dict[int, str]:
        """Everybody once, with all the settings where they work. Who was named may stay, even after leaving."""
        action = self.action_written()
        names: dict[int, str] = {}
        for role in self.people:
            known = names.get(role.user_id)
            names[role.user_id] = f"{known}, {role.provider}" if known else f"{role.user} – {role.provider}"
        if action is not None and action.person is not None:
            return {action.person.pk: str(action.person), **names}
        return names

    def who(self, form: ActionForm) -> dict[str, Any]:
        """The setting and the person that were chosen."""
        data, action = form.cleaned_data, self.action_written()
        owner = next((setting for setting in self.settings if setting.pk == data["owner"]), None)
        person = next((role.user for role in self.people if role.user_id == data["person"]), None)
        if action is not None and action.person is not None and data["person"] == action.person.pk:
            person = action.person
        return {"owner": owner, "person": person}

    def get_form_kwargs(self) -> dict[str, Any]:
        action = self.action_written()
        chosen = {"settings": self.settings, "people": self.names()}
        is_done = action is not None and action.done_on is not None
        return {**super().get_form_kwargs(), **chosen, "is_done": is_done}  # type: ignore[misc]
