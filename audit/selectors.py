"""Reads of the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Permission
from audit.models import Entry, Seal
from audit.rules.actions import PRIVATE
from audit.rules.sentences import differences_in
from core.wording import in_words

#: What the facts kept beside a sentence are called, where no field of the thing itself says it.
FACT_LABELS: dict[str, str] = {
    "file": gettext_noop("file"),
    "sha256": gettext_noop("fingerprint of the file (SHA-256)"),
    "size": gettext_noop("size in bytes"),
    "purpose": gettext_noop("kind of file"),
    "vanished": gettext_noop("no longer listed"),
    "unreadable": gettext_noop("rejected and unreadable"),
    "policy_version": gettext_noop("version of the leading policy"),
    "on": gettext_noop("on"),
    "from": gettext_noop("from"),
    "until": gettext_noop("first day without it"),  # of entries before there was "last_day"
    "last_day": gettext_noop("last day"),
    "time": gettext_noop("time"),
    "old": gettext_noop("the setting before"),
    "rows": gettext_noop("number of rows"),
    "opened": gettext_noop("cases opened"),
    "words": gettext_noop("in words"),
}


def entries_for(user: User) -> QuerySet[Entry]:
    """The entries that a person may read, newest first: confidential ones only with the permission to see
    every case, private ones never.
    """
    entries = Entry.objects.exclude(action__in=PRIVATE).select_related("by").order_by("-at", "-pk")
    if user.has_perm(Permission.VIEW_ALL_CASES):
        return entries
    return entries.filter(is_confidential=False)


def entries_about(about_type: str, about_id: int, *, user: User) -> QuerySet[Entry]:
    """The story of one object, newest first."""
    return entries_for(user).filter(about_type=about_type, about_id=about_id)


def changed_fields(entry: Entry) -> list[str]:
    """The names, as people know them, of the fields that a change touched; empty for any other deed."""
    return [_label(entry, name) for name in differences_in(entry.facts)]


def facts_in_words(entry: Entry) -> list[tuple[str, str]]:
    """What is kept beside the sentence, for reading: a changed field as before → after.

    Numbers of other rows are left out.
    """
    differing = differences_in(entry.facts)
    kept = {name: value for name, value in entry.facts.items() if name != "changes" and name not in differing}
    lines = [
        (_label(entry, name), _in_words(value)) for name, value in kept.items() if not name.endswith("_id")
    ]
    return [*lines, *((_label(entry, name), _difference(pair)) for name, pair in differing.items())]


def _difference(pair: list[object]) -> str:
    before, after = pair
    if before is None and after is None:
        return _("changed; the values are not shown here")
    return _("%(before)s → %(after)s") % {"before": _in_words(before), "after": _in_words(after)}


def _label(entry: Entry, name: str) -> str:
    if name in FACT_LABELS:
        return _(FACT_LABELS[name])
    try:
        return str(apps.get_model(entry.about_type)._meta.get_field(name).verbose_name)
    except (LookupError, FieldDoesNotExist, AttributeError):
        return name.replace("_", " ")


def _in_words(value: object) -> str:
    if value in (None, ""):
        return _("nothing")
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_in_words(each)}" for name, each in value.items()) or _("none")
    return str(in_words(_day(value) or value))


def _day(value: object) -> date | None:
    try:
        return parse_date(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def changes_in_words(entry: Entry) -> list[str]:
    """The fields that a change touched, each as before → after; of what nobody may read here, that it changed."""
    return [
        f"{_label(entry, name)}: {_difference(pair)}" for name, pair in differences_in(entry.facts).items()
    ]


def sealed_until() -> datetime | None:
    """When the audit log of the authority in scope was sealed last; None while nothing is."""
    return Seal.objects.order_by("-pk").values_list("at", flat=True).first()
