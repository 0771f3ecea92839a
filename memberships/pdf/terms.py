"""What stands on the PDF of a version of the ways of working (W4): what its page says, and lines to sign."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from memberships.selectors.reading import TermsDocument

TERMS_TEMPLATE = "memberships/pdf/terms.html"
#: Files of versions that were adopted, kept for ever; and of others, which change.
PRINTED, PRINTED_DRAFT = "terms", "terms_draft"


def terms_context(document: TermsDocument) -> dict[str, Any]:
    """Neither the day nor whoever asks is among it: the same version gives the same document."""
    return {
        "title": _("Ways of working"),
        "lead": document.group,
        "running": document.running,
        "mark": document.mark,
        "facts": document.facts,
        "contents": [(part.anchor, part.heading) for part in document.parts],
        "document": document,
        "paper": True,
    }


def terms_name(document: TermsDocument) -> str:
    """What the file is called, without its ending."""
    name = _("%(group)s, ways of working, version %(version)d") % {"group": document.group, "version": document.version}
    return f"{name} ({document.mark.lower()})" if document.mark else name
