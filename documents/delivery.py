"""Models of how an authority reaches a person: how emails that can wait come, those that wait, and the address
of the person's calendar (decision 0060). Loaded by ``documents.apps`` beside ``documents.models``.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned
from documents.rules import Updates


class EmailChoice(AuthorityOwned):
    """How emails that can wait come to a person. Without a row they come once a day."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("whose")
    )
    updates = models.CharField(_("what can wait"), max_length=8, choices=Updates, default=Updates.DAILY)
    chosen_at = models.DateTimeField(_("chosen"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("choice of emails")
        verbose_name_plural = _("choices of emails")
        constraints = [
            models.UniqueConstraint(fields=["authority", "person"], name="documents_email_choice_once")
        ]

    def __str__(self) -> str:
        return str(self.get_updates_display())


class HeldEmail(AuthorityOwned):
    """An email that waits for the day's (or the week's) email to its reader, in which it is a line.

    Ids only, as in the outbox: what it says is read when it is sent. ``occasion`` is the message that asked
    for it, so that a task that is done twice holds it once. ``sent_on`` is the day whose email it belongs to.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("to")
    )
    kind = models.CharField(_("kind"), max_length=80)
    ids = models.JSONField(default=dict)
    occasion = models.CharField(max_length=64)
    held_at = models.DateTimeField(_("since"))
    sent_on = models.DateField(_("in the email of"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["held_at", "pk"]
        verbose_name = _("email that waits")
        verbose_name_plural = _("emails that wait")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "person", "occasion"], name="documents_held_email_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["authority", "person"],
                condition=Q(sent_on__isnull=True),
                name="documents_emails_waiting",
            ),
            models.Index(fields=["authority", "person", "sent_on"], name="documents_emails_of_day"),
        ]

    def __str__(self) -> str:
        return self.kind


class CalendarFeed(AuthorityOwned):
    """The address at which a person's calendar program reads what they have in this authority.

    The address opens it without signing in. Only its hash is kept, and what it is made from together with a
    key that is not in the database. One is open at a time; a stopped one opens nothing, ever.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("whose")
    )
    salt = models.CharField(max_length=32, editable=False)
    token_hash = models.CharField(max_length=64, editable=False)
    made_at = models.DateTimeField(_("made"))
    last_used_on = models.DateField(_("last read on"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-made_at", "-pk"]
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.UniqueConstraint(fields=["authority", "token_hash"], name="documents_feed_token"),
            models.UniqueConstraint(
                fields=["authority", "person"],
                condition=Q(stopped_at__isnull=True),
                name="documents_one_open_feed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
