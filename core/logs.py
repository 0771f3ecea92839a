"""Structured logs: one JSON object a line, without personal data (no addresses of people, names, tokens or
query strings), whoever writes the line.

The network address of the client is in them, and the number of the person: who failed, and from where (A3).
"""

from __future__ import annotations

import json
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from core.addresses import client_address

FIELDS = (
    "request_id", "method", "route", "status", "milliseconds", "authority", "user", "client", "event",
    "address_hash", "count", "number", "task", "task_id",
)  # fmt: skip
#: First parts of the names of our loggers. What they are given is ours to choose: numbers and our own words.
OUR_LOGGERS = frozenset(
    {
        "accounts", "audit", "collaborations", "config", "core", "development", "documents", "exchange", "eyc",
        "leadership", "library", "meetings", "memberships", "ofsted", "portal", "providers", "provision", "qa_framework",
        "reorganisation", "supplement", "support", "ways_of_working",
    }
)  # fmt: skip
#: What a value looks like in the text of a message that a library has put together itself.
VALUES = re.compile(
    r"""=\(.*\)                     # PostgreSQL: Key (email)=(…)
      | "[^"]*" | '[^']*' | “[^”]*” # quoted
      | \S*@\S+                     # an email address, a connection with its password
      | \S*://\S* | \S*/\S+         # an address or a path
      | [\w~.:=+-]{20,}             # a token or a key
    """,
    re.VERBOSE | re.DOTALL,
)
logger = logging.getLogger("eyc.request")


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message and the known fields.

    Of other people's loggers the message is the pattern without its arguments, which may be anything (a path
    with a token, a row). An exception's text may quote data too, so only its class and place are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        is_ours = record.name.partition(".")[0] in OUR_LOGGERS
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage()
            if is_ours and not record.exc_info
            else pattern_of(record, is_ours),
        }
        line.update({name: getattr(record, name) for name in FIELDS if hasattr(record, name)})
        line.update(task_of(record))
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [
                f"{f.filename}:{f.lineno}:{f.name}" for f in traceback.extract_tb(record.exc_info[2])[-8:]
            ]
        return json.dumps(line, default=str)


def task_of(record: logging.LogRecord) -> dict[str, str]:
    """Name and id of the task that Celery writes about, which the pattern of its message leaves out."""
    data = getattr(record, "data", None)
    if not isinstance(data, dict) or not {"name", "id"} <= data.keys():
        return {}
    return {"task": str(data["name"]), "task_id": str(data["id"])}


def pattern_of(record: logging.LogRecord, is_ours: bool) -> str:
    """The message without the values in it."""
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    return record.msg if is_ours else VALUES.sub("…", record.msg)


def signed_in_id(request: HttpRequest) -> int | None:
    """The number of the person who is signed in, if the page asked; asks nothing by itself."""
    session = getattr(request, "session", None)
    if session is None or not session.accessed:
        return None
    number = session.get(SESSION_KEY)
    return int(number) if number is not None else None


class RequestLogMiddleware:
    """One line a request: the route's pattern rather than its path,
    so that no id or search text is written down.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request.id = uuid.uuid4().hex[:12]  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["X-Request-Id"] = request.id  # type: ignore[attr-defined]
        match = request.resolver_match
        logger.info(
            "request",
            extra={
                "request_id": request.id,  # type: ignore[attr-defined]
                "method": request.method,
                "route": match.route if match else "",
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - started) * 1000),
                "authority": getattr(getattr(request, "authority", None), "pk", None),
                "user": signed_in_id(request),
                "client": client_address(request),
            },
        )
        return response
