"""S2: the scheme of a year as it is written and, once approved, as it stands for good.

Money is whole pence, a rate is pounds with four places. ``ends_on`` is the day after the last one; days
called ``…_until_on`` are the last on which something can be done.
"""

from __future__ import annotations

from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.constraints import ends_after, never_overlaps
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from supplement.rules.scheme_faults import MAX_POUNDS
from supplement.rules.scheme_states import FROZEN, OPEN, SchemeState
from supplement.rules.schemes import Counting, Twice

MAX_PENCE = MAX_POUNDS * 100
_REFUSED = "RAISE EXCEPTION 'an approved scheme stays as it is' USING ERRCODE = 'restrict_violation';"
#: An approved version may be replaced by a later one, and who a row names may follow a merge of two accounts.
_KEPT = f"""
    IF TG_OP = 'DELETE' THEN {_REFUSED} END IF;
    IF NOT (NEW.state = OLD.state OR (OLD.state = 'approved' AND NEW.state = 'superseded'))
       OR (to_jsonb(OLD) - 'state' - 'replaced_at' - 'started_by_id' - 'approved_by_id')
          IS DISTINCT FROM
          (to_jsonb(NEW) - 'state' - 'replaced_at' - 'started_by_id' - 'approved_by_id')
       OR (NEW.state = OLD.state AND OLD.replaced_at IS DISTINCT FROM NEW.replaced_at)
    THEN {_REFUSED} END IF;
    RETURN NEW;
"""
#: The version is locked while it is looked at: nothing is added to it at the moment in which it is approved.
_OF_FROZEN = """
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(OLD) - {people} = to_jsonb(NEW) - {people} THEN RETURN NEW; END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM 1 FROM {tables} WHERE {row_old} FOR SHARE OF s;
        PERFORM 1 FROM {tables} WHERE {row_old} AND s.state IN ('approved', 'superseded');
        IF FOUND THEN {refused} END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    PERFORM 1 FROM {tables} WHERE {row_new} FOR SHARE OF s;
    PERFORM 1 FROM {tables} WHERE {row_new} AND s.state IN ('approved', 'superseded');
    IF FOUND THEN {refused} END IF;
    RETURN NEW;
"""


def kept_with(parent: str = "", column: str = "scheme_id", people: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Refuse every write to a row of an approved version. ``parent``: the table between it and the version.
    ``people``: columns that name a person, who may become another account's by a merge.
    """
    tables = "supplement_scheme AS s"
    row = f"s.authority_id = {{row}}.authority_id AND s.id = {{row}}.{column}"
    if parent:
        tables = (
            f"{parent} AS p JOIN supplement_scheme AS s"
            " ON s.authority_id = p.authority_id AND s.id = p.scheme_id"
        )
        row = f"p.authority_id = {{row}}.authority_id AND p.id = {{row}}.{column}"
    return pgtrigger.Trigger(
        name="approved_is_kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_OF_FROZEN.format(
            tables=tables,
            row_old=row.format(row="OLD"),
            row_new=row.format(row="NEW"),
            people=f"'{{{','.join(people)}}}'::text[]",
            refused=_REFUSED,
        ),
    )


def pence_field(label: object, **kwargs: object) -> models.BigIntegerField:
    validators = [MinValueValidator(0), MaxValueValidator(MAX_PENCE)]
    return models.BigIntegerField(label, validators=validators, **kwargs)  # type: ignore[arg-type]


@keep_history()
class Scheme(AuthorityOwned):
    """One version: which year, under which law, from which money, and what holds for all its periods."""

    State = SchemeState

    version = models.PositiveIntegerField(_("version"), editable=False)
    name = models.CharField(_("name"), max_length=100)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"))
    legal_basis = models.TextField(_("legal basis"), max_length=2000, blank=True)
    funding_source = models.CharField(_("source of the money"), max_length=200, blank=True)
    joiners = models.CharField(
        _("who joins within a period"), max_length=12, choices=Counting, default=Counting.COUNT_DATE
    )
    leavers = models.CharField(
        _("who leaves within a period"), max_length=12, choices=Counting, default=Counting.COUNT_DATE
    )
    twice = models.CharField(
        _("who is in two groups"), max_length=12, choices=Twice, default=Twice.FIRST_JOINED
    )
    full_time_hours = models.DecimalField(
        _("hours of a full-time post"), max_digits=4, decimal_places=2, default=Decimal(37)
    )
    planned_funding_pence = pence_field(_("planned formula funding"), null=True, blank=True)
    ceiling_percent = models.PositiveSmallIntegerField(
        _("ceiling, per cent of it"), default=12, validators=[MaxValueValidator(100)]
    )
    member_cap_pence = pence_field(_("at most for a member, a period"), null=True, blank=True)
    collaboration_cap_pence = pence_field(_("at most for a collaboration, a period"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=SchemeState, default=SchemeState.DRAFT, editable=False
    )
    began_from = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("begun from"),
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    started_at = models.DateTimeField(_("begun at"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-starts_on", "-version"]
        verbose_name = _("scheme of the supplement")
        verbose_name_plural = _("schemes of the supplement")
        permissions = [("approve_scheme", "Can approve the scheme of a year")]
        constraints = [
            ends_after("starts_on", "ends_on", "supplement_scheme_ends_later"),
            models.UniqueConstraint(fields=["authority", "version"], name="supplement_scheme_version"),
            models.UniqueConstraint(
                fields=["authority", "starts_on"],
                condition=Q(state__in=OPEN),
                name="supplement_one_draft_a_year",
            ),
            never_overlaps(
                start="starts_on",
                end="ends_on",
                name="supplement_one_approved_a_year",
                message=_("Another approved scheme holds in part of this time."),
                condition=Q(state="approved"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, approved_at=None, approved_by=None)
                | Q(state__in=FROZEN, approved_at__isnull=False, approved_by__isnull=False),
                name="supplement_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state="superseded", replaced_at__isnull=False)
                | ~Q(state="superseded") & Q(replaced_at=None),
                name="supplement_replaced_at",
            ),
            models.CheckConstraint(condition=Q(full_time_hours__gt=0), name="supplement_hours_above_zero"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="approved_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.state IN ('approved', 'superseded')"),
                func=_KEPT,
            )
        ]

    def __str__(self) -> str:
        return self.name
