"""Loads of Ofsted's file: the run, and what it plans or did row by row (O7)."""

from __future__ import annotations

from typing import Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, authority_key
from documents.models import Upload, upload_state
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import RowKind
from ofsted.rules.school_links import LINK_LABELS
from providers.models import Provider

LINK_TYPES: Final = [(kind.value, _(label)) for kind, label in LINK_LABELS.items()]


class RegisterName(AuthorityOwned):
    """A name under which a kind of file lists this authority: Ofsted's files have no
    code, and eight names differ from the Department's. In the register of schools its code may stand here too.
    """

    kind = models.CharField(
        _("kind of file"),
        max_length=12,
        choices=FileKind,
        default=FileKind.CHILDCARE,
        db_default="childcare",
    )
    name = models.CharField(_("name in Ofsted's file"), max_length=100)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "kind", "name"], name="ofsted_register_name_of_kind_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ImportRun(Upload):
    """One file compared with the register, and loaded if an officer confirms.

    The preview and the load are one plan: its digest must agree.
    """

    state = upload_state(reading=_("Being compared"))
    kind = models.CharField(
        _("kind of file"),
        max_length=12,
        choices=FileKind,
        default=FileKind.CHILDCARE,
        db_default="childcare",
    )
    file_sha256 = models.CharField(max_length=64)
    layout = models.CharField(_("layout"), max_length=40, blank=True)
    listed_on = models.DateField(_("state of the register on"), null=True, blank=True)
    others = models.JSONField(default=dict)  # rows of other authorities, by their name in the file
    #: What the file's layout can say of inspections (ofsted.rules.telling).
    telling = models.JSONField(default=dict)
    #: What the reading took, left and counted (core.reading.account).
    account = models.JSONField(default=dict)
    #: What speaks against saying that settings are no longer listed (ofsted.rules.absence).
    absence = models.JSONField(default=dict)
    #: Codes of the doubts that the person who confirmed it has ticked.
    accepted = models.JSONField(default=list)
    #: What the staging tables hold of this run, and of what it was compared with: None when its file has to
    #: be read again.
    staged = models.JSONField(null=True)

    class Meta(Upload.Meta):
        verbose_name = _("load of Ofsted's file")
        verbose_name_plural = _("loads of Ofsted's file")
        permissions = [("import_register", "Can load Ofsted's file into the register")]
        indexes = [models.Index(fields=["authority", "-started_at"], name="ofsted_run_newest")]


