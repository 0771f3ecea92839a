"""A message that an officer sends to the leaders or members of several collaborations."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import Job


class Message(AuthorityOwned):
    """What was written, by whom, to whom. It is sent in the background, one letter a person."""

    class Audience(models.TextChoices):
        LEADERS = "leaders", _("Their leaders")
        MANAGERS = "managers", _("The managers of all their member settings")

    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("message"))
    audience = models.CharField(_("to"), max_length=10, choices=Audience)
    about = models.TextField(_("collaborations"), help_text=_("Their names at the time."))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("from"))
    sent_at = models.DateTimeField(_("when"))
    job = OwnedForeignKey(Job, on_delete=models.PROTECT, related_name="+")

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.subject


class MessageCopy(AuthorityOwned):
    """The letter to one person: the claim that it is sent once."""

    message = OwnedForeignKey(Message, on_delete=models.CASCADE, related_name="copies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("to"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["authority", "message", "user"], name="memberships_one_copy_a_person")]

    def __str__(self) -> str:
        return f"{self.message}: {self.user}"
