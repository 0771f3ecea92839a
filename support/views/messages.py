"""Messages that were sent: their lists, who got one, writing again, the files that went with one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.addresses import safe_next
from core.forms.numbers import whole_number
from core.tables.pages import ListPage
from core.views import Page, found_or_404
from documents.rules import State
from documents.selectors import may_see_job
from documents.services import files as stored_files
from documents.views.mixins import STATE_COLOURS, as_download
from support.selectors import messages as messages_selectors
from support.services.drafts import remove_template, write_again
from support.tables import CopiesTable, GroupMessagesTable, MessagesTable, sent_in_words
from support.views.message_bases import ForGroup, ForTeam, OfMessage


class ListsMessages:
    """Messages, newest first, with the reader's drafts above."""

    template_name = "support/messages.html"
    thing, things = _("message"), _("messages")
    write_label: Any = _("Write a message")

    def get_context_data(self: Any, **kwargs: Any) -> dict[str, Any]:
        drafts = messages_selectors.drafts_of(self.request.user, of_group=self.group)
        may_write = self.group is None or self.group.closed_on is None
        context = {
            "drafts": [{"draft": draft, "url": self.change_url(draft)} for draft in drafts],
            "write_url": self.write_url if may_write else "",
            "write_label": self.write_label,
            "empty_url": self.write_url if may_write else "",
            "empty_action": gettext("Write the first one"),
        }
        return super().get_context_data(**{**context, **kwargs})


class Messages(ListsMessages, ForTeam, ListPage):
    """Every message that officers have sent."""

    title = _("Messages to collaborations")
    table_class = MessagesTable
    export = "messages"
    export_permission = Permission.EXPORT
    empty_text = _("No message has been sent yet.")


class GroupMessages(ListsMessages, ForGroup, ListPage):
    """What a group has written to all its members."""

    title = _("Messages to all members")
    table_class = GroupMessagesTable
    write_label = _("Write to all members")
    empty_text = _("Nobody has written to all members from here yet.")

    def about(self) -> Any:
        return self.collaboration


class ShowsMessage(OfMessage, ListPage):
    """One message, how far its sending is, and how it stands with each person."""

    template_name = "support/message.html"
    table_class = CopiesTable
    thing, things = _("person"), _("people")
    export = "message_copies"
    empty_text = _("This message is to nobody.")

    def get_title(self) -> str:
        return str(self.message)

    def scope(self) -> dict[str, str]:
        return {"message": str(self.message.pk)}

    def get_context_data(self: Any, **kwargs: Any) -> dict[str, Any]:
        message = self.message
        is_seen = may_see_job(self.request.user, message.job)
        facts = [
            {"label": _("From"), "value": str(message.sent_by)},
            {"label": _("When"), "value": message.sent_at},
            {"label": _("To"), "value": self.audience()},
            {
                "label": _("Emails"),
                "value": sent_in_words(message),
                "url": reverse("documents:job", args=[message.job_id]) if is_seen else "",
                "action": _("See the progress"),
            },
        ]
        if message.about and self.group is None:
            facts.insert(3, {"label": _("Collaborations or settings"), "value": message.about})
        context = {
            "message": message,
            "facts": facts,
            "job": message.job,
            "job_colour": STATE_COLOURS[State(message.job.state)],
            "files": messages_selectors.files_of(message),
            "again_url": self.again_url(message),
            "missing": messages_selectors.without_it(message).count(),
        }
        return super().get_context_data(**{**context, **kwargs})

    def audience(self) -> str:
        return self.message.audience_in_words


class MessagePage(ShowsMessage, ForTeam):
    """A message of the team."""

    export_permission = Permission.EXPORT


class GroupMessagePage(ShowsMessage, ForGroup):
    """A group's message to all its members."""

    def audience(self) -> str:
        return gettext("The managers of all members")


class WritesAgain(OfMessage, Page):
    """A draft to some of those whom a message was for: to those ticked, or to all who do not have it."""

    http_method_names = ("post",)

    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ticked = [whole_number(text) for text in request.POST.getlist("row")]
        to_all_missing = request.POST.get("do") == "missing"
        try:
            draft = write_again(
                message_id=self.message.pk,
                copy_ids=None if to_all_missing else [number for number in ticked if number is not None],
                by=request.user,
                at=timezone.now(),
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.message_url(self.message))
        return HttpResponseRedirect(self.change_url(draft))


class WriteAgain(WritesAgain, ForTeam):
    """To some people of a message of the team."""


class WriteAgainToMembers(WritesAgain, ForGroup):
    """To some people of a group's message."""


class MessageFileDownload(Page):
    """A file of a message."""

    signed_in = True  # whoever sees the message: may_see_message

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        row = found_or_404(messages_selectors.message_file(kwargs["pk"]))
        found_or_404(row if messages_selectors.may_see_message(request.user, row.message) else None)
        response = as_download(row.file, name=row.name)
        stored_files.record_opened(file=row.file, by=request.user)
        return response


class RemoveTemplate(Page):
    """Remove a template of one's own."""

    signed_in = True  # only one's own: templates_for, and the service
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = messages_selectors.templates_for(request.user).filter(person=request.user)
        kept = found_or_404(rows.filter(pk=kwargs["pk"]).first())
        remove_template(template_id=kept.pk, by=request.user)
        messages.success(request, gettext("The template is removed."))
        return HttpResponseRedirect(safe_next(request, request.POST.get("back")) or reverse("home"))