class PlannedRow(AuthorityOwned):
    """What a run does, or did, to one row. Unchanged rows are counted, not kept."""

    Kind = RowKind

    authority = authority_key(db_constraint=False)
    run = OwnedForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    line = models.PositiveIntegerField(_("line"), null=True)
    urn = models.CharField(_("URN"), max_length=40, blank=True)
    name = models.CharField(_("setting"), max_length=255, blank=True)
    differences = models.JSONField(default=list)  # [[field, before, after], …]
    column = models.CharField(_("column"), max_length=120, blank=True)
    field = models.CharField(max_length=40, blank=True)  # the column's key (ofsted.imports.columns)
    #: Whether the row is that of a home, or may be one: then its values are private (F5).
    is_home = models.BooleanField(default=True)
    value = models.CharField(_("value"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["line", "pk"]
        verbose_name = _("row of a load")
        verbose_name_plural = _("rows of a load")
        indexes = [
            models.Index(fields=["authority", "run", "kind", "line"], name="ofsted_planned_of_run"),
            models.Index(fields=["authority", "urn", "-id"], name="ofsted_planned_of_urn"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name or self.urn}"


def judgement(label: str) -> models.PositiveSmallIntegerField:
    """A published judgement by its number (ofsted.rules.regimes says what each number is called)."""
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


#: Whether an inspection counts, for queries and for SQL (table ``i``): every answer about a judgement asks for
#: it. What Ofsted's newest file no longer names is history only (O7).
COUNTS: Final = Q(ruled_out_on__isnull=True)
COUNTS_SQL: Final = "i.ruled_out_on IS NULL"


@keep_history(exclude=["named_on"])
class Inspection(AuthorityOwned):
    """One inspection of one registration under one regime.

    History stays with the registration it belongs to (O2). One that the newest file rules out stays and no
    longer counts (O7): ask for ``COUNTS``.
    """

    authority = authority_key(db_constraint=False)
    provider = OwnedForeignKey(
        Provider,
        on_delete=models.CASCADE,
        related_name="inspections",
        verbose_name=_("setting"),
        db_index=False,
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
    rc_early_years = judgement(_("early years (in a school)"))
    met = judgement(_("requirements"))
    #: An officer's own record is never ruled out by a file.
    from_file = models.BooleanField(_("from Ofsted's file"), default=False, db_default=False, editable=False)
    named_on = models.DateField(_("last named by the file of"), null=True, editable=False)
    ruled_out_on = models.DateField(_("no longer in the file of"), null=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-inspected_on", "-pk"]
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "provider", "regime", "inspected_on"], name="ofsted_inspection_once"
            )
        ]
        indexes = [
            # O4: the newest graded inspection of a setting, read by the nightly check for every leader at
            # once.
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
                    "rc_early_years",
                ],
                condition=Q(is_graded=True) & COUNTS,
                name="ofsted_latest_graded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspected_on:%d/%m/%Y}"


@keep_history()
class SchoolLink(AuthorityOwned):
    """What one row of the register of schools says of two schools: that one took over from the other
    (O2, O7).

    Only of schools that were in the authority's register when the file was loaded. It suggests; what an
    officer records is ``providers.SuccessionLink``. Both numbers are the Department's, and are kept as they
    are: one of the schools may not be in the register.
    """

    authority = authority_key(db_constraint=False)
    urn = models.CharField(_("URN"), max_length=6)
    other_urn = models.CharField(_("linked URN"), max_length=6)
    link_type = models.CharField(_("kind of link"), max_length=30, choices=LINK_TYPES)
    other_name = models.CharField(_("linked school"), max_length=255, blank=True)
    since = models.DateField(_("established on"), null=True, blank=True)
    #: The day of the file that no longer has it: it stays and suggests nothing.
    gone_since = models.DateField(_("no longer in the file of"), null=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["urn", "other_urn", "link_type"]
        verbose_name = _("link between schools")
        verbose_name_plural = _("links between schools")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "urn", "other_urn", "link_type"], name="ofsted_school_link_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "other_urn"], name="ofsted_school_link_other")]

    def __str__(self) -> str:
        return f"{self.urn}: {self.get_link_type_display()} {self.other_urn}"


@keep_history()
class LeadingPolicy(AuthorityOwned):
    """One version: which judgement lets a setting's people lead.

    Adopted versions never change; past decisions keep theirs.

    ``cells`` holds what differs from nothing: ``{"<group>.<area>.<judgement>": "may_lead" | "officer_decides"
    | "below_line"}`` as ofsted.rules.policy reads it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ADOPTED = "adopted", _("Adopted")

    version = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    cells = models.JSONField(_("table"))
    note = models.TextField(_("what changed and why"), blank=True)
    starts_on = models.DateField(_("in force from"), null=True, blank=True)
    adopted_at = models.DateTimeField(_("adopted at"), null=True, editable=False)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("adopted by"),
    )
    edits = models.PositiveIntegerField(default=0, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-version"]
        verbose_name = _("leading policy")
        verbose_name_plural = _("leading policy")
        permissions = [("adopt_leadingpolicy", "Can adopt a version of the leading policy")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "version"], name="ofsted_policy_version_once"),
            models.UniqueConstraint(
                fields=["authority"], condition=Q(state="draft"), name="ofsted_policy_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(starts_on__isnull=False), name="ofsted_policy_adopted_from"
            ),
        ]
        triggers = [
            # who adopted it may follow a merge of two accounts
            pgtrigger.Protect(
                name="adopted_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state = 'adopted' AND to_jsonb(OLD) - 'adopted_by_id' <> to_jsonb(NEW) - 'adopted_by_id'"
                ),
            ),
            pgtrigger.Protect(
                name="adopted_is_kept",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="adopted"),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Leading policy, version %(version)s") % {"version": self.version})
