"""Background work that remembers which authority it is for.

The authority travels in a message header that is stamped when the task is asked for, not when the transaction
commits (the scope is closed by then). At-least-once delivery plus a claim row committed with the work gives
each effect once.
"""

from __future__ import annotations

import smtplib
from functools import cache
from typing import Any

from celery import Task, current_app
from celery.contrib.django.task import DjangoTask
from django.db import OperationalError
from django.utils.module_loading import autodiscover_modules

from core.scoping import NoAuthorityInScope, authority_id_or_none, authority_scope

HEADER = "authority_id"


@cache
def load_tasks() -> None:
    """Import every app's ``tasks``.

    Workers have done so; a web process does it when it first asks for one by name.
    """
    autodiscover_modules("tasks")


def task_named(name: str) -> Task:
    """The task of this name. Raises celery.exceptions.NotRegistered (a KeyError) when there is none."""
    if name not in current_app.tasks:
        load_tasks()
    return current_app.tasks[name]


class AuthorityTask(DjangoTask):
    """A task of one authority. The body runs in that authority's scope and in one transaction.

    ``platform_wide``: the task belongs to no authority (the timetable's ticks, the relay). ``stepwise``: long
    work; no transaction is opened, the body is given ``authority_id`` and opens ``authority_scope`` for each
    step, so that progress is seen and a killed task starts again where its last step ended.
    """

    platform_wide = False
    stepwise = False
    acks_late = True  # delivered again when the worker dies, so bodies are idempotent
    reject_on_worker_lost = True
    #: What passes: the database or the mail server was away. The body's transaction is rolled back and it is
    #: asked for again.
    autoretry_for = (OperationalError, OSError, smtplib.SMTPException)
    max_retries = 8
    retry_backoff = True
    retry_jitter = True
    retry_backoff_max = 600

    def stamped(self, headers: dict[str, Any] | None) -> dict[str, Any]:
        """Headers with the authority in scope.

        Raises NoAuthorityInScope when nobody says whose work this is.
        """
        headers = dict(headers or {})
        if self.platform_wide or HEADER in headers:
            return headers
        # Its own: a stepwise task that asks for itself again
        authority_id = authority_id_or_none() or self._own_authority()
        if authority_id is None:
            raise NoAuthorityInScope(f"{self.name} was asked for with no authority in scope")
        headers[HEADER] = authority_id
        return headers

    def apply_async(self, args: Any = None, kwargs: Any = None, headers: Any = None, **options: Any) -> Any:  # type: ignore[override]
        return super().apply_async(args, kwargs, headers=self.stamped(headers), **options)

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:  # type: ignore[override]
        """Send when the present transaction commits, for the authority in scope now."""
        self.apply_async_on_commit(args, kwargs)

    def apply_async_on_commit(
        self, args: Any = None, kwargs: Any = None, headers: Any = None, **options: Any
    ) -> None:  # type: ignore[override]
        super().apply_async_on_commit(args, kwargs, headers=self.stamped(headers), **options)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.platform_wide:
            return super().__call__(*args, **kwargs)
        authority_id = self._authority_of_message()
        # run(), not super().__call__(): that would note authority_id among the message's own arguments, and a
        # retry would send it.
        if self.stepwise:
            return self.run(*args, authority_id=authority_id, **kwargs)
        with authority_scope(authority_id):
            return self.run(*args, **kwargs)

    def _own_authority(self) -> int | None:
        request = self.request
        return getattr(request, HEADER, None) or (request.headers or {}).get(HEADER)

    def _authority_of_message(self) -> int:
        authority_id = self._own_authority()
        if authority_id is None:
            raise NoAuthorityInScope(f"{self.name} was delivered without {HEADER}")
        return int(authority_id)
