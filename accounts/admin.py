"""The admin of officers and managers: who has which role here, the people, the authority's own settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import selectors
from accounts.blocks import STEPS
from accounts.forms import EndRoleForm, GiveRoleForm
from accounts.models import Authority, PersonInvitation, RoleAppointment, User, holds_on
from accounts.permissions import Permission
from accounts.rules import STATE_NAMES, TRANSITIONS, AccountState, Mover, account_state
from accounts.services.appointments import end_appointment, withdraw_appointment
from accounts.services.authorities import change_authority
from accounts.services.people import (
    invite_person,
    is_too_old,
    send_invitation_again,
    take_back_person_invitation,
)
from accounts.services.roles import ROLE, appoint_to_role
from core.admin.bases import OfficerModelAdmin
from core.admin.ends import LAST_DAY
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.admin.inlines import OfficerTabularInline
from core.forms.numbers import whole_number
from core.wording import date_in_words, last_day_in_words

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


class OfPersonAdmin(OfficerModelAdmin):
    menu_group = _("People and roles")
    record_only = "no page gives a role of the team, nor adds a person without one"
    view_permission = Permission.VIEW_PEOPLE
    search_help_text = _("Name or email address")

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        return reverse("portal:person", args=[getattr(obj, "user_id", obj.pk)])


@admin.register(RoleAppointment)
class RoleAppointmentAdmin(OfPersonAdmin):
    menu_position = 2
    add_permission = change_permission = delete_permission = Permission.MANAGE_PEOPLE
    list_display = ("person", "email", "role", "starts_on", "ends_on", "held_today")
    list_filter = (RoleFilter, TimeFilter)
    list_select_related = ("user",)
    search_fields = ("user__full_name", "user__email")
    search_names = ("user__full_name",)
    error_fields = {"user": "email"}

    @admin.display(description=_("person"), ordering="user__full_name__in_order")
    def person(self, appointment: RoleAppointment) -> str:
        return str(appointment.user)

    @admin.display(description=_("email address"), ordering="user__email")
    def email(self, appointment: RoleAppointment) -> str:
        return appointment.user.email

    @admin.display(description=_("held today"))
    def held_today(self, appointment: RoleAppointment) -> str:
        today = timezone.localdate()
        held = appointment.starts_on <= today and (appointment.ends_on is None or appointment.ends_on > today)
        return gettext("Yes") if held else gettext("No")

    def get_fields(self, request: HttpRequest, obj: RoleAppointment | None = None) -> tuple[str, ...]:
        who = ("person", "email") if obj else ("email", "full_name")
        is_open = obj is not None and (obj.ends_on is None or obj.ends_on > timezone.localdate())
        takes = is_open and obj.user_id != request.user.pk and self.has_change_permission(request, obj)
        return (*who, "role", "starts_on", "ends_on", *(("at_once",) if takes else ()))

    def get_readonly_fields(
        self, request: HttpRequest, obj: RoleAppointment | None = None
    ) -> tuple[str, ...]:
        return ("person", "email", "role", "starts_on", "at_once") if obj else ()

    @admin.display(description=_("at once"))
    def at_once(self, appointment: RoleAppointment) -> str:
        url = reverse("accounts:take_away", args=[appointment.user_id, ROLE.kind.value, appointment.pk])
        return format_html('<a class="govuk-link" href="{}">{}</a>', url, _("Take away now"))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(
            request, obj, change=change, **{**kwargs, "form": EndRoleForm if obj else GiveRoleForm}
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """``?person=`` names somebody of this authority by the id, as the person's own page does."""
        number = whole_number(request.GET.get("person", ""))
        whom = selectors.name_and_address(number) if number is not None else {}
        return {"starts_on": timezone.localdate(), **super().get_changeform_initial_data(request), **whom}

    def create_through_service(self, request: HttpRequest, form: Any) -> RoleAppointment:
        data, at = form.cleaned_data, timezone.now()
        person = invite_person(email=data["email"], full_name=data["full_name"], by=request.user, at=at)
        dates = {"starts_on": data["starts_on"], "ends_on": data["ends_on"]}
        appointment = appoint_to_role(user=person, role=data["role"], by=request.user, **dates)
        if person.invited_to_id is not None:
            messages.success(request, added_person_in_words(person, at=at))
        return appointment

    def change_through_service(
        self, request: HttpRequest, obj: RoleAppointment, form: Any
    ) -> RoleAppointment:
        return end_appointment(ROLE, obj, ends_on=form.cleaned_data["ends_on"], by=request.user)

    def has_delete_permission(self, request: HttpRequest, obj: RoleAppointment | None = None) -> bool:
        """Taken back until the end of its first day, when it was given by mistake (A2)."""
        begun = obj is None or obj.starts_on < timezone.localdate()
        return not begun and super().has_delete_permission(request, obj)

    def delete_through_service(self, request: HttpRequest, obj: RoleAppointment) -> None:
        withdraw_appointment(ROLE, obj, today=timezone.localdate(), by=request.user)


