"""The pages behind Data, Support, Money, Quality and Administration in the head, and a person's own groups
and settings.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.frame.lines import lines_to_set_up
from core.frame.places import HUB_NAMES, Hub, places_by_heading, places_for
from core.views import Page
from portal.selectors.home import shown
from portal.selectors.own import own_groups, own_settings


class HubPage(Page):
    """What stands behind an entry of the head, each with a sentence: only what the person may open."""

    signed_in = True
    template_name = "portal/hub.html"
    hub: ClassVar[Hub]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not places_for(self.hub, self.visitor):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_title(self) -> Any:
        return HUB_NAMES[self.hub]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(groups=places_by_heading(self.hub, self.visitor), **kwargs)


class Data(HubPage):
    hub = Hub.DATA


class Support(HubPage):
    hub = Hub.SUPPORT


class Money(HubPage):
    hub = Hub.MONEY


class Quality(HubPage):
    hub = Hub.QUALITY


class Administration(HubPage):
    """With what is to be set up before others depend on it."""

    hub = Hub.ADMINISTRATION

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = [
            shown(line, self.visitor.on, several_settings=False) for line in lines_to_set_up(self.visitor)
        ]
        return super().get_context_data(lines=lines, **kwargs)


class MyGroups(Page):
    """The groups of a person with more of them than the head can name."""

    signed_in = True
    template_name = "portal/mine.html"
    title = _("My groups")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = self.visitor.once(own_groups, user=self.request.user, on=self.visitor.on)
        links = [(group.name, reverse("collaborations:detail", args=[group.pk])) for group in groups]
        return super().get_context_data(links=links, empty_text=_("You belong to no group today."), **kwargs)


class MySettings(Page):
    """The settings of a person with more of them than the head can name."""

    signed_in = True
    template_name = "portal/mine.html"
    title = _("My settings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        settings = self.visitor.once(own_settings, user=self.request.user, on=self.visitor.on)
        links = [
            (setting, reverse("portal:setting", args=[setting.pk]) if setting.is_managed else "")  # type: ignore[attr-defined]
            for setting in settings
        ]
        return super().get_context_data(links=links, empty_text=_("You work at no setting today."), **kwargs)
