"""The agenda of a meeting: items, what members propose, papers, and sending them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.uploads import was_too_big
from core.views import ConfirmPage, SeenPage, found_or_404
from documents.views.mixins import as_download
from meetings.forms.agenda import AnswerProposalForm, ChangeItemForm, ItemForm, PaperForm, ProposeItemForm
from meetings.rules.papers import late_words
from meetings.selectors import agenda
from meetings.services import agenda as services
from meetings.views.bases import ForOwnSetting, OfMeeting, RunsMeeting

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.agenda import AgendaItem, Paper

ITEM_FIELDS = ("title", "purpose", "minutes", "words", "presented_by", "is_standing")


class OpenAgenda(RunsMeeting, ConfirmPage):
    """Members can propose items from then on; what comes again by itself is put there."""

    title = _("Open the agenda?")
    template_name = "layouts/confirm_page.html"
    explanation = _(
        "Members can propose items. What stands on every agenda, and what your last meeting did not reach, is put on"
        " it by itself."
    )
    submit_label = _("Open the agenda")
    success_message = _("The agenda is open.")

    def save(self, form: Any) -> None:
        services.open_agenda(meeting_id=self.meeting.pk, by=self.request.user)


class ProposeItem(ForOwnSetting):
    title = _("Propose an item")
    form_class = ProposeItemForm
    submit_label = _("Propose it")
    success_message = _("Thank you. You hear by email whether it is on the agenda.")

    def save(self, form: ProposeItemForm) -> None:
        services.propose_item(
            meeting_id=self.meeting.pk,
            **form.cleaned_data,
            by=self.request.user,
            provider=self.membership.provider,
            at=timezone.now(),
        )


class AddItem(RunsMeeting):
    title = _("Add an item")
    form_class = ItemForm
    submit_label = _("Add it")
    success_message = _("The item is on the agenda.")

    def save(self, form: ItemForm) -> None:
        services.add_item(
            meeting_id=self.meeting.pk, values=form.cleaned_data, by=self.request.user, at=timezone.now()
        )

    def get_success_url(self) -> str:
        return f"{self.address()}#agenda"


class OfItem(RunsMeeting):
    """A form about one item."""

    @cached_property
    def item(self) -> AgendaItem:
        return found_or_404(agenda.item_in(self.meeting, self.kwargs["item"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.item  # noqa: B018
        return about

    def get_success_url(self) -> str:
        return f"{self.address()}#item-{self.kwargs['item']}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.item.title, "item": self.item, **kwargs})


class ChangeItem(OfItem, SeenPage):
    title = _("Change the item")
    form_class = ChangeItemForm
    success_message = _("The item is changed.")

    def mark(self) -> str:
        return agenda.edition_of_item(self.item)

    def stored(self) -> Said:
        item, labels = self.item, ChangeItemForm.base_fields
        shown = {
            "title": item.title,
            "purpose": item.get_purpose_display(),
            "minutes": item.minutes,
            "words": item.words,
            "presented_by": item.presented_by,
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.item

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.item, name) for name in ITEM_FIELDS}}

    def save(self, form: ChangeItemForm) -> None:
        values = {name: form.cleaned_data[name] for name in ITEM_FIELDS}
        services.change_item(
            item_id=self.item.pk, seen=form.cleaned_data["seen"], values=values, by=self.request.user
        )


class AnswerProposal(OfItem):
    title = _("Answer this proposal")
    template_name = "meetings/answer_proposal.html"
    form_class = AnswerProposalForm
    submit_label = _("Send the answer")
    success_message = _("Whoever proposed it hears of it.")

    def save(self, form: AnswerProposalForm) -> None:
        services.answer_proposal(
            item_id=self.item.pk,
            takes_it=form.cleaned_data["takes_it"] == "yes",
            answer=form.cleaned_data["answer"],
            by=self.request.user,
            at=timezone.now(),
        )


class MoveItem(OfItem, ConfirmPage):
    """One press puts an item before another, as the person saw them."""

    http_method_names = ["post"]
    title = _("Move the item?")
    template_name = "layouts/confirm_page.html"

    def permission_object(self) -> Any:
        about = super().permission_object()
        found_or_404(agenda.item_in(self.meeting, self.kwargs["other"]))
        return about

    def save(self, form: Any) -> None:
        services.move_item(item_id=self.item.pk, before_id=self.kwargs["other"], by=self.request.user)


class RemoveItem(OfItem, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it off")
    success_message = _("The item is off the agenda.")
    explanation = _("Take off what was put there by mistake. What you do not reach comes again by itself.")

    def get_title(self) -> str:
        return gettext("Take “%(title)s” off the agenda?") % {"title": self.item.title}

    def save(self, form: Any) -> None:
        services.remove_item(item_id=self.item.pk, by=self.request.user)

    def get_success_url(self) -> str:
        return f"{self.address()}#agenda"


class AddPaper(RunsMeeting):
    title = _("Add a paper")
    form_class = PaperForm
    submit_label = _("Add the paper")

    def get_form_kwargs(self) -> dict[str, Any]:
        items = list(agenda.items_of(self.meeting))
        return {**super().get_form_kwargs(), "items": items, "too_big": was_too_big(self.request)}

    def get_initial(self) -> dict[str, Any]:
        number = self.request.GET.get("item", "")
        return {"item": number if number.isdecimal() else None}

    def replaced(self) -> Paper | None:
        """Hook: the paper in whose place this one comes."""
        return None

    def save(self, form: PaperForm) -> None:
        data = form.cleaned_data
        item = agenda.item_in(self.meeting, data["item"]) if data["item"] else None
        upload = data["file"]
        services.add_paper(
            meeting_id=self.meeting.pk,
            item=item,
            title=data["title"],
            file=upload.file,
            name=upload.name,
            by=self.request.user,
            at=timezone.now(),
            replaces=self.replaced(),
        )
        messages.success(self.request, gettext("The paper is there. Send the papers when all of them are."))


class OfPaper(OfMeeting):
    @cached_property
    def paper(self) -> Paper:
        return found_or_404(agenda.paper_in(self.meeting, self.kwargs["paper"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.paper  # noqa: B018
        return about


class OpenPaper(OfPaper):
    """The file. For everybody who sees the group."""

    template_name = "meetings/meeting.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return as_download(self.paper.file, name=self.paper.file.name)


class ReplacePaper(OfPaper, AddPaper):
    title = _("Replace the paper")
    template_name = "meetings/replace_paper.html"
    submit_label = _("Replace it")

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.paper.title, "item": self.paper.item_id}

    def replaced(self) -> Paper | None:
        return self.paper

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"paper": self.paper, **kwargs})


class RemovePaper(RunsMeeting, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it away")
    success_message = _("The paper is taken away.")
    explanation = _("Nobody can open it any more. Who has saved it keeps a copy.")

    @cached_property
    def paper(self) -> Paper:
        """Also one that was taken away: pressed twice is once."""
        return found_or_404(agenda.any_paper_in(self.meeting, self.kwargs["paper"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.paper  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Take “%(title)s” away?") % {"title": self.paper.title}

    def save(self, form: Any) -> None:
        services.remove_paper(paper_id=self.paper.pk, by=self.request.user, at=timezone.now())


class SendPapers(RunsMeeting, ConfirmPage):
    """Agenda and papers to everybody in the group; a second time only what has changed."""

    template_name = "meetings/send_papers.html"
    submit_label = _("Send them")

    def get_title(self) -> str:
        sent = agenda.last_sending(self.meeting)
        return gettext("Send what has changed?") if sent else gettext("Send the agenda and the papers?")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = services.sending_ahead(self.meeting, on=timezone.localdate())
        return super().get_context_data(**{**context, **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        sending = services.send_papers(meeting_id=self.meeting.pk, by=self.request.user, at=timezone.now())
        if sending is None:
            messages.info(self.request, gettext("Nothing has changed since the papers were sent."))
        else:
            late = late_words(sending.days_late)
            said = gettext("The agenda and the papers are sent.")
            messages.success(self.request, f"{said} {late.in_words(gettext)}." if late else said)
        return HttpResponseRedirect(self.address())
