"""How people keep their lists: columns, rows of a page, filters under a name; what they ticked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Affiliation, User
from accounts.permissions import Permission
from audit.rules.actions import Action
from audit.services import record
from core.scoping import current_authority_id
from core.tables.kept import SIZES
from documents.models import KeptList, Selection

#: A selection is for the next page, not for next week.
SELECTION_KEPT = timedelta(hours=1)
MAX_SELECTED = 100_000
MAX_SAVED = 50  # lists of one person
MAX_COLUMNS = 60
COLUMN = re.compile(r"[a-z][a-z0-9_]{0,39}")


@transaction.atomic
def keep_list(*, name: str, columns: Sequence[str], size: int, by: User, at: datetime) -> KeptList:
    """Remember how a person wants a list: names of columns (none: as the list comes) and rows of a page.

    A preference of the person alone, so nothing is noted in the audit log. Raises ValidationError.
    """
    if len(columns) > MAX_COLUMNS or not all(COLUMN.fullmatch(column) for column in columns):
        raise ValidationError({"columns": _("Choose the columns from the list.")})
    if size not in (0, *SIZES):
        raise ValidationError({"size": _("Choose how many rows a page has from the list.")})
    kept, _made = KeptList.objects.update_or_create(
        list_name=name,
        person=by,
        name="",
        defaults={"columns": sorted(set(columns)), "size": size, "kept_at": at},
    )
    return kept


@transaction.atomic
def save_list(*, list_name: str, name: str, query: str, for_team: bool, by: User, at: datetime) -> KeptList:
    """Save a list with its filters under a name; one of that name of the same person is written over.

    Raises ValidationError for a name or filters that are too long, and PermissionDenied for a list for the
    team by somebody outside it.
    """
    name = " ".join(name.split())
    if not name:
        raise ValidationError({"name": _("Enter a name for this list")})
    if len(name) > KeptList._meta.get_field("name").max_length:  # type: ignore[operator]
        raise ValidationError({"name": _("The name must be 60 characters or fewer")})
    if len(query) > KeptList.MAX_QUERY:
        raise ValidationError({"name": _("These filters are too long to be saved")})
    if for_team and not by.has_perm(Permission.USE_ADMIN):
        raise PermissionDenied(_("Only the early years team saves a list for the team."))
    others = KeptList.objects.filter(person=by).exclude(name="").exclude(list_name=list_name, name=name)
    if others.count() >= MAX_SAVED:
        raise ValidationError(
            {"name": _("You have saved %(most)s lists. Remove one first") % {"most": MAX_SAVED}}
        )
    kept, _made = KeptList.objects.update_or_create(
        list_name=list_name,
        person=by,
        name=name,
        defaults={"query": query, "for_team": for_team, "kept_at": at},
    )
    record(Action.LIST_SAVED, about=kept, by=by, name=name, for_team=for_team)
    return kept


@transaction.atomic
def forget_list(*, kept_id: int, by: User) -> None:
    """Remove a saved list. Raises KeptList.DoesNotExist, also for one of somebody else."""
    kept = KeptList.objects.exclude(name="").get(pk=kept_id, person=by)
    record(Action.LIST_REMOVED, about=kept, by=by, name=kept.name)
    kept.delete()


@transaction.atomic
def keep_selection(*, ids: Iterable[int], by: User, at: datetime) -> Selection:
    """Keep the rows that a person ticked, for the page that asks what to do with them.

    Nothing is done yet, so nothing is noted. Raises ValidationError for more than 100,000 of them.
    """
    chosen = sorted(set(ids))
    if len(chosen) > MAX_SELECTED:
        raise ValidationError(_("Choose at most %(most)s at a time.") % {"most": f"{MAX_SELECTED:,}"})
    return Selection.objects.create(person=by, ids=chosen, made_at=at)


@transaction.atomic
def clear_lists(*, at: datetime) -> int:
    """Forget selections older than an hour, and the lists of people who have nothing to do here any more.

    Answers how many rows went.
    """
    old, _kinds = Selection.objects.filter(made_at__lt=at - SELECTION_KEPT).delete()
    here = Affiliation.objects.filter(authority_id=current_authority_id()).values("user_id")
    left, _kinds = KeptList.objects.exclude(person_id__in=here).delete()
    return old + left
