"""Lists of visits and of training: those of one group, and those of all for the team."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from meetings.tables.visits import AllTrainingTable, AllVisitsTable, TrainingTable, VisitsTable
from meetings.views.visits import OfVisits


class VisitsList(OfVisits, ListPage):
    title = _("All visits")
    things = _("visits")
    table_class = VisitsTable
    export = "peer_visits"
    export_permission = Permission.EXPORT
    empty_text = _("No setting of the group has visited another yet.")

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class TrainingList(OfVisits, ListPage):
    title = _("All training")
    things = _("training sessions")
    table_class = TrainingTable
    export = "training"
    export_permission = Permission.EXPORT
    empty_text = _("The group has organised no training yet.")

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class AllVisits(ListPage):
    """The visits of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Visits between settings")
    things = _("visits")
    table_class = AllVisitsTable
    export = "peer_visits"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No setting has visited another of its group yet. Members ask for visits on their group's page."
    )


class AllTraining(ListPage):
    """The training of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Training of groups")
    things = _("training sessions")
    table_class = AllTrainingTable
    export = "training"
    export_permission = Permission.EXPORT
    empty_text = _("No group has organised training yet. Those who run a group plan it on the group's page.")
