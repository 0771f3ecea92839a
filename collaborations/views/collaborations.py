"""The list of collaborations, the page of one, and the pages that start one and change its details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import services
from collaborations.forms.pages import CollaborationForm, EnquiryForm, StartForm
from collaborations.rules import State
from collaborations.tables import STATE_COLOURS, CollaborationsTable
from collaborations.views.mixins import FormOfCollaboration, OfCollaboration, way_to
from core.frame.blocks import Column, blocks_for, facts_for
from core.frame.lines import Line, first_of, lines_of_groups, lines_of_settings
from core.frame.sections import Section
from core.tables.pages import ListPage
from core.views import Crumb, FormPage
from portal.selectors.home import ShownLine, shown
from portal.selectors.own import own_settings

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from providers.models import Provider

#: So many lines of what is to do stand open; the others are folded below them.
MAX_LINES = 3


class Collaborations(ListPage):
    """Every collaboration, for officers and for those who read everything."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Collaborations")
    template_name = "collaborations/collaborations.html"
    thing, things = _("collaboration"), _("collaborations")
    table_class = CollaborationsTable
    export = "collaborations"
    export_permission = Permission.EXPORT
    empty_text = _("There are no collaborations yet.")
    shown_as: ClassVar[str] = "list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_start = self.allows(Permission.ADD_COLLABORATIONS)
        start = {"start_url": reverse("collaborations:start")} if may_start else {}
        empty = (
            {"empty_url": start["start_url"], "empty_action": _("Start the first one")} if may_start else {}
        )
        context = {"ways": self.ways(), **self.with_all_of_them()}
        return super().get_context_data(**{**context, **start, **empty, **kwargs})

    def with_all_of_them(self) -> dict[str, str]:
        """What can be done with all that the filters leave: where it is shown first and then done."""
        pages = {
            "write_url": ("support:write_message", Permission.SEND_MESSAGES),
            "move_url": ("support:move_to_district", Permission.CHANGE_COLLABORATIONS),
        }
        return {
            name: reverse(page) + self.address()
            for name, (page, permission) in pages.items()
            if self.allows(permission)
        }

    def ways(self) -> list[tuple[Any, str, bool]]:
        """The other ways to look at the same collaborations, with the same filters."""
        names = (("list", _("List")), ("map", _("Districts")))
        return [
            (label, reverse(f"collaborations:{name}") + self.address(), name == self.shown_as)
            for name, label in names
        ]


class CollaborationPage(OfCollaboration):
    """The one page of a collaboration: for officers, for who reads everything, for its leaders and members.

    Its parts are contributed by the apps that they are about (``core.frame.blocks``), each to whom it may
    concern. To others the page does not exist. Nothing here, for anybody, depends on a leadership case (O6).
    """

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "collaborations/collaboration.html"

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        return self.collaboration

    def get_title(self) -> str:
        return self.collaboration.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = [self.collaboration]
        self.visitor.looks_at(groups=group, settings=self.own_settings, section=Section.COLLABORATION)
        drawn = blocks_for(Section.COLLABORATION, self.visitor, self.collaboration)
        first, others = self.lines()
        context = {
            "columns": {
                column.value: [block for block in drawn if block.column is column] for column in Column
            },
            "facts": facts_for(Section.COLLABORATION, self.visitor, self.collaboration),
            "lines": first,
            "more_lines": others,
            "lines_total": len(first) + len(others),
            "lines_heading": self.lines_heading(),
            "colour": STATE_COLOURS[State(self.collaboration.state)],
            "today": self.visitor.on,
            "may_change": self.allows(Permission.CHANGE_COLLABORATIONS),
            "runs_it": self.runs_it,
        }
        return super().get_context_data(**(context | kwargs))

    @cached_property
    def runs_it(self) -> bool:
        return self.allows(Permission.RUN_COLLABORATION, self.collaboration)

    def lines(self) -> tuple[list[ShownLine], list[ShownLine]]:
        """What is to do here, the first three and the others: for who runs the group and for officers what
        the group needs, for other members what their own settings owe in it.
        """
        found: list[Line] = []
        if self.runs_it or self.allows(Permission.CHANGE_COLLABORATIONS):
            found = lines_of_groups(self.visitor, [self.collaboration])
        elif not self.allows(Permission.VIEW_COLLABORATIONS):
            found = [
                line
                for line in lines_of_settings(self.visitor, self.own_settings)
                if line.section is Section.COLLABORATION and line.about_id == self.collaboration.pk
            ]
        on = self.visitor.on
        first, others = (
            [shown(replace(line, about=""), on, several_settings=len(self.own_settings) > 1) for line in part]
            for part in first_of(found, MAX_LINES, on=on)
        )
        return first, others

    @cached_property
    def own_settings(self) -> list[Provider]:
        """The settings that the reader manages; none of whoever reads every collaboration."""
        if self.allows(Permission.VIEW_COLLABORATIONS):
            return []
        settings = self.visitor.once(own_settings, user=self.request.user, on=self.visitor.on)
        return [setting for setting in settings if setting.is_managed]  # type: ignore[attr-defined]

    def lines_heading(self) -> Any:
        if self.runs_it:
            return _("Do next")
        return (
            _("What this group needs") if self.allows(Permission.VIEW_COLLABORATIONS) else _("For you to do")
        )


class StartCollaboration(FormPage):
    permission = Permission.ADD_COLLABORATIONS
    title = _("Start a collaboration")
    form_class = StartForm
    submit_label = _("Start the collaboration")
    cancel_url = "collaborations:list"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_initial(self) -> dict[str, Any]:
        return {"started_on": timezone.localdate()}

    def save(self, form: StartForm) -> HttpResponseBase:
        collaboration = services.start_collaboration(
            **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, gettext("%(name)s is recorded.") % {"name": collaboration})
        page = "life" if form.cleaned_data["state"] == StartForm.ENQUIRY else "detail"
        return HttpResponseRedirect(reverse(f"collaborations:{page}", args=[collaboration.pk]))


class ChangeCollaboration(FormOfCollaboration):
    permission = Permission.CHANGE_COLLABORATIONS
    title = _("Change the details")
    form_class = CollaborationForm
    success_message = _("The details are saved.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return way_to(self.collaboration, sees_all=True)

    def get_form(self) -> CollaborationForm:
        """Who asked is put right here too, while there is something to put right."""
        form_class = EnquiryForm if self.collaboration.enquiry else CollaborationForm
        names = form_class.base_fields.keys() - {"is_another"}
        initial = {name: getattr(self.collaboration, name) for name in names}
        return form_class(**(self.get_form_kwargs() | {"initial": initial}))

    def save(self, form: CollaborationForm) -> None:
        changes = dict(form.cleaned_data)
        is_another = changes.pop("is_another", False)
        services.change_collaboration(
            collaboration=self.collaboration, changes=changes, is_another=is_another, by=self.request.user
        )
