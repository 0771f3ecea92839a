"""What officers do with many ticked rows: the action leads to the page that shows what it would do, asks, and
tells what was done.

The rows travel as a selection that is kept for an hour (``core.tables.kept``), never in the address: there is
no number of them that is offered and then refused.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from core.tables.kept import SELECTION, select


def on_to_page(
    admin: Any, request: HttpRequest, queryset: QuerySet[Any], *, page: str, of: str = "pk"
) -> HttpResponse | None:
    """To the page with the ticked rows kept for it, as ``?selection=7``; back with a word where they cannot
    be kept. A ticked row that is not there is 404, as everywhere. ``of``: the field that holds the ids which
    the page asks for, each kept once.
    """
    ids = list(queryset.order_by("pk").values_list("pk", flat=True))
    ticked = set(request.POST.getlist(ACTION_CHECKBOX_NAME))
    if request.POST.get("select_across") != "1" and len(ids) != len(ticked):
        raise Http404  # what was ticked is not there, or is another authority's
    if of != "pk":
        ids = sorted(set(queryset.order_by().values_list(of, flat=True)))
    try:
        number = select(request.user, ids)
    except ValidationError as refusal:
        admin.message_user(request, " ".join(refusal.messages), messages.WARNING)
        return None
    return HttpResponseRedirect(f"{reverse(page)}?{SELECTION}={number}")
