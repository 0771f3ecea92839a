"""The account of a reading in words: the same lines above the preview and from the command (O7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.reading.account import Account, Note, Sample, Unused
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import missing_columns
from ofsted.selectors.differences import sample_of
from ofsted.selectors.imports import LoadedBefore


class AccountLine(NamedTuple):
    """What the line is about, and what it says."""

    label: str
    text: str


def account_lines(
    account: Account,
    *,
    sees_private: bool,
    before: LoadedBefore | None = None,
    kind: FileKind = FileKind.CHILDCARE,
) -> Iterator[AccountLine]:
    """What the file of a kind holds and what became of it. Private texts are left out for who may not see
    them.

    ``before``: the file loaded last, where the doubts compare with it.
    """
    if not account.fields:
        return
    yield AccountLine(_("Columns used"), "; ".join(account.used))
    yield AccountLine(
        _("Columns not used"),
        "; ".join(unused_in_words(column, sees_private=sees_private) for column in account.unused)
        or _("None"),
    )
    if account.known:
        yield AccountLine(_("Known columns that are not needed"), "; ".join(account.known))
    missing = missing_columns(account, had=before.had if before else {})
    yield AccountLine(_("Columns missing"), "; ".join(missing) or _("None"))
    yield AccountLine(_("Rows in all"), _rows_in_all(account.all_rows, before=before.rows if before else 0))
    if kind is FileKind.LINKS:
        yield from _lines_of_links(account)
    else:
        yield AccountLine(_("Rows of yours"), _rows(account.rows))
    if account.blank_rows:
        yield AccountLine(_("Blank rows"), f"{account.blank_rows:,}")
    if account.not_taken and kind is not FileKind.LINKS:
        label = _("Rows of yours that are not for this register (without early years, or closed)")
        yield AccountLine(label, f"{account.not_taken:,}")
    if account.without_identifier:
        yield AccountLine(_("Rows whose URN cannot be read"), f"{account.without_identifier:,}")
    if account.without_owner:
        yield AccountLine(_("Rows that name no authority"), f"{account.without_owner:,}")
    if account.notes:
        yield AccountLine(
            _("Notes below the table"),
            "; ".join(note_in_words(note, sees_private=sees_private) for note in account.notes),
        )


def _lines_of_links(account: Account) -> Iterator[AccountLine]:
    """A file of links has no authorities: a row is one's own by the schools in one's register."""
    others = account.all_rows - account.rows - account.not_taken
    yield AccountLine(_("Links of schools in your register"), _rows(account.rows))
    yield AccountLine(_("Links of other schools, left alone"), _rows(others))
    if account.not_taken:
        label = _("Links of schools in your register that say nothing of a take-over, left alone")
        yield AccountLine(label, _rows(account.not_taken))


def _rows(count: int) -> str:
    return ngettext("%(count)s row", "%(count)s rows", count) % {"count": f"{count:,}"}


def _rows_in_all(count: int, *, before: int) -> str:
    if not before:
        return _rows(count)
    return _("%(rows)s (the file loaded last: %(before)s)") % {"rows": _rows(count), "before": f"{before:,}"}


def unused_in_words(column: Unused, *, sees_private: bool) -> str:
    """A column that is not used, with up to three of its values: Sponsor reference (S-1, S-2, S-3)."""
    heading = column.heading or _("a column without a heading")
    return _with(heading, column.samples, sees_private=sees_private)


def note_in_words(note: Note, *, sees_private: bool) -> str:
    """A line below the table: line 9 (Total, 7)."""
    return _with(_("line %(line)s") % {"line": note.line}, [note.text], sees_private=sees_private)


def _with(what: str, samples: Sequence[Sample], *, sees_private: bool) -> str:
    texts = [text for sample in samples if (text := sample_of(sample, with_home_fields=sees_private))]
    return f"{what} ({', '.join(texts)})" if texts else what
