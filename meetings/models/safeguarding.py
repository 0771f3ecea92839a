"""That the routes for a concern about a child were given at a meeting (G8). No word about anybody."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.planning import Meeting
from meetings.rules.safeguarding import Route


class ConcernRoutesGiven(AuthorityOwned):
    """Which routes were given, when, and who confirmed it. There is no field for words. Only added."""

    meeting = OwnedForeignKey(Meeting, on_delete=models.PROTECT, related_name="concern_routes")
    routes = ArrayField(models.CharField(max_length=20, choices=Route), verbose_name=_("routes"))
    at = models.DateTimeField(_("given at"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("routes for a concern given")
        verbose_name_plural = _("routes for a concern given")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(routes__contained_by=Route.values), name="meetings_routes_are_no_words"
            )
        ]
        indexes = [models.Index(fields=["authority", "meeting"], name="meetings_routes_given_at")]

    def __str__(self) -> str:
        return str(self.at)

    @property
    def labels(self) -> list[str]:
        """The routes in words, in the order of their codes."""
        return [str(Route(route).label) for route in self.routes]
