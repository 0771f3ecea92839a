"""The checks of the money (S8): each with what it found last; whoever makes runs can run them now."""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import ConfirmPage
from supplement.selectors import checks as selectors
from supplement.services.checking import check_money


class MoneyChecks(ConfirmPage):
    permission = Permission.VIEW_RUNS
    template_name = "supplement/money_checks.html"
    title = _("Checks of the money")
    submit_label = _("Check now")
    success_message = _("Checked.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = selectors.newest_check()
        context = {
            "newest": newest,
            "checks": selectors.checks_shown(newest),
            "may_check": self.allows(Permission.MAKE_RUNS),
        }
        return super().get_context_data(**(context | kwargs))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.require(Permission.MAKE_RUNS)
        return super().post(request, *args, **kwargs)

    def save(self, form: Any) -> None:
        check_money(at=timezone.now(), by=self.visitor.user)

    def get_success_url(self) -> str:
        return reverse("supplement:money_checks")
