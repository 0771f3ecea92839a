"""What a process keeps of Django's work: translated words, reversed addresses, what holds at the moment."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, base, get_resolver, reverse, set_script_prefix, set_urlconf
from django.utils.translation import gettext, override, trans_real

from core import apps

ROOT = Path(__file__).resolve().parents[2]
URLCONF = "config.authority_urls"


@pytest.fixture(autouse=True)
def prefix() -> Any:
    yield
    set_script_prefix("/")


def test_addresses_are_those_that_django_reverses() -> None:
    """Every name of the authority's addresses, with as many numbers as it wants; twice, and for two
    authorities.
    """
    resolver = get_resolver(URLCONF)
    names = [name for name in resolver.reverse_dict if isinstance(name, str)]
    for namespace, (_prefix, inner) in resolver.namespace_dict.items():
        names += [f"{namespace}:{name}" for name in inner.reverse_dict if isinstance(name, str)]
    made = set()
    for prefix in ("/larkshire/", "/marlshire/", "/larkshire/"):
        set_script_prefix(prefix)
        for name in names:
            for args in ([], [7], [7, 8], ["7"]):
                try:
                    expected = apps._reverse(name, URLCONF, args)
                except NoReverseMatch:
                    with pytest.raises(NoReverseMatch):
                        reverse(name, URLCONF, args)
                else:
                    assert reverse(name, URLCONF, args) == expected == reverse(name, URLCONF, tuple(args))
                    assert expected.startswith(prefix)
                    made.add(expected)
    assert len(made) > 500


def test_an_address_is_kept_by_all_that_it_follows_from() -> None:
    set_script_prefix("/larkshire/")
    by_place = reverse("collaborations:detail", URLCONF, [7])
    assert reverse("collaborations:detail", URLCONF, kwargs={"pk": 7}) == by_place
    assert reverse("collaborations:detail", URLCONF, kwargs={"pk": 8}) != by_place
    assert reverse("collaborations:detail", URLCONF, [7], query={"q": "x"}) == f"{by_place}?q=x"
    with pytest.raises(NoReverseMatch):
        reverse("collaborations:detail", "config.urls", [7])
    with pytest.raises(NoReverseMatch):
        reverse("collaborations:detail", URLCONF, [True])  # equal to 1, and no number


def test_an_address_that_a_template_names_is_kept() -> None:
    set_script_prefix("/larkshire/")
    set_urlconf(URLCONF)
    try:
        template = Template("{% url 'collaborations:detail' 987 %}")
        first = template.render(Context())
        before = apps._reversed.cache_info()
        assert template.render(Context()) == first == "/larkshire/collaborations/987/"
        after = apps._reversed.cache_info()
    finally:
        set_urlconf(None)
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)


def test_words_are_kept_by_language() -> None:
    for _ in range(2):
        assert gettext("January") == "January"
        with override("de"):
            assert gettext("January") == "Januar"
            assert gettext("Report a concern") == "Report a concern"
    plain = trans_real.translation("en-gb")
    assert isinstance(plain, apps.KeptTranslation)
    for word in ("", "Report a concern", "Enter a valid email address.", "Please correct the errors below."):
        assert plain.gettext(word) == type(plain).gettext(plain, word)


def test_what_holds_at_the_moment_is_a_threads_own() -> None:
    set_script_prefix("/larkshire/")
    seen = []
    thread = threading.Thread(target=lambda: seen.append((base.get_script_prefix(), base.get_urlconf())))
    thread.start()
    thread.join()
    assert seen == [("/", None)]
    for module, name in apps.OF_THE_MOMENT:
        assert type(getattr(module, name)) is threading.local, name


def test_nothing_is_served_by_an_event_loop() -> None:
    """Tasks of one thread would share what ``hold_in_threads`` holds."""
    skipped = {".venv", ".local", "tests", "node_modules"}
    sources = [path for path in ROOT.rglob("*.py") if not skipped & set(path.relative_to(ROOT).parts)]
    assert len(sources) > 500
    assert not [path.name for path in sources if path.name == "asgi.py"]
    found = [path for path in sources if re.search(r"^\s*async def ", path.read_text(), re.MULTILINE)]
    assert not found
