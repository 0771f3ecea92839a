"""What the pages of messages share: of the team, and of one group to its own members (decision 0050)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import OfSeenCollaboration
from core.views import Crumb, Page, found_or_404
from support.selectors import messages as messages_selectors

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from support.models import Message


class ForTeam(Page):
    """Messages of officers to many."""

    permission = Permission.SEND_MESSAGES
    group: Collaboration | None = None
    id_name: ClassVar[str] = "pk"

    def find(self) -> Any:
        """Hook: the row that the address names; 404 where it is not there."""
        return None

    def permission_object(self) -> None:
        """The whole authority; the row is looked for before the permission: another authority's does not exist."""
        self.find()

    def url(self, name: str, message: Message | None = None) -> str:
        """The address of a page of messages, of one message where one is given."""
        return reverse(f"support:{name}", args=[message.pk] if message is not None else [])

    @property
    def list_url(self) -> str:
        return self.url("messages")

    @property
    def write_url(self) -> str:
        return self.url("write_message")

    def message_url(self, message: Message) -> str:
        return self.url("message", message)

    def change_url(self, message: Message) -> str:
        return self.url("change_message", message)

    def check_url(self, message: Message) -> str:
        return self.url("check_message", message)

    def again_url(self, message: Message) -> str:
        return self.url("write_again", message)


class ForGroup(OfSeenCollaboration):
    """Messages of a group to all its members: for who runs it, and for nobody else."""

    permission = Permission.RUN_COLLABORATION
    id_name: ClassVar[str] = "row"

    @property
    def group(self) -> Collaboration:
        return self.collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        above = Crumb(_("Administration"), reverse("collaborations:life", args=[self.collaboration.pk]))
        here = () if self.request.path == self.list_url else (Crumb(_("Messages"), self.list_url),)
        return (*super().breadcrumbs(), above, *here)

    def url(self, name: str, message: Message | None = None) -> str:
        more = [message.pk] if message is not None else []
        return reverse(f"support:{name}", args=[self.collaboration.pk, *more])

    @property
    def list_url(self) -> str:
        return self.url("group_messages")

    @property
    def write_url(self) -> str:
        return self.url("write_to_members")

    def message_url(self, message: Message) -> str:
        return self.url("group_message", message)

    def change_url(self, message: Message) -> str:
        return self.url("change_group_message", message)

    def check_url(self, message: Message) -> str:
        return self.url("check_group_message", message)

    def again_url(self, message: Message) -> str:
        return self.url("write_again_to_members", message)


class OfDraft:
    """A page below a draft, which its writer alone has. Of one that was sent there is the message's page."""

    @cached_property
    def draft(self: Any) -> Any:
        drafts = messages_selectors.drafts_of(self.request.user, of_group=self.group)
        return found_or_404(drafts.filter(pk=self.kwargs[self.id_name]).first())

    def find(self) -> Any:
        return self.draft


class OfMessage:
    """A page below a message that was sent."""

    @cached_property
    def message(self: Any) -> Any:
        message = found_or_404(messages_selectors.message_by_id(self.kwargs[self.id_name]))
        mine = self.group.pk if self.group is not None else None
        return found_or_404(message if message.of_group_id == mine else None)

    def find(self) -> Any:
        return self.message
