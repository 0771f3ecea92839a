"""What each member says to a version of the ways of working that is with the members (W2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import WaysOfWorking
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership


@keep_history()
class TermsAnswer(AuthorityOwned):
    """One answer a member. It may be changed while the version is with the members; its history stays."""

    class Answer(models.TextChoices):
        AGREES = "agrees", _("We agree")
        CHANGE = "change", _("We ask for a change")
        ABSTAINS = "abstains", _("We abstain")

    ways = OwnedForeignKey(WaysOfWorking, on_delete=models.PROTECT, related_name="answers")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="terms_answers", verbose_name=_("member"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    words = models.TextField(_("what should change"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    answered_at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["membership__provider__search_text", "pk"]
        verbose_name = _("answer to ways of working")
        verbose_name_plural = _("answers to ways of working")
        constraints = [
            models.UniqueConstraint(fields=["authority", "ways", "membership"], name="memberships_one_terms_answer"),
            models.CheckConstraint(condition=~Q(answer="change") | ~Q(words=""), name="memberships_change_in_words"),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_answer_display()}"


class TermsReply(AuthorityOwned):
    """One word in the thread under a member's answer. Rows are only added."""

    answer = OwnedForeignKey(TermsAnswer, on_delete=models.CASCADE, related_name="replies")
    words = models.TextField(_("reply"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["authority", "answer"], name="memberships_replies_of")]

    def __str__(self) -> str:
        return self.words[:50]


class TermsReminder(AuthorityOwned):
    """That a member who had not answered was reminded on a day: the claim that it is asked once a day, whoever presses. Rows are only added."""

    ways = OwnedForeignKey(WaysOfWorking, on_delete=models.PROTECT, related_name="reminders")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="terms_reminders", verbose_name=_("member"))
    sent_on = models.DateField(_("sent on"))
    #: Nobody where the timetable reminded.
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent by"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "ways", "membership", "sent_on"], name="memberships_terms_reminded_once_a_day")
        ]
        indexes = [models.Index(fields=["authority", "membership"], name="memberships_terms_reminders_of")]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.sent_on}"
