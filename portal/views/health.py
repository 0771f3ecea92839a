"""Addresses that a supervisor asks: is the web, the worker, the database alive? They say nothing else."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views import View

WORKER_SIGN = "worker:alive"
WORKER_SILENCE_SECONDS = 90


def answer(is_well: bool, **more: object) -> JsonResponse:
    response = JsonResponse(
        {"status": "ok" if is_well else "failing", **more}, status=200 if is_well else 503
    )
    response["Cache-Control"] = "no-store"
    return response


class WebHealth(View):
    """The process answers."""

    public = True

    def get(self, request: HttpRequest) -> JsonResponse:
        return answer(True)


class DatabaseHealth(View):
    """The database answers a query."""

    public = True

    def get(self, request: HttpRequest) -> JsonResponse:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return answer(False)
        return answer(True)


class WorkerHealth(View):
    """A worker has carried out the timetable's sign of life lately: beat, broker and worker are all up."""

    public = True

    def get(self, request: HttpRequest) -> JsonResponse:
        last = cache.get(WORKER_SIGN)
        silence = None if last is None else round(time.time() - float(last))
        return answer(
            silence is not None and silence < WORKER_SILENCE_SECONDS, seconds_since_last_sign=silence
        )
