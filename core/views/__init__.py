"""Bases of the pages, and the pages of errors."""

from core.views.errors import bad_request, csrf_failure, error_page, forbidden, not_found, server_error, too_large
from core.views.pages import ConfirmPage, Crumb, FormPage, Page, found_or_404, sign_in_first

__all__ = [
    "ConfirmPage",
    "Crumb",
    "FormPage",
    "Page",
    "bad_request",
    "csrf_failure",
    "error_page",
    "forbidden",
    "found_or_404",
    "not_found",
    "server_error",
    "sign_in_first",
    "too_large",
]
