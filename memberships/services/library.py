"""Shared documents where it takes to know who is of the group: the owner and the named readers. The rest is in collaborations."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import DocumentReader, GroupDocument
from collaborations.selectors.library import document_for_update
from collaborations.services import library
from memberships.selectors.library import people_of_group


@transaction.atomic
def name_reader(*, document_id: int, person: User, starts_on: date, ends_on: date | None, by: User, at: datetime) -> DocumentReader:
    """Name somebody of the group who may open a document. Raises ValidationError for anybody else, and as the service below does."""
    _must_be_of_group(document_id, person, at=at)
    return library.name_reader(document_id=document_id, user=person, starts_on=starts_on, ends_on=ends_on, by=by)


@transaction.atomic
def hand_over_document(*, document_id: int, person: User, by: User, at: datetime) -> GroupDocument:
    """Make somebody of the group the owner. Raises ValidationError for anybody else."""
    _must_be_of_group(document_id, person, at=at)
    return library.hand_over_document(document_id=document_id, owner=person, by=by)


def _must_be_of_group(document_id: int, person: User, *, at: datetime) -> None:
    document = document_for_update(document_id)
    if not people_of_group(document.collaboration, on=timezone.localdate(at)).filter(pk=person.pk).exists():
        raise ValidationError({"person": _("%(person)s does not work at a member setting.") % {"person": person}})
