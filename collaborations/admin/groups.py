"""What officers see of a collaboration itself. The memberships app registers it, with the members."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import services
from collaborations.models import Collaboration
from collaborations.rules import STARTS
from collaborations.selectors import in_state, state_choices
from core.admin.bases import FieldChoicesFilter, FixedChoicesFilter, OfficerModelAdmin
from core.forms.numbers import whole_number
from providers.selectors import districts

FIELDS = ("name", "kind", "district", "is_virtual", "purpose", "started_on")
ENQUIRY = ("asked_by", "enquiry")
#: How it begins: said once, when it is recorded. Later it moves on its own page (C1).
BEGINNING = ("state", "terms_adopted_on")


class KindFilter(FieldChoicesFilter):
    title = _("kind")
    parameter_name = field = "kind"


class StateFilter(FixedChoicesFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return state_choices()

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        wanted = self.value()
        return in_state(queryset, wanted) if wanted in dict(state_choices()) else queryset


class DistrictFilter(FixedChoicesFilter):
    title = _("district")
    parameter_name = "district"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(district.pk), district.name) for district in districts()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        wanted = whole_number(self.value())
        return queryset if wanted is None else queryset.filter(district=wanted)


class CollaborationAdmin(OfficerModelAdmin):
    menu_position = 20
    view_permission = Permission.VIEW_COLLABORATIONS
    add_permission = Permission.ADD_COLLABORATIONS
    change_permission = Permission.CHANGE_COLLABORATIONS
    list_filter = (DistrictFilter, KindFilter, StateFilter)
    list_select_related = ("district",)
    search_fields = ("name",)
    search_help_text = _("Name")
    choosable: ClassVar[Mapping[str, Callable[[HttpRequest], Any]]] = {"district": lambda request: districts()}

    def get_fields(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        return (*FIELDS, *BEGINNING, *ENQUIRY)

    def get_readonly_fields(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        return BEGINNING if obj else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        first = {"started_on": timezone.localdate(), "state": Collaboration.State.ENQUIRY}
        return {**first, **super().get_changeform_initial_data(request)}

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "state":
            kwargs["choices"] = [(value, label) for value, label in Collaboration.State.choices if value in STARTS]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def create_through_service(self, request: HttpRequest, form: Any) -> Collaboration:
        given = {name: form.cleaned_data[name] for name in (*FIELDS, *BEGINNING, *ENQUIRY)}
        return services.start_collaboration(**given, by=request.user, at=timezone.now())

    def change_through_service(self, request: HttpRequest, obj: Collaboration, form: Any) -> Collaboration:
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        return services.change_collaboration(collaboration=obj, changes=changes, by=request.user)
