"""``{% csrf_token %}`` with the mark of whose page it is (core.kept_forms). A builtin of every template."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.frame.visitor import visitor_of
from core.kept_forms import MARK, mark_of

register = template.Library()


class MarkedTokenNode(CsrfTokenNode):
    def render(self, context: Any) -> SafeString | str:
        token = super().render(context)
        request = context.get("request")
        user = getattr(request, "user", None)
        if not token or request is None or user is None or not user.is_authenticated:
            return token
        mark = visitor_of(request).once(mark_of, user)  # signed once for all forms of a page
        return format_html('{}<input type="hidden" name="{}" value="{}">', token, MARK, mark)


@register.tag
def csrf_token(parser: Parser, token: Token) -> MarkedTokenNode:
    """Django's hidden field, and ours."""
    return MarkedTokenNode()
