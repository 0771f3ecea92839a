"""The shapes of districts that an authority loads for its map."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedOneToOneField
from providers.models.provider import District


class DistrictOutline(AuthorityOwned):
    """One district as closed lines in the map's own units (0 to 1000 from the top left; y points down)."""

    district = OwnedOneToOneField(District, on_delete=models.CASCADE, related_name="outline")
    rings = models.JSONField(_("outline"))
    attribution = models.CharField(_("attribution"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("outline of a district")
        verbose_name_plural = _("outlines of districts")

    def __str__(self) -> str:
        return str(self.district)
