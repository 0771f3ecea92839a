from __future__ import annotations

from django.db import models

from accounts.models import DatedGrant
from core.models import OwnedForeignKey
from providers.models.provider import Provider


class ProviderGrant(DatedGrant):
    """A person's right on one setting (guardian's direct row)."""

    content_object = OwnedForeignKey(Provider, on_delete=models.CASCADE, related_name="+")

    class Meta(DatedGrant.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "content_object", "permission", "starts_on", "is_exceptional"], name="providers_grant_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "content_object", "user"], name="providers_grant_of")]
