"""``response.context`` without a copy of every context on the way.

Django's test client copies the context of each template that is rendered, also of each attribute of each option
of a widget: tens of thousands for a page with filters. Tests ask for what the view gave. So only the outermost
template of a rendering is told of.
"""

from __future__ import annotations

import threading
from typing import Any

from django.template.base import Template
from django.test.signals import template_rendered


class Rendering(threading.local):
    inside = False


RENDERING = Rendering()


def render(template: Template, context: Any) -> Any:
    """Instead of ``django.test.utils.instrumented_test_render``."""
    if RENDERING.inside:
        return template.nodelist.render(context)
    template_rendered.send(sender=template, template=template, context=context)
    RENDERING.inside = True
    try:
        return template.nodelist.render(context)
    finally:
        RENDERING.inside = False


def tell_of_outermost_templates() -> None:
    """After Django has set up the environment of the tests."""
    Template._render = render
