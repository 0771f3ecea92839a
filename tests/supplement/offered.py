"""What somebody is offered at an address, and what becomes of what is sent there: for the tests that no form
is shown which can only be refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.test import Client

#: A button that sends a form of the page itself: those of the head and foot are outside the main part.
BUTTON = re.compile(r'<button[^>]*type="submit"')


class Answer(NamedTuple):
    """``offered``: a form with its button is shown. ``told``: what the page says that leads back.
    ``refused``: why what was sent all the same was refused, "" where it was done; of a field, it stands in
    ``fields``.
    """

    offered: bool
    told: str
    refused: str
    fields: Mapping[str, Any]


def ask(client: Client, path: str, body: Mapping[str, Any]) -> Answer:
    """Open the page, then send the form; nothing of it stays."""
    shown = client.get(path)
    assert shown.status_code in (200, 302), (path, shown.status_code)
    told = ""
    if shown.status_code == 302:
        back = client.get(shown["Location"])
        told = "; ".join(str(message) for message in back.context["messages"])
    offered = shown.status_code == 200 and bool(BUTTON.search(main_of(shown.content.decode())))
    with transaction.atomic():
        sent = client.post(path, body)
        transaction.set_rollback(True)
    assert sent.status_code in (200, 302), (path, sent.status_code)
    if sent.status_code == 302:
        return Answer(offered, told, "", {})
    form = sent.context["form"]
    fields = {name: found for name, found in form.errors.items() if name != "__all__"}
    return Answer(offered, told, " ".join(form.non_field_errors()), fields)


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]
