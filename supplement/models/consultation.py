"""S2: what the leaders were asked about a draft, what they answered, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from supplement.models.schemes import Scheme, kept_with
from supplement.rules.scheme_states import Opinion


@keep_history()
class SchemeConsultation(AuthorityOwned):
    """The asking of one version. ``contents``: what it said then, in words; ``changes``: what the authority
    did with the answers.
    """

    scheme = OwnedOneToOneField(
        Scheme, on_delete=models.PROTECT, related_name="consultation", verbose_name=_("scheme")
    )
    asked = models.TextField(_("what was asked"), max_length=3000)
    contents = models.JSONField(default=list, editable=False)
    until_on = models.DateField(_("last day to answer"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    #: How many groups had a leader who was asked.
    groups = models.PositiveIntegerField(_("groups asked"), default=0)
    changes = models.TextField(_("what came of the answers"), max_length=3000, blank=True)
    changes_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    changes_at = models.DateTimeField(_("recorded at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("consultation on a scheme")
        verbose_name_plural = _("consultations on schemes")
        triggers = [kept_with(people=("asked_by_id", "changes_by_id"))]

    def __str__(self) -> str:
        return str(self.scheme)


@keep_history()
class SchemeAnswer(AuthorityOwned):
    """What a group's leader answered; changed until the last day, and its history keeps what it said."""

    consultation = OwnedForeignKey(
        SchemeConsultation, on_delete=models.PROTECT, related_name="answers", verbose_name=_("consultation")
    )
    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="+", verbose_name=_("collaboration")
    )
    opinion = models.CharField(_("answer"), max_length=10, choices=Opinion)
    words = models.TextField(_("in their words"), max_length=3000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("answered by")
    )
    at = models.DateTimeField(_("answered at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("answer to a consultation")
        verbose_name_plural = _("answers to consultations")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "consultation", "collaboration"], name="supplement_one_answer_a_group"
            )
        ]
        indexes = [models.Index(fields=["authority", "collaboration"], name="supplement_answers_of")]
        triggers = [kept_with("supplement_schemeconsultation", "consultation_id", ("by_id",))]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_opinion_display()}"
