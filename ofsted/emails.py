"""The email to the team after a load of Ofsted's file. It names no setting and no judgement (O6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.selectors import people_to_write_to
from core.emails import Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from documents.rules import UploadState
from ofsted.models import ImportRun

#: What a load found that somebody should look at, by what the run counts. What is unchanged is no news.
TO_LOOK_AT = ("new", "changed", "vanished", "rejected")


@email_kind("ofsted.file_loaded")
class FileLoaded(EmailToUser[ImportRun]):
    """To an officer: how many settings the file says something new about, and where they are listed."""

    template = "ofsted/file_loaded"
    run_id: int

    def load(self, at: datetime, /) -> ImportRun | None:
        return ImportRun.objects.select_related("loaded_by").filter(pk=self.run_id).first()

    def still_true(self, run: ImportRun, /) -> bool:
        return bool(run.state == UploadState.LOADED)

    def subject(self, run: ImportRun, to: Recipient, /) -> str:
        about = _("Ofsted's file of %(day)s") % {"day": day_and_month(run.listed_on)}
        number = number_to_look_at(run)
        what = ngettext("%(number)d setting to look at", "%(number)d settings to look at", number)
        return subject_of(about, what % {"number": number} if number else _("nothing has changed"))

    def reference(self, run: ImportRun, /) -> str:
        return f"file-loaded-{run.pk}"

    def context(self, run: ImportRun, /) -> Mapping[str, Any]:
        return {"run": run, "number": number_to_look_at(run), "counts": run.counts}

    def link(self, run: ImportRun, to: Recipient, /) -> Link:
        return Link(_("See what changed"), within_authority("ofsted:import", run.pk))

    def contact(self, run: ImportRun, to: Recipient, /) -> Contact | None:
        by = run.loaded_by
        if by is None or not people_to_write_to([by.pk]).exists():
            return None
        return Contact(by.full_name, by.email, of_team=True)

    def why(self, run: ImportRun, to: Recipient, /) -> str:
        return _("You get this email because you look after settings in this authority.")


def number_to_look_at(run: ImportRun) -> int:
    """Of how many settings the load says something new."""
    return sum(run.counts.get(name) or 0 for name in TO_LOOK_AT)
