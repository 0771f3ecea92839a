"""The admin of officers and managers: who has which role here, the
people of this authority, the authority's own settings.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import selectors
from accounts.models import Authority, RoleAppointment, User, holds_on
from accounts.permissions import Permission
from accounts.services.appointments import end_appointment
from accounts.services.authorities import change_authority
from accounts.services.people import register_person
from accounts.services.roles import ROLE, appoint_to_role
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.admin.inlines import OfficerTabularInline
from core.forms.fields import LineField

PUBLIC_PAGE_WARNING = _(
    "Switched on, anybody on the internet reads the page: the collaborations that are running with their"
    " purpose and member settings, how to join, and free places. Childminders and others who work at home are"
    " left out unless they have agreed, and their addresses are never shown. Read the purposes of your"
    " collaborations first: the page shows them as they are written."
)


class RoleFilter(FieldChoicesFilter):
    title = _("role")
    parameter_name = field = "role"


class TimeFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("held today"), lambda roles: roles.filter(holds_on(timezone.localdate()))),
        ("later", _("begins later"), lambda roles: roles.filter(starts_on__gt=timezone.localdate())),
        ("ended", _("ended"), lambda roles: roles.filter(ends_on__lte=timezone.localdate())),
    )


class GiveRoleForm(forms.ModelForm):
    """A role for somebody named by e-mail address; who is new here is added with it."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("The person signs in with it."))
    full_name = LineField(
        label=_("Full name"),
        max_length=150,
        required=False,
        help_text=_("Needed for somebody who has no account yet."),
    )

    class Meta:
        model = RoleAppointment
        fields = ("role", "starts_on", "ends_on")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        email = self.cleaned_data.get("email", "").strip().lower()
        if (
            email
            and not self.cleaned_data.get("full_name", "").strip()
            and not User.objects.filter(email=email).exists()
        ):
            self.add_error(
                "full_name", _("Enter the full name: nobody has an account with this address yet.")
            )
        _ends_after_start(self)
        return cleaned


class EndRoleForm(forms.ModelForm):
    """Only the end of a role can be changed: another role is another row."""

    class Meta:
        model = RoleAppointment
        fields = ("ends_on",)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if "ends_on" in self.cleaned_data and self.cleaned_data["ends_on"] is None:
            self.add_error("ends_on", _("Enter the first day without the role."))
        _ends_after_start(self)
        return cleaned


def _ends_after_start(form: forms.ModelForm) -> None:
    starts_on = form.cleaned_data.get("starts_on", form.instance.starts_on)
    ends_on = form.cleaned_data.get("ends_on")
    if starts_on and ends_on and ends_on <= starts_on:
        form.add_error("ends_on", _("The end must be after the first day."))


