"""What our templates need beyond Django's own tags. Nothing here runs once a row: lists draw their rows in core.lists."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BaseForm
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import wording
from core.forms import ErrorLink, all_error_links
from core.forms import dress as dress_form

register = template.Library()
register.filter("date_words", wording.date_in_words)
register.filter("time_words", wording.time_in_words)
register.filter("instant_words", wording.instant_in_words)
register.filter("pounds", wording.pounds)
register.filter("in_words", wording.in_words)
register.filter("breakable", wording.breakable)


@register.filter
def dress(form: BaseForm) -> BaseForm:
    """A package's form in our clothes: ``{{ form|dress }}``."""
    return dress_form(form)


@register.filter
def error_links(forms: Any) -> list[ErrorLink]:
    """The lines of the error summary for a form or several."""
    return all_error_links(forms) if forms else []


@register.simple_tag
def tag(text: Any, colour: str = "") -> SafeString:
    """A GOV.UK tag: grey, green, turquoise, blue, light-blue, purple, pink, red, orange, yellow."""
    return format_html('<strong class="govuk-tag{}">{}</strong>', f" govuk-tag--{colour}" if colour else "", text)


@register.simple_block_tag
def scroller(content: str, label: str) -> SafeString:
    """A wide table in a named box that scrolls sideways by itself and takes the keyboard: {% scroller "Settings" %}…{% endscroller %}."""
    return format_html('<div class="app-scroller" role="region" aria-label="{}" tabindex="0">{}</div>', label, content)
