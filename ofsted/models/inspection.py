"""Inspections and their judgements, as published, per area (O3). A report card has no overall grade, and none is made up."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, authority_key
from providers.models import Provider


def judgement(label: str) -> models.PositiveSmallIntegerField:
    """A published judgement by its number (ofsted.rules.regimes says what each number is called)."""
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


@keep_history()
class Inspection(AuthorityOwned):
    """One inspection of one registration under one regime. History stays with the registration it belongs to (O2)."""

    authority = authority_key(db_constraint=False)
    provider = OwnedForeignKey(
        Provider, on_delete=models.CASCADE, related_name="inspections", verbose_name=_("setting"), db_index=False
    )
    regime = models.CharField(_("framework"), max_length=20)
    inspection_number = models.CharField(_("inspection number"), max_length=20, blank=True)
    inspected_on = models.DateField(_("inspected on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    visit_type = models.CharField(_("kind of visit"), max_length=60, blank=True)
    is_graded = models.BooleanField(_("graded"), default=False)
    overall = judgement(_("overall effectiveness"))
    quality_of_education = judgement(_("quality of education"))
    behaviour_and_attitudes = judgement(_("behaviour and attitudes"))
    personal_development = judgement(_("personal development"))
    leadership_and_management = judgement(_("leadership and management"))
    safeguarding_effective = judgement(_("safeguarding is effective"))
    rc_safeguarding = judgement(_("safeguarding"))
    rc_inclusion = judgement(_("inclusion"))
    rc_curriculum_and_teaching = judgement(_("curriculum and teaching"))
    rc_achievement = judgement(_("achievement"))
    rc_behaviour = judgement(_("behaviour, attitudes and establishing routines"))
    rc_welfare = judgement(_("children's welfare and wellbeing"))
    rc_leadership_and_governance = judgement(_("leadership and governance"))
    met = judgement(_("requirements"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-inspected_on", "-pk"]
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        constraints = [models.UniqueConstraint(fields=["authority", "provider", "regime", "inspected_on"], name="ofsted_inspection_once")]
        indexes = [
            # O4: the newest graded inspection of a setting, read by the nightly check for every leader at once.
            models.Index(
                fields=["authority", "provider", "-inspected_on", "-id"],
                include=[
                    "published_on",
                    "regime",
                    "overall",
                    "rc_safeguarding",
                    "rc_inclusion",
                    "rc_curriculum_and_teaching",
                    "rc_achievement",
                    "rc_behaviour",
                    "rc_welfare",
                    "rc_leadership_and_governance",
                ],
                condition=Q(is_graded=True),
                name="ofsted_latest_graded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspected_on:%d/%m/%Y}"
