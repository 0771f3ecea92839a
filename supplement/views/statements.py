"""Statements (S11): each collaboration's of a run, as a page and as a PDF; all of a run, to print and to
send.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.pdf import PdfUnavailable
from core.views import ConfirmPage
from documents.views.mixins import as_download
from supplement.selectors import payments
from supplement.selectors import statements as selectors
from supplement.services import statements as services
from supplement.views.runs import OfRun
from supplement.views.working import GroupWorking


class GroupStatement(GroupWorking):
    """For the group: its leaders read all of it, other members their own lines and what is of everybody."""

    template_name = "supplement/statement.html"

    def get_title(self) -> str:
        return gettext("Statement for %(period)s") % {"period": self.run.period}

    @cached_property
    def statement(self) -> selectors.Statement:
        return selectors.statement_of(self.run, self.row, only=self.only())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"statement": self.statement, "may_print": self.only() is None}
        return super().get_context_data(**(context | kwargs))


class StatementPdf(GroupStatement):
    """The same as a PDF, for whoever reads all of it."""

    template_name = "supplement/no_statement.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.row  # noqa: B018  404 before anything else is asked
        if self.only() is not None:
            raise PermissionDenied
        try:
            file = services.open_statement_pdf(
                run=self.run, statement=self.statement, by=self.visitor.user, at=timezone.now()
            )
        except PdfUnavailable as problem:
            context = self.get_context_data(problem=str(problem))
            return self.render_to_response(context, status=503)
        return as_download(file)


class Statements(OfRun, ConfirmPage):
    """Every statement of a run, to print; and the emails that say they are there."""

    permission = Permission.VIEW_RUNS
    template_name = "supplement/statements.html"
    title = _("Statements")
    submit_label = _("Send them")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_approved = payments.is_approved(self.run)
        context = {
            "rows": selectors.groups_of(self.run) if is_approved else [],
            "may_send": is_approved and self.allows(Permission.MAKE_RUNS),
        }
        return super().get_context_data(**(context | kwargs))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.require(Permission.MAKE_RUNS)
        return super().post(request, *args, **kwargs)

    def save(self, form: Any) -> None:
        number = services.send_statements(run_id=self.run.pk, by=self.visitor.user, at=timezone.now())
        words = ngettext("%(number)d email is sent.", "%(number)d emails are sent.", number)
        messages.success(self.request, words % {"number": number})

    def get_success_url(self) -> str:
        return self.page_address("statements")
