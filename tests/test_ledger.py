"""The record of what axe has passed, which the workers of a run share."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from django.test import RequestFactory

from tests.browser.ledger import Ledger, Templates


def test_what_one_worker_passed_is_not_new_to_another(tmp_path: Path) -> None:
    mine, theirs = Ledger(tmp_path / "passed"), Ledger(tmp_path / "passed")
    assert mine.new(["home", "list"]) == ["home", "list"]
    mine.add(["home"])
    assert theirs.new(["home", "list"]) == ["list"]
    theirs.add(["list"])
    assert mine.new(["home", "list", "form"]) == ["form"]


def test_the_first_template_of_a_request_is_the_page() -> None:
    templates, request = Templates(), RequestFactory().get("/larkshire/café/")
    for name in ("members/list.html", "base.html"):
        templates._note(SimpleNamespace(name=name), {"request": request})
    templates._note(SimpleNamespace(name="mail.txt"), None)
    templates._note(SimpleNamespace(name="mail.txt"), {"request": object()})
    assert templates.of("http://localhost/larkshire/caf%C3%A9/?page=2") == "members/list.html"
    assert templates.of("http://localhost/elsewhere/") == ""
