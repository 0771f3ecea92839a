"""``{% csrf_token %}`` with the mark of whose page it is (core.kept_forms). A builtin of every template."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.kept_forms import MARK, mark_of

register = template.Library()


class MarkedTokenNode(CsrfTokenNode):
    def render(self, context: Any) -> SafeString | str:
        token = super().render(context)
        user = getattr(context.get("request"), "user", None)
        if not token or user is None or not user.is_authenticated:
            return token
        return format_html('{}<input type="hidden" name="{}" value="{}">', token, MARK, mark_of(user))


@register.tag
def csrf_token(parser: Parser, token: Token) -> MarkedTokenNode:
    """Django's hidden field, and ours."""
    return MarkedTokenNode()
