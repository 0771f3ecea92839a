"""What officers do with many ticked rows: the action leads to the page that shows what it would do, asks, and
tells what was done.

The rows travel as a selection that is kept for an hour (``core.tables.kept``), never in the address: there is
no number of them that is offered and then refused.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.tables.kept import SELECTION, select


def on_to_page(
    admin: Any, request: HttpRequest, queryset: QuerySet[Any], *, page: str
) -> HttpResponse | None:
    """To the page with the ticked rows kept for it, as ``?selection=7``; back with a word where
    they cannot be
    kept.
    """
    ids = list(queryset.order_by("pk").values_list("pk", flat=True))
    if not ids:  # what was ticked is not there, or not here
        admin.message_user(request, _("Nothing that you chose is there any more."), messages.WARNING)
        return None
    try:
        number = select(request.user, ids)
    except ValidationError as refusal:
        admin.message_user(request, " ".join(refusal.messages), messages.WARNING)
        return None
    return HttpResponseRedirect(f"{reverse(page)}?{SELECTION}={number}")
