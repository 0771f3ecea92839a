"""Who a setting is (O1) and whom it took over from (O2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models.provider import Provider


class ProviderIdentity(AuthorityOwned):
    """A further number of a setting in a named scheme. The Ofsted URN itself is ``Provider.urn``.

    A six-digit Ofsted URN can equal an unrelated school number, so nothing ever matches across schemes (O1).
    """

    class Scheme(models.TextChoices):
        DFE_URN = "dfe_urn", _("Department for Education URN")
        LAESTAB = "laestab", _("LAESTAB")
        UKPRN = "ukprn", _("UKPRN")
        LOCAL = "local", _("authority's own code")

    provider = OwnedForeignKey(Provider, on_delete=models.CASCADE, related_name="identities", verbose_name=_("setting"))
    scheme = models.CharField(_("scheme"), max_length=12, choices=Scheme)
    value = models.CharField(_("number"), max_length=40)

    class Meta(AuthorityOwned.Meta):
        ordering = ["scheme", "value"]
        verbose_name = _("other number")
        verbose_name_plural = _("other numbers")
        constraints = [models.UniqueConstraint(fields=["authority", "scheme", "value"], name="providers_identity_once")]
        indexes = [models.Index(fields=["authority", "provider"], name="providers_identity_of")]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"


@keep_history()
class SuccessionLink(AuthorityOwned):
    """That a new registration took over from an old one, as an officer decided (O2). Judgements stay with the old one."""

    old = OwnedForeignKey(Provider, on_delete=models.PROTECT, related_name="successors", verbose_name=_("earlier registration"))
    new = OwnedForeignKey(Provider, on_delete=models.PROTECT, related_name="predecessors", verbose_name=_("later registration"))
    on = models.DateField(_("took over on"))
    reason = models.CharField(_("reason"), max_length=300)
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-on", "pk"]
        verbose_name = _("take-over")
        verbose_name_plural = _("take-overs")
        constraints = [
            models.UniqueConstraint(fields=["authority", "old", "new"], name="providers_succession_once"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="providers_succession_not_itself"),
        ]
        indexes = [models.Index(fields=["authority", "new"], name="providers_succession_new")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
