"""What pages share that look for a setting to bring into a collaboration."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from collaborations.views.mixins import FormOfCollaboration
from memberships.selectors.members import MAX_RESULTS, collaborations_by_setting, settings_that_could_join
from memberships.selectors.people import described
from providers.selectors import sees_private_addresses

if TYPE_CHECKING:
    from providers.models import Provider


class FindsASetting(FormOfCollaboration):
    """A form that begins with a search of the register (``?q=``) for
    settings that are no members; one hit is chosen at once.
    """

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "")[:100]

    @cached_property
    def found(self) -> list[Provider]:
        with_homes = sees_private_addresses(self.request.user)
        return settings_that_could_join(
            self.collaboration, self.searched, on=timezone.localdate(), with_homes=with_homes
        )

    @cached_property
    def groups_of_found(self) -> dict[int, list[str]]:
        """The collaborations that each of the settings found is in already: a word of warning, never a refusal."""
        return collaborations_by_setting([provider.pk for provider in self.found], on=timezone.localdate())

    def more_about(self, provider: Provider) -> str:
        """What stands below the name of a setting that was found, besides what tells it from others."""
        names = self.groups_of_found.get(provider.pk)
        return _("Member of %(groups)s already") % {"groups": ", ".join(names)} if names else ""

    def hint(self, provider: Provider) -> str:
        return ". ".join(part for part in (described(provider), self.more_about(provider)) if part)

    def chosen(self, form: Any) -> Provider:
        return next(provider for provider in self.found if provider.pk == form.cleaned_data["provider"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "found": [(provider, self.hint(provider)) for provider in self.found],
        }

    def get_initial(self) -> dict[str, Any]:
        only = {"provider": self.found[0].pk} if len(self.found) == 1 else {}
        return {**super().get_initial(), **only}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"searched": self.searched, "found": self.found, "many": len(self.found) == MAX_RESULTS}
        return super().get_context_data(**(context | kwargs))
