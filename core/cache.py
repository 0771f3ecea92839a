"""The one cache: what it knows makes pages faster, and nothing depends on it.

A server that is away or does not answer within ``PATIENCE_SECONDS`` counts as an empty cache. After a failure
nobody asks it for ``PAUSE_SECONDS``, so that a page waits for it once at most. Values are written as JSON:
reading one never runs code, whoever wrote it.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from django.core.serializers.json import DjangoJSONEncoder
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)
PATIENCE_SECONDS = 0.2
PAUSE_SECONDS = 5.0
#: Between two lines in the log about a cache that is away.
SILENCE_SECONDS = 60.0
AWAY = (RedisError, OSError)
Answer = TypeVar("Answer")


class JsonSerializer:
    """Plain values only. Numbers stay bare, as Redis needs them to count."""

    def __init__(self, protocol: object = None) -> None:
        pass

    def dumps(self, value: Any) -> Any:
        if type(value) is int:
            return value
        return json.dumps(value, cls=DjangoJSONEncoder).encode()

    def loads(self, data: Any) -> Any:
        return json.loads(data)


class Breaker:
    """Stays open for some seconds after a failure: nobody waits again meanwhile. One a process and server."""

    def __init__(self, name: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.name, self._clock, self._lock = name, clock, Lock()
        self._open_until = self._silent_until = float("-inf")

    @property
    def is_open(self) -> bool:
        return self._clock() < self._open_until

    def fail(self, error: BaseException) -> None:
        """Note a failure. It is logged once a minute, without what the server said."""
        with self._lock:
            now = self._clock()
            self._open_until = now + PAUSE_SECONDS
            if now < self._silent_until:
                return
            self._silent_until = now + SILENCE_SECONDS
        log.error("the %s is away (%s); pages go on without it", self.name, type(error).__name__)

    def close(self) -> None:
        """Forget the failure, as a test does between two cases."""
        self._open_until = self._silent_until = float("-inf")


cache_breaker = Breaker("cache")


def _soft(name: str, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    """The method of Django's backend that answers ``otherwise`` while the server is away."""
    method = getattr(RedisCache, name)

    @wraps(method)
    def soft(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        if cache_breaker.is_open:
            return otherwise(*args, **kwargs)
        try:
            return method(self, *args, **kwargs)
        except AWAY as error:
            cache_breaker.fail(error)
        except ValueError:
            if name not in _READS:
                raise
            log.warning("the cache held a value that cannot be read")
        return otherwise(*args, **kwargs)

    return soft


_READS = frozenset({"get", "get_many"})


def _default(key: Any, default: Any = None, version: Any = None) -> Any:
    return default


def _nothing(*args: Any, **kwargs: Any) -> None:
    return None


def _no(*args: Any, **kwargs: Any) -> bool:
    return False


def _first(*args: Any, **kwargs: Any) -> bool:
    """Nothing is there, so whoever adds is the first: a one-time code that is right lets its person in."""
    return True


def _empty(*args: Any, **kwargs: Any) -> dict[str, Any]:
    return {}


def _none_saved(data: Any, *args: Any, **kwargs: Any) -> list[Any]:
    return list(data)


def _counted(key: Any, delta: int = 1, version: Any = None) -> int:
    """Counting from nothing: whoever counts to limit something has a second net (docs/decisions/0033)."""
    return delta


class SoftRedisCache(RedisCache):
    """Django's Redis backend that answers "nothing there" instead of raising or waiting."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        options = {
            "socket_timeout": PATIENCE_SECONDS,
            "socket_connect_timeout": PATIENCE_SECONDS,
            # redis-py tries three times by itself, with pauses between.
            "retry": Retry(NoBackoff(), 0),
            "serializer": JsonSerializer(),
            **params.get("OPTIONS", {}),
        }
        super().__init__(server, {**params, "OPTIONS": options})

    add = _soft("add", _first)
    get = _soft("get", _default)
    set = _soft("set", _nothing)
    touch = _soft("touch", _no)
    delete = _soft("delete", _no)
    get_many = _soft("get_many", _empty)
    has_key = _soft("has_key", _no)
    incr = _soft("incr", _counted)
    set_many = _soft("set_many", _none_saved)
    delete_many = _soft("delete_many", _nothing)
    clear = _soft("clear", _no)
