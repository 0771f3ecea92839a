"""Reads of the authority's templates of ways of working (W1)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from ways_of_working.models import TermsTemplate


def templates() -> QuerySet[TermsTemplate]:
    """Every version, the newest first."""
    return TermsTemplate.objects.select_related("started_by", "published_by").order_by("-version")


def template_by_id(template_id: int) -> TermsTemplate | None:
    return templates().filter(pk=template_id).first()


def template_for_update(template_id: int) -> TermsTemplate:
    """The row, locked to the end of the transaction. Raises TermsTemplate.DoesNotExist."""
    return TermsTemplate.objects.select_for_update(of=("self",), no_key=True).get(pk=template_id)


def draft_template() -> TermsTemplate | None:
    """The version that is being written. There is never more than one."""
    return templates().filter(state=TermsTemplate.State.DRAFT).first()


def newest_published_template() -> TermsTemplate | None:
    """The last one published, in force already or from a later day on."""
    return templates().filter(state=TermsTemplate.State.PUBLISHED).first()


def template_in_force(*, on: date) -> TermsTemplate | None:
    """What new ways of working begin with on a day; None where
    the authority has published nothing by then.
    """
    published = templates().filter(state=TermsTemplate.State.PUBLISHED, in_force_from__lte=on)
    return published.order_by("-in_force_from", "-version").first()