@admin.register(RoleAppointment)
class RoleAppointmentAdmin(OfficerModelAdmin):
    menu_position = 71
    view_permission = Permission.VIEW_PEOPLE
    add_permission = change_permission = Permission.MANAGE_PEOPLE
    list_display = ("person", "email", "role", "starts_on", "ends_on", "held_today")
    list_filter = (RoleFilter, TimeFilter)
    list_select_related = ("user",)
    search_fields = ("user__full_name", "user__email")
    search_help_text = _("Name or e-mail address")
    error_fields = {"user": "email"}

    @admin.display(description=_("person"), ordering="user__full_name__in_order")
    def person(self, appointment: RoleAppointment) -> str:
        return str(appointment.user)

    @admin.display(description=_("e-mail address"), ordering="user__email")
    def email(self, appointment: RoleAppointment) -> str:
        return appointment.user.email

    @admin.display(description=_("held today"))
    def held_today(self, appointment: RoleAppointment) -> str:
        today = timezone.localdate()
        held = appointment.starts_on <= today and (appointment.ends_on is None or appointment.ends_on > today)
        return gettext("Yes") if held else gettext("No")

    def get_fields(self, request: HttpRequest, obj: RoleAppointment | None = None) -> tuple[str, ...]:
        return (*(("person", "email") if obj else ("email", "full_name")), "role", "starts_on", "ends_on")

    def get_readonly_fields(
        self, request: HttpRequest, obj: RoleAppointment | None = None
    ) -> tuple[str, ...]:
        return ("person", "email", "role", "starts_on") if obj else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(
            request, obj, change=change, **{**kwargs, "form": EndRoleForm if obj else GiveRoleForm}
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"starts_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> RoleAppointment:
        data = form.cleaned_data
        person = register_person(email=data["email"], full_name=data["full_name"], by=request.user)
        return appoint_to_role(
            user=person,
            role=data["role"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            by=request.user,
        )

    def change_through_service(
        self, request: HttpRequest, obj: RoleAppointment, form: Any
    ) -> RoleAppointment:
        return end_appointment(ROLE, obj, ends_on=form.cleaned_data["ends_on"], by=request.user)


class AddPersonForm(forms.ModelForm):
    """Somebody with an account elsewhere is added to this authority: the address need not be free."""

    class Meta:
        model = User
        fields = ("full_name", "email")

    def _post_clean(self) -> None:
        """No account is built from the form, so none is checked for being the only one."""


class RolesOfPerson(OfficerTabularInline):
    model = RoleAppointment
    fk_name = "user"
    fields = ("role", "starts_on", "ends_on")
    view_permission = Permission.VIEW_PEOPLE
    verbose_name_plural = _("roles here")


@admin.register(User)
class PersonAdmin(OfficerModelAdmin):
    """People of this authority only. An account belongs to the person: a name is not changed from here."""

    menu_position = 70
    view_permission = Permission.VIEW_PEOPLE
    add_permission = Permission.MANAGE_PEOPLE
    list_display = ("full_name", "email", "is_active")
    fields = ("full_name", "email")
    ordering = ("full_name__in_order", "pk")
    search_fields = ("full_name", "email")
    search_help_text = _("Name or e-mail address")
    inlines = (RolesOfPerson,)
    form = AddPersonForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return selectors.people_here()

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        return self.inlines if obj else ()

    def create_through_service(self, request: HttpRequest, form: Any) -> User:
        data = form.cleaned_data
        return register_person(email=data["email"], full_name=data["full_name"], by=request.user)


@admin.register(Authority)
class AuthorityAdmin(OfficerModelAdmin):
    """The settings of the authority in the address; there is no list of others."""

    menu_position = 72
    menu_name = _("this authority")
    view_permission = change_permission = Permission.CHANGE_AUTHORITY
    readonly_fields = ("slug",)
    fieldsets = (
        (None, {"fields": ("name", "slug", "team_name", "brand_colour", "website")}),
        (_("How to reach the team"), {"fields": ("contact_email", "contact_phone", "postal_address")}),
        (_("Public page"), {"fields": ("public_page", "joining_words"), "description": PUBLIC_PAGE_WARNING}),
        (_("Accessibility and privacy"), {"fields": (
            "accessibility_email", "accessibility_tested_on", "data_protection_email", "privacy_notice_url",
        )}),
        (_("Where a concern about a child goes"), {"fields": (
            "social_care_phone", "out_of_hours_phone", "designated_officer_phone", "safeguarding_url",
        )}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Authority | None = None) -> Any:
        """Beside the switch stands the page itself, once there is one."""
        if obj is None or not obj.public_page:
            return self.fieldsets
        link = format_html(
            '{} <a class="govuk-link" href="{}">{}</a>',
            PUBLIC_PAGE_WARNING,
            reverse("portal:public_page"),
            _("See the public page"),
        )
        return [
            (title, {**options, "description": link} if "public_page" in options["fields"] else options)
            for title, options in self.fieldsets
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Authority]:
        return Authority.objects.filter(pk=request.authority.pk)  # type: ignore[attr-defined]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(reverse("admin:accounts_authority_change", args=[request.authority.pk]))  # type: ignore[attr-defined]

    def change_through_service(self, request: HttpRequest, obj: Authority, form: Any) -> Authority:
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        return change_authority(authority=obj, by=request.user, changes=changes)
