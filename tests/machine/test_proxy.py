"""The proxy's and the web server's own limits: slow clients, large requests, headers that somebody forged."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from gunicorn.config import Config

ROOT = Path(__file__).resolve().parents[2]
CADDYFILE = (ROOT / "deploy/Caddyfile").read_text()
DIRECTIVES = [
    line.split() for line in CADDYFILE.splitlines() if line.strip() and not line.strip().startswith("#")
]
SECONDS = {"s": 1, "m": 60}


def seconds(directive: str) -> int:
    [value] = [parts[1] for parts in DIRECTIVES if parts[0] == directive]
    return int(value[:-1]) * SECONDS[value[-1]]


def gunicorn() -> Config:
    config = Config()
    for name, value in runpy.run_path(str(ROOT / "config/gunicorn.py")).items():
        if name in config.settings:
            config.set(name, value)
    return config


def test_a_slow_client_holds_neither_the_proxy_nor_a_web_process() -> None:
    assert 0 < seconds("read_header") <= 30
    assert 0 < seconds("idle") <= 300
    assert 0 < seconds("write") <= 900
    assert seconds("read_body") < gunicorn().timeout, (
        "a slow upload is refused by the proxy, and ends no web process"
    )
    assert 0 < gunicorn().timeout <= 120
    assert 0 < gunicorn().graceful_timeout <= 60


@pytest.mark.parametrize("buffer", ["request_buffers", "response_buffers"])
def test_pages_and_forms_wait_for_slow_clients_at_the_proxy(buffer: str) -> None:
    [size] = [parts[1] for parts in DIRECTIVES if parts[0] == buffer]
    assert re.fullmatch(r"[1-9]MiB", size)


def test_requests_are_no_larger_than_an_upload() -> None:
    [size] = [parts[1] for parts in DIRECTIVES if parts[0] == "max_size"]
    assert size == "110MB", "uploads of 100 MB and the rest of their form"
    assert ["max_header_size", "16KB"] in DIRECTIVES
    config = gunicorn()
    assert 0 < config.limit_request_line <= 8190
    assert 0 < config.limit_request_fields <= 100
    assert 0 < config.limit_request_field_size <= 8190


def test_the_proxy_believes_no_forwarding_header() -> None:
    """Without ``trusted_proxies`` Caddy replaces X-Forwarded-For, -Proto and -Host."""
    names = {parts[0] for parts in DIRECTIVES}
    assert not names & {"trusted_proxies", "trusted_proxies_strict", "client_ip_headers"}
    changed = {parts[1].lower() for parts in DIRECTIVES if parts[0] == "header_up"}
    assert not {
        name for name in changed if name.lstrip("+-") in ("x-forwarded-for", "x-forwarded-proto", "host")
    }
    assert {"-forwarded", "-x-real-ip", "-x-forwarded-port", "-x-original-url", "-x-rewrite-url"} <= changed


def test_the_web_server_believes_none_either() -> None:
    config = gunicorn()
    assert config.forwarded_allow_ips == []
    assert config.forwarder_headers == []
    assert config.header_map == "drop"
    assert not config.proxy_protocol or config.proxy_protocol == "off"
