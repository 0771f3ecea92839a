"""What officers see of a collaboration itself. The memberships app registers it, with the members."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import services
from collaborations.models import Collaboration
from core.admin.bases import FieldChoicesFilter, FixedChoicesFilter, OfficerModelAdmin
from core.forms.numbers import whole_number
from providers.selectors import districts

FIELDS = ("name", "kind", "district", "is_virtual", "purpose", "started_on")


class KindFilter(FieldChoicesFilter):
    title = _("kind")
    parameter_name = field = "kind"


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


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
    fields = (*FIELDS, "state")
    readonly_fields = ("state",)
    choosable: ClassVar[Mapping[str, Callable[[HttpRequest], Any]]] = {"district": lambda request: districts()}

    def create_through_service(self, request: HttpRequest, form: Any) -> Collaboration:
        return services.start_collaboration(**{name: form.cleaned_data[name] for name in FIELDS}, by=request.user)

    def change_through_service(self, request: HttpRequest, obj: Collaboration, form: Any) -> Collaboration:
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        return services.change_collaboration(collaboration=obj, changes=changes, by=request.user)
