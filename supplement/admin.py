"""The supplement as officers look it up, read-only: everything is done on its pages, to which each record leads."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter
from core.money import pounds
from supplement.models.answers import PaymentAnswers
from supplement.models.checks import MoneyCheck
from supplement.models.consultation import SchemeConsultation
from supplement.models.payments import Payment
from supplement.models.schemes import Scheme
from supplement.selectors import answers, checks, consultation, payments, schemes


class SchemeStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Scheme)
class SchemeAdmin(OfficerModelAdmin):
    """Read-only: what a scheme says stands on its page."""

    menu_position = 60
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_SUPPLEMENT
    add_permission = Permission.WRITE_SCHEME
    page_add = "supplement:begin"
    list_display = ("name", "version", "starts_on", "ends_on", "state", "approved_by", "approved_at")
    list_filter = (SchemeStateFilter,)
    ordering = ("-starts_on", "-version")
    fields = (
        *("name", "version", "starts_on", "ends_on", "legal_basis", "funding_source", "state"),
        *("began_from", "started_by", "started_at", "approved_by", "approved_at", "replaced_at"),
    )
    readonly_fields = fields
    export_identifier = "schemes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scheme]:
        return schemes.schemes()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("state",) if request.GET.get(name)}

    def page_of(self, request: HttpRequest, obj: Scheme) -> str:
        return reverse("supplement:scheme", args=[obj.pk])


@admin.register(SchemeConsultation)
class SchemeConsultationAdmin(OfficerModelAdmin):
    """Read-only: the answers stand on the page of the consultation."""

    menu_position = 61
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_SUPPLEMENT
    list_display = ("scheme", "until_on", "asked_by", "asked_at", "groups", "changes_at")
    fields = (
        *("scheme", "asked", "until_on", "asked_by", "asked_at", "groups"),
        *("changes", "changes_by", "changes_at"),
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[SchemeConsultation]:
        return consultation.consultations()

    def page_of(self, request: HttpRequest, obj: SchemeConsultation) -> str:
        return reverse("supplement:consultation", args=[obj.scheme_id])


class PaymentStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Payment)
class PaymentAdmin(OfficerModelAdmin):
    """Read-only: it is recorded as paid or failed on the page of its run."""

    menu_position = 62
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_RUNS
    list_display = ("run", "collaboration", "payee", "pay_on", "amount", "state", "paid_on")
    list_filter = (PaymentStateFilter,)
    ordering = ("-pay_on", "-pk")
    search_fields = ("collaboration__name", "payee__name", "reference", "finance_reference")
    fields = (
        *("run", "claim", "collaboration", "payee", "reference", "pay_on", "amount", "state", "file"),
        *("paid_on", "finance_reference", "failed_words", "answered_by", "answered_at"),
    )
    readonly_fields = fields

    @admin.display(description=_("sum"), ordering="pence")
    def amount(self, row: Payment) -> str:
        return pounds(row.pence)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Payment]:
        return payments.payments()

    def page_of(self, request: HttpRequest, obj: Payment) -> str:
        return reverse("supplement:mark_payment", args=[obj.run_id, obj.pk])


@admin.register(PaymentAnswers)
class PaymentAnswersAdmin(OfficerModelAdmin):
    """Read-only: its lines stand on the page of the answer."""

    menu_position = 63
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_RUNS
    list_display = ("name", "run", "uploaded_by", "uploaded_at", "applied_by", "applied_at")
    ordering = ("-uploaded_at", "-pk")
    fields = ("run", "name", "digest", "uploaded_by", "uploaded_at", "applied_by", "applied_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[PaymentAnswers]:
        return answers.answers()

    def page_of(self, request: HttpRequest, obj: PaymentAnswers) -> str:
        return reverse("supplement:run_payments", args=[obj.run_id])


@admin.register(MoneyCheck)
class MoneyCheckAdmin(OfficerModelAdmin):
    """Read-only: what the newest found stands on the page of the checks."""

    menu_position = 64
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_RUNS
    list_display = ("at", "checks", "failed", "by")
    ordering = ("-at", "-pk")
    fields = list_display
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[MoneyCheck]:
        return checks.checks()

    def page_of(self, request: HttpRequest, obj: MoneyCheck) -> str:
        return reverse("supplement:money_checks")
