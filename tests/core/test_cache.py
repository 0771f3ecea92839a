"""The cache makes pages faster and nothing else: away, silent or poisoned, it is empty (F2)."""

from __future__ import annotations

import pickle
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.exceptions import ConnectionError as RedisConnectionError

from core import cache as module
from core.cache import PAUSE_SECONDS, SILENCE_SECONDS, Breaker, JsonSerializer, SoftRedisCache, cache_breaker

pytestmark = pytest.mark.pure


@pytest.fixture(autouse=True)
def closed_breaker() -> Iterator[None]:
    cache_breaker.close()
    yield
    cache_breaker.close()


@pytest.fixture
def away() -> SoftRedisCache:
    return SoftRedisCache("redis://127.0.0.1:1/0", {})


@pytest.mark.parametrize(
    ("method", "arguments", "answer"),
    [
        ("get", ("a",), None),
        ("get", ("a", "default"), "default"),
        ("set", ("a", 1), None),
        ("add", ("a", 1), True),
        ("touch", ("a",), False),
        ("delete", ("a",), False),
        ("get_many", (["a", "b"],), {}),
        ("has_key", ("a",), False),
        ("incr", ("a", 3), 3),
        ("decr", ("a", 3), -3),
        ("set_many", ({"a": 1, "b": 2},), ["a", "b"]),
        ("delete_many", (["a"],), None),
        ("clear", (), False),
        ("get_or_set", ("a", 7), 7),
    ],
)
def test_a_cache_that_is_away_is_empty(
    away: SoftRedisCache, method: str, arguments: tuple[Any, ...], answer: Any
) -> None:
    assert getattr(away, method)(*arguments) == answer
    cache_breaker.close()  # each method once more with the server asked, not the breaker
    assert getattr(away, method)(*arguments) == answer


def test_a_cache_that_does_not_answer_is_waited_for_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache = SoftRedisCache(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", {})
        begun = time.monotonic()
        assert [cache.get("a") for _ in range(20)] == [None] * 20
        assert time.monotonic() - begun < 2, "twenty reads cost one patience, not twenty"
    assert cache_breaker.is_open


def test_every_method_of_the_backend_is_soft() -> None:
    """A method that Django adds would raise where the others answer."""
    from django.core.cache.backends.redis import RedisCache

    raw = {name for name in vars(RedisCache) if not name.startswith("_")} - {"get_backend_timeout"}
    assert raw <= set(vars(SoftRedisCache))


def test_the_breaker_opens_for_a_while_and_says_so_once_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    now = [100.0]
    breaker = Breaker("cache", clock=lambda: now[0])
    assert not breaker.is_open
    breaker.fail(RedisConnectionError("redis://:secret@host"))
    assert breaker.is_open
    now[0] += PAUSE_SECONDS
    assert not breaker.is_open
    breaker.fail(RedisConnectionError())
    assert len(caplog.records) == 1
    assert "secret" not in caplog.text
    now[0] += SILENCE_SECONDS
    breaker.fail(RedisConnectionError())
    assert len(caplog.records) == 2


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(plain)
def test_what_is_written_is_read(value: Any) -> None:
    serializer = JsonSerializer()
    written = serializer.dumps(value)
    assert serializer.loads(str(written).encode() if isinstance(written, int) else written) == value


def test_a_value_that_would_run_code_is_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """S1: whoever can write to the server runs nothing in a web process."""

    class Runs:
        def __reduce__(self) -> Any:
            return (exec, ("import core.cache\ncore.cache.was_run = True",))

    def poisoned(self: Any, key: str, default: Any) -> Any:
        return JsonSerializer().loads(pickle.dumps(Runs()))

    monkeypatch.setattr("django.core.cache.backends.redis.RedisCacheClient.get", poisoned)
    assert SoftRedisCache("redis://127.0.0.1:1/0", {}).get("a", "nothing") == "nothing"
    assert not hasattr(module, "was_run")