class AddPersonForm(forms.ModelForm):
    """Somebody with an account elsewhere is added to this authority: the address need not be free."""

    class Meta:
        model = User
        fields = ("full_name", "email")

        help_texts: ClassVar[dict[str, Any]] = {
            "email": _(
                "An invitation goes to this address, unless the person belongs to this authority already."
                " They can sign in here once they have accepted."
            )
        }

    def _post_clean(self) -> None:
        """No account is built from the form, so none is checked for being the only one."""


def _state_of(person: Any) -> AccountState:
    """``person`` is of ``people_here_with_locks``."""
    facts = {"is_active": person.is_active, "is_merged": person.merged_here_into is not None}
    return account_state(
        locked_at=person.locked_here_at, claim_by=person.claim_by, at=timezone.now(), **facts
    )


class RolesOfPerson(OfficerTabularInline):
    model = RoleAppointment
    fk_name = "user"
    fields = readonly_fields = ("role", "starts_on", "last_day")
    view_permission = Permission.VIEW_PEOPLE
    verbose_name_plural = _("roles here")

    @admin.display(description=LAST_DAY)
    def last_day(self, role: RoleAppointment) -> str:
        return last_day_in_words(role.ends_on)


@admin.register(User)
class PersonAdmin(OfPersonAdmin):
    """People of this authority only. An account belongs to the person: a name is not changed from here.

    Who has not accepted stands under the name and the address that were typed here (A2).
    """

    menu_position = 1
    add_permission = Permission.MANAGE_PEOPLE
    list_display = ("full_name", "email", "account")
    actions = ("send_again", "take_back")
    ordering = ("full_name__in_order", "pk")
    search_fields = ("full_name", "email")
    search_names = ("full_name",)
    inlines = (RolesOfPerson,)
    form = AddPersonForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return selectors.people_here_with_locks().prefetch_related("invitations")

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """A manager takes steps, and nobody with the account that is their own (A2): to others none is
        offered.
        """
        if obj is None:
            return ("full_name", "email")
        may_act = obj.pk != request.user.pk and request.user.has_perm(Permission.MANAGE_PEOPLE)
        steps = ("steps",) if may_act else ()
        return ("full_name", "email", "account", *steps, "page")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        return ("account", "steps", "page") if obj else ()

    @admin.display(description=_("account"))
    def account(self, person: Any) -> str:
        """How the account stands here; of who has not accepted yet, how the invitation stands (A2)."""
        if person.invited_to_id is None:
            return gettext(STATE_NAMES[_state_of(person)])
        (invitation,) = person.invitations.all()
        if invitation.state != PersonInvitation.State.SENT:
            return str(invitation.get_state_display())
        if is_too_old(invitation, timezone.now()):
            return gettext("Invitation expired")
        return gettext("Invited on %(day)s") % {"day": date_in_words(timezone.localdate(invitation.sent_at))}

    @admin.display(description=_("what you can do"))
    def steps(self, person: Any) -> str:
        """Links to what a manager may do to the account as it stands (A2)."""
        if person.invited_to_id is not None:
            return gettext("Send the invitation again or take it back, from the list of people.")
        state = _state_of(person)
        links = [
            (reverse(f"accounts:{address}", args=[person.pk]), label)
            for step, (address, label) in STEPS.items()
            if Mover.MANAGER in TRANSITIONS[step].by and state in TRANSITIONS[step].before
        ]
        return format_html_join(" ", '<a class="govuk-link" href="{}">{}</a>', links) or "–"

    @admin.display(description=_("more"))
    def page(self, person: Any) -> str:
        url = reverse("portal:person", args=[person.pk])
        return format_html('<a class="govuk-link" href="{}">{}</a>', url, _("The person’s page"))

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        return self.inlines if obj else ()

    @admin.action(description=_("Send the invitation again"), permissions=["add"])
    def send_again(self, request: HttpRequest, people: QuerySet[User]) -> None:
        self._for_each(
            request, people, send_invitation_again, gettext("The invitation goes to %(person)s again.")
        )

    @admin.action(description=_("Take the invitation back"), permissions=["add"])
    def take_back(self, request: HttpRequest, people: QuerySet[User]) -> None:
        words = gettext("The invitation of %(person)s is taken back. Its link no longer works.")
        self._for_each(request, people, take_back_person_invitation, words)

    def _for_each(
        self, request: HttpRequest, people: QuerySet[User], service: Callable[..., Any], done: str
    ) -> None:
        for person in people:
            words = {"person": person}
            if person.invited_to_id is None:
                messages.error(request, gettext("%(person)s has accepted already.") % words)
                continue
            try:
                service(invitation_id=person.invitations.get().pk, by=request.user, at=timezone.now())
            except ValidationError as refusal:
                messages.error(request, f"{person}: {' '.join(refusal.messages)}")
            else:
                messages.success(request, done % words)

    def create_through_service(self, request: HttpRequest, form: Any) -> User:
        data, at = form.cleaned_data, timezone.now()
        person = invite_person(email=data["email"], full_name=data["full_name"], by=request.user, at=at)
        request.added_person_in_words = added_person_in_words(person, at=at)  # type: ignore[attr-defined]
        return person

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Adding means inviting: the message says whether an email goes out."""
        messages.success(request, request.added_person_in_words)  # type: ignore[attr-defined]
        if "_addanother" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        return self.response_post_save_add(request, obj)


def added_person_in_words(person: User, *, at: datetime) -> str:
    """What came of adding somebody: the invitation sent at ``at``, or why none was."""
    if person.invited_to_id is None:
        return gettext("%(person)s is here already. No invitation was sent.") % {"person": person}
    invitation = PersonInvitation.objects.filter(user=person).latest("pk")
    if invitation.sent_at == at:
        return gettext("An invitation goes to %(email)s.") % {"email": invitation.email}
    return gettext(
        "%(person)s was invited on %(day)s and has not answered yet. No other invitation was sent:"
        " send it again from this list."
    ) % {"person": person, "day": date_in_words(timezone.localdate(invitation.sent_at))}


@admin.register(Authority)
class AuthorityAdmin(OfficerModelAdmin):
    """The settings of the authority in the address; there is no list of others."""

    menu_position = 72
    record_only = "the authority's own settings have no page"
    menu_group = menu_name = _("This authority")
    view_permission = change_permission = Permission.CHANGE_AUTHORITY
    readonly_fields = ("slug",)
    fieldsets = (
        (None, {"fields": ("name", "slug", "team_name", "brand_colour", "website")}),
        (_("How to reach the team"), {"fields": ("contact_email", "contact_phone", "postal_address")}),
        (_("Public page"), {"fields": ("public_page", "joining_words"), "description": PUBLIC_PAGE_WARNING}),
        (_("Signing in"), {"fields": ("second_factor_for_all",)}),
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
