"""The register's pages as tests read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from providers.models import Provider

LIST = "/larkshire/admin/providers/provider/"
Browse = Callable[..., Client]


def page_of(provider: Provider, rest: str = "change/") -> str:
    return f"{LIST}{provider.pk}/{rest}"


def names_in(response: Any) -> list[str]:
    """The settings of a list page, in its order."""
    assert response.status_code == 200, response.status_code
    return re.findall(r'class="field-setting"[^>]*><a [^>]*>([^<]*)</a>', response.content.decode())


def text_of(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def form_of(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send if nothing were changed."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    form = response.context["adminform"].form
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    for formset in (each.formset for each in response.context["inline_admin_formsets"]):
        data |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
        for row in formset.forms:
            data |= {
                row.add_prefix(name): row.get_initial_for_field(field, name)
                for name, field in row.fields.items()
            }
    return {
        name: getattr(value, "pk", value)
        for name, value in data.items()
        if value is not None and value is not False
    }


def queries_of(client: Client, address: str) -> int:
    client.get(address)  # what is read once and kept (content types, the authority)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
