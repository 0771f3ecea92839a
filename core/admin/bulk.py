"""What officers do with many ticked rows: the action leads to the page that shows what it would do, asks, and
tells what was done.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

#: As many as an address holds.
MAX_SELECTED = 100


def on_to_page(
    admin: Any, request: HttpRequest, queryset: QuerySet[Any], *, page: str, name: str
) -> HttpResponse | None:
    """To the page with the ticked rows in its address, as
    ``?name=1&name=2``; with too many of them, back with a word.
    """
    ids = list(queryset.order_by("pk").values_list("pk", flat=True)[: MAX_SELECTED + 1])
    if len(ids) > MAX_SELECTED:
        admin.message_user(
            request, _("Choose at most %(most)s at a time.") % {"most": MAX_SELECTED}, messages.WARNING
        )
        return None
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode([(name, pk) for pk in ids])}")
