"""A body that a form would take, read from its page; and what a request writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from core.filling import Control, _Parser
from core.views import CONFIRMED

WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
#: What a refusal itself writes: the security event, and the session of whoever was refused.
OF_REFUSALS = frozenset({"accounts_securityevent", "django_session", "usersessions_usersession"})
TEXT = "Words of a form"


@contextmanager
def written_tables() -> Iterator[set[str]]:
    """The tables that are written meanwhile, whatever is rolled back afterwards."""
    tables: set[str] = set()

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        text = sql if isinstance(sql, str) else str(sql)
        if (match := WRITES.match(text)) and match[1] not in OF_REFUSALS:
            tables.add(match[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


def body_of(html: str) -> dict[str, Any]:
    """The fullest form of a page that is sent by POST, with every control filled in; confirmed at once."""
    forms = [form for form in _Parser(html).forms if (form.attrs.get("method") or "").lower() == "post"]
    controls = max((form.controls for form in forms if not _is_shell(form.attrs)), key=len, default=[])
    body: dict[str, Any] = {CONFIRMED: "1"}
    for control in controls:
        if control.name and "disabled" not in control.attrs and control.name != "csrfmiddlewaretoken":
            value = value_of(control)
            if value is not None and control.name not in body:
                body[control.name] = value
    return body


def _is_shell(attrs: dict[str, str | None]) -> bool:
    return "logout" in (attrs.get("action") or "")


def value_of(control: Control) -> str | None:
    """What a person could put there."""
    day = timezone.localdate() + timedelta(days=3)
    if control.tag == "select":
        return next((option.value for option in control.options if option.value), None)
    if control.kind in ("hidden", "radio", "checkbox"):
        return control.value or "on"
    if control.kind in ("submit", "button", "file", "image"):
        return None
    if control.attrs.get("value"):
        return control.value
    for ending, number in (("_day", day.day), ("_month", day.month), ("_year", day.year)):
        if control.name.endswith(ending) or control.name.endswith(f"{ending[1:]}"):
            return str(number)
    if control.kind == "email" or "email" in control.name:
        return "new.person@plain.example"
    if control.kind == "number" or control.attrs.get("inputmode") in ("numeric", "decimal"):
        return "1"
    return TEXT
