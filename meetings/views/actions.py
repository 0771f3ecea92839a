"""Actions of a group (G5): the list of all, who carries how much, and recording them at a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame import actions as listed
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, SeenPage, found_or_404
from core.wording import date_in_words
from meetings.charts import bars_of
from meetings.forms.actions import MeetingActionForm
from meetings.rules.actions import Action, is_shared, loads
from meetings.selectors import actions as selectors
from meetings.selectors import agenda
from meetings.services import actions as services
from meetings.tables.actions import ActionsTable, AllActionsTable
from meetings.views.bases import FormOfMeeting, OfMeetings
from memberships.forms.mixins import ActionDoneForm, NewDayForm
from memberships.selectors.doing import done_by
from memberships.selectors.members import members_of
from memberships.views.mixins import NamesWhoDoes

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.actions import MeetingAction
    from meetings.models.agenda import AgendaItem

LIST = _("Actions")
#: In the address of a form that was opened where minutes are written.
FROM_MINUTES = "minutes"


class OfActions(OfMeetings):
    """A page of the group's actions."""

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(LIST, reverse("meetings:actions", args=[self.collaboration.pk])),
        )


class Actions(OfMeetings, ListPage):
    """What the group's meetings and its plan gave settings to do, overdue first; above it what is for the
    reader.
    """

    title = LIST
    things = _("actions")
    template_name = "meetings/actions/list.html"
    table_class = ActionsTable
    export = "actions"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No meeting and no plan has given anybody something to do yet. Whoever runs a meeting records actions on"
        " its page."
    )

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}

    def own(self) -> list[dict[str, Any]]:
        """The open actions that are for the reader to do, overdue first."""
        on = self.visitor.on
        rows = listed.actions(on=on, group_id=self.collaboration.pk)
        mine = rows.filter(done_by(self.request.user, on=on), done_on__isnull=True)
        return [
            {
                **row,
                "page_url": listed.source_of(row).page(row),
                "finish_url": listed.source_of(row).finish(row),
                "postpone_url": listed.source_of(row).postpone(row),
            }
            for row in mine
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"own": self.own(), "today": self.visitor.on, **kwargs})


class FairShare(OfActions):
    """Who carries how much against an equal share."""

    template_name = "meetings/actions/share.html"
    title = _("Who carries how much")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = self.visitor.on
        members = {row.provider_id: row.provider for row in members_of(self.collaboration, on=on)}
        rows = [
            Action(number, row["owner_id"], row["due_on"], row["done_on"])
            for number, row in enumerate(listed.actions(on=on, group_id=self.collaboration.pk))
            if row["owner_id"] is not None
        ]
        made = loads(rows, members, on=on)
        page = reverse("meetings:actions", args=[self.collaboration.pk])
        context = {
            "loads": [{"load": load, "setting": members[load.setting]} for load in made],
            "chart": bars_of(made, {pk: str(setting) for pk, setting in members.items()}, page),
            "words": is_shared(made).in_words(gettext),
            "has_any": any(load.all for load in made),
        }
        return super().get_context_data(**(context | kwargs))


