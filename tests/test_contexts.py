"""The mechanism of tests/contexts.py: tests find what a view gave, of the page and of what it is made of."""

from __future__ import annotations

import pytest
from django.template import Context, Template, TemplateDoesNotExist
from django.test.signals import template_rendered


def told(template: Template, **values: object) -> tuple[str, list[object]]:
    names: list[object] = []

    def note(context: Context, **_others: object) -> None:
        names.append(context["name"])

    template_rendered.connect(note)
    try:
        return template.render(Context(values)), names
    finally:
        template_rendered.disconnect(note)


def test_the_outermost_template_is_told_of_once() -> None:
    inner = Template("{% with name='inner' %}{{ name }}{% endwith %}")
    page = Template("{{ name }} {% include inner %} {% include inner %}")
    assert told(page, name="page", inner=inner) == ("page inner inner", ["page"])


def test_the_next_one_is_told_of_too_also_after_an_error() -> None:
    broken = Template("{% include missing %}")
    for _time in range(2):
        with pytest.raises(TemplateDoesNotExist):
            told(broken, name="broken", missing="no/such.html")
        assert told(Template("x"), name="next") == ("x", ["next"])
