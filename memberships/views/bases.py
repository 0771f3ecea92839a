"""What pages share that look for a setting to bring into a collaboration."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from collaborations.views.mixins import FormOfCollaboration
from memberships.selectors.members import MAX_RESULTS, settings_that_could_join
from providers.selectors import sees_private_addresses

if TYPE_CHECKING:
    from core.searching import Matches
    from providers.models import Provider


class FindsASetting(FormOfCollaboration):
    """A form that begins with a search of the register (``?q=``) for settings that are no members.

    One hit is chosen at once, unless the spelling had to be corrected: then a person looks.
    """

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "")[:100]

    @cached_property
    def matches(self) -> Matches:
        with_homes = sees_private_addresses(self.request.user)
        return settings_that_could_join(
            self.collaboration, self.searched, on=timezone.localdate(), with_homes=with_homes
        )

    @cached_property
    def found(self) -> list[Provider]:
        return list(self.matches.rows)

    def chosen(self, form: Any) -> Provider:
        return next(provider for provider in self.found if provider.pk == form.cleaned_data["provider"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "found": self.found}

    def get_initial(self) -> dict[str, Any]:
        is_it = len(self.found) == 1 and self.matches.correction is None
        only = {"provider": self.found[0].pk} if is_it else {}
        return {**super().get_initial(), **only}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "searched": self.searched,
            "correction": self.matches.correction,
            "found": self.found,
            "many": len(self.found) == MAX_RESULTS,
        }
        return super().get_context_data(**(context | kwargs))