class AllActions(ListPage):
    """The actions of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Actions of groups")
    things = _("actions")
    table_class = AllActionsTable
    export = "actions"
    export_permission = Permission.EXPORT
    empty_text = _("No meeting and no development plan has given anybody something to do yet.")


class RecordsActions(FormOfMeeting):
    """For those who run the group, officers, and whoever chairs the meeting. From the minutes, back to them."""

    def place(self) -> str:
        """Where the action stands on the page that it was opened from."""
        return "#actions"

    def get_success_url(self) -> str:
        if FROM_MINUTES in self.request.GET and self.may_run():
            return self.address("write_minutes")
        return f"{self.address()}{self.place()}"

    def get_cancel_url(self) -> str:
        return self.get_success_url()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.permission_object()
            if not (self.may_run() or self.meeting.chaired_by_id == request.user.pk):
                raise PermissionDenied(
                    _("The people who run the group do this, and whoever chairs the meeting.")
                )
        return super().dispatch(request, *args, **kwargs)


class WritesAction(NamesWhoDoes, RecordsActions):
    form_class = MeetingActionForm

    @cached_property
    def items(self) -> list[AgendaItem]:
        return list(agenda.items_of(self.meeting))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "items": self.items}

    def given(self, form: MeetingActionForm) -> dict[str, Any]:
        data = form.cleaned_data
        item = next((item for item in self.items if item.pk == data["item"]), None)
        facts = {"what": data["what"], "due_on": data["due_on"], "item": item}
        return {**facts, **self.who(form), "by": self.request.user, "at": timezone.now()}


class AddAction(WritesAction):
    title = _("Record an action")
    submit_label = _("Record it")
    success_message = _("The action is recorded. Whoever does it hears of it by email.")

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.kwargs["item"]:  # 0: under no item
            found_or_404(agenda.item_in(self.meeting, self.kwargs["item"]))
        return about

    def get_initial(self) -> dict[str, Any]:
        return {"item": self.kwargs["item"] or None}

    def place(self) -> str:
        return f"#item-{self.kwargs['item']}" if self.kwargs["item"] else "#actions"

    def save(self, form: MeetingActionForm) -> None:
        services.add_action(meeting_id=self.meeting.pk, **self.given(form))


class OfAction(FormOfMeeting):
    """A form about one action of the meeting."""

    @cached_property
    def action(self) -> MeetingAction:
        return found_or_404(selectors.action_in(self.meeting, self.kwargs["action"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.action  # noqa: B018
        return about


class ChangeAction(OfAction, WritesAction, SeenPage):
    """What was agreed is written anew: the minutes say so too."""

    title = _("Change the action of the meeting")
    success_message = _("The change is saved.")

    def place(self) -> str:
        return f"#action-{self.kwargs['action']}"

    def action_written(self) -> MeetingAction:
        return self.action

    def mark(self) -> str:
        return selectors.edition_of_action(self.action)

    def stored(self) -> Said:
        row, labels = self.action, MeetingActionForm.base_fields
        shown = {
            "what": row.what,
            "owner": row.owner or gettext("Nobody yet"),
            "person": row.person or gettext("Nobody by name"),
            "due_on": date_in_words(row.due_on),
            "item": row.item or gettext("No item"),
            "done_on": date_in_words(row.done_on),
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.action

    def get_initial(self) -> dict[str, Any]:
        row = self.action
        facts = {name: getattr(row, name) for name in ("what", "due_on", "done_on")}
        whose = {"owner": row.owner_id, "person": row.person_id, "item": row.item_id}
        return {**super().get_initial(), **facts, **whose}

    def save(self, form: MeetingActionForm) -> None:
        more = {"done_on": form.cleaned_data.get("done_on"), "seen": form.cleaned_data["seen"]}
        services.change_action(action_id=self.action.pk, **self.given(form), **more)


class OfOwnAction(OfAction):
    """For who does it, who runs the group, officers, and whoever chairs the meeting."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.permission_object()
            does_it = selectors.answers_for(request.user, self.action, on=timezone.localdate())
            chairs = self.meeting.chaired_by_id == request.user.pk
            if not (does_it or chairs or self.may_run()):
                raise PermissionDenied(_("Whoever does it says so, or the people who run the group."))
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("meetings:actions", args=[self.collaboration.pk])


class FinishAction(OfOwnAction):
    """Done, with the day and a word; the button on home and on the list sends today."""

    form_class = ActionDoneForm
    submit_label = _("Record it")
    success_message = _("It is recorded as done.")

    def get_title(self) -> str:
        return gettext("Done: %(what)s") % {"what": self.action.what}

    def get_initial(self) -> dict[str, Any]:
        return {"done_on": timezone.localdate()}

    def save(self, form: ActionDoneForm) -> None:
        services.finish_action(
            action_id=self.action.pk, **form.cleaned_data, at=timezone.now(), by=self.request.user
        )


class PostponeAction(OfOwnAction):
    """Not yet: a new day."""

    form_class = NewDayForm
    submit_label = _("Save the new day")
    success_message = _("The new day is saved. Whoever leads the group sees it in the list.")

    def get_title(self) -> str:
        return gettext("Not yet: %(what)s") % {"what": self.action.what}

    def get_initial(self) -> dict[str, Any]:
        return {"due_on": self.action.due_on}

    def save(self, form: NewDayForm) -> None:
        services.postpone_action(
            action_id=self.action.pk,
            due_on=form.cleaned_data["due_on"],
            at=timezone.now(),
            by=self.request.user,
        )


class RemoveAction(OfAction, RecordsActions, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it out")
    success_message = _("The action is taken out.")
    explanation = _("Take out what was recorded by mistake. What was done is better recorded as done.")

    def get_title(self) -> str:
        return gettext("Take “%(what)s” out?") % {"what": self.action.what}

    def save(self, form: Any) -> None:
        services.remove_action(action_id=self.action.pk, by=self.request.user)
