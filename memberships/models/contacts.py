"""How people are reached."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned


@keep_history()
class PersonContact(AuthorityOwned):
    """How a person is reached, as they say it to this authority (A2).

    Another authority knows nothing of it. Without ``shown_to_groups`` the early years team alone reads it.
    """

    class Wish(models.TextChoices):
        TELEPHONE = "telephone", _("Telephone")
        EMAIL = "email", _("Email")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts")
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    wish = models.CharField(_("prefers"), max_length=10, choices=Wish, blank=True)
    shown_to_groups = models.BooleanField(_("telephone shown to the own groups"), default=False)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("contact of a person")
        verbose_name_plural = _("contacts of people")
        constraints = [models.UniqueConstraint(fields=["authority", "user"], name="memberships_contact_once")]

    def __str__(self) -> str:
        return str(self.user)
