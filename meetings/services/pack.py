"""The pack of a meeting (G2): its agenda with the papers inside, as one PDF/UA or one ZIP; and that of a
guest, with the guest's own item alone (G3). Made anew for whoever asks, so it is never behind the page.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Authority
from core import pdf
from core.files import ENDINGS, Kind, safe_name
from core.wording import date_in_words, instant_in_words, time_in_words
from meetings.models.agenda import AgendaItem, Paper
from meetings.models.planning import Meeting
from meetings.pdf import MINUTES_TEMPLATE, heading_of, minutes_context
from meetings.rules.pack import PackPaper, fits_inside, in_pack
from meetings.rules.states import AHEAD
from meetings.selectors import actions, agenda, guests
from meetings.selectors.minutes import MinutesDocument, document_of

TEMPLATE = "meetings/pack/pack.html"
#: Kinds that are packed already: squeezing them again costs time and saves nothing.
PACKED = frozenset({Kind.PDF, Kind.PNG, Kind.JPEG, Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS})


class PaperGone(RuntimeError):
    """A paper cannot be read at the moment; the message says which."""


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """What a pack says and holds: the words of its PDF, and its papers by their names, in order."""

    name: str
    context: Mapping[str, Any]
    papers: Sequence[tuple[Paper, str]]
    authority: Authority
    minutes: MinutesDocument | None = None

    @property
    def has_inside(self) -> bool:
        """Whether the papers fit inside the PDF."""
        return bool(self.papers) and fits_inside(_as_rule(paper) for paper, _name in self.papers)


def pack_of_meeting(meeting: Meeting) -> MeetingPack:
    """All of it: for whoever sees the group. The minutes once the members have them."""
    items, papers = list(agenda.items_of(meeting)), list(agenda.papers_of(meeting))
    named = _named(papers, items)
    invited = guests.guests_by_item(guests.guests_of(meeting))
    document = document_of(meeting)
    context = {
        "title": _("%(title)s, %(day)s") % {"title": meeting.title, "day": date_in_words(meeting.on)},
        "lead": meeting.collaboration.name,
        "facts": _facts(meeting, is_whole=True),
        "lines": _lines(meeting, items, named, invited),
        "papers": [(paper, name) for paper, name in named if paper.item_id is None],
        "unfinished": list(actions.unfinished_before(meeting)) if meeting.state in AHEAD else [],
        "document": document,
        "is_whole": True,
    }
    name = f"{meeting.on} {meeting.title}"
    return MeetingPack(name, context, named, meeting.authority, document)


def pack_of_item(item: AgendaItem) -> MeetingPack:
    """For a guest: when and where, the one item and its papers. Nothing of the rest (G3)."""
    meeting = item.meeting
    named = _named(list(guests.papers_for(item)), [item])
    every_item = list(agenda.items_of(meeting))  # for the time at which the item comes
    slots = {slot.item.number: slot for slot in agenda.slots_of(meeting, every_item)}
    context = {
        "title": item.title,
        "lead": meeting.collaboration.name,
        "facts": _facts(meeting, is_whole=False),
        "lines": [{"item": item, "slot": slots[item.pk], "papers": named}],
        "is_whole": False,
        "of_guest": True,
    }
    return MeetingPack(f"{meeting.on} {item.title}", context, named, meeting.authority)


def pack_html(pack: MeetingPack) -> str:
    """The words of the PDF. It says so where the papers are too big to be inside."""
    notes = []
    if pack.has_inside:
        notes.append(_("The papers are inside this file: look for attachments in your PDF reader."))
    elif pack.papers:
        notes.append(_("The papers are too big to be inside this file. They are in the ZIP."))
    context = {**pack.context, "notes": notes, "has_inside": pack.has_inside}
    return pdf.document_html(TEMPLATE, context, authority=pack.authority)


def pack_pdf(pack: MeetingPack) -> bytes:
    """The agenda with its papers inside. Raises core.pdf.PdfUnavailable and PaperGone."""
    enclosed = [
        pdf.Enclosed(name, paper.title, _content(paper), paper.added_at) for paper, name in pack.papers
    ]
    return pdf.render(pack_html(pack), enclosed=enclosed if pack.has_inside else ())


def write_zip(pack: MeetingPack, target: BinaryIO) -> None:
    """The agenda as a PDF, the papers in their order, and the minutes as a PDF once the members have them.

    Raises core.pdf.PdfUnavailable and PaperGone.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        context = {**pack.context, "document": None, "notes": [], "has_inside": True}
        html = pdf.document_html(TEMPLATE, context, authority=pack.authority)
        archive.writestr(safe_name(f"00 {_('Agenda')}.pdf"), pdf.render(html))
        for paper, name in pack.papers:
            info = zipfile.ZipInfo(name, _dos_time(paper))
            is_packed = paper.file.content_type in PACKED
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, _content(paper))
        if pack.minutes is not None:
            html = pdf.document_html(
                MINUTES_TEMPLATE, minutes_context(pack.minutes), authority=pack.authority
            )
            archive.writestr(safe_name(f"99 {heading_of(pack.minutes)}.pdf"), pdf.render(html))


def _facts(meeting: Meeting, *, is_whole: bool) -> list[tuple[str, str]]:
    words = {
        "day": date_in_words(meeting.on),
        "start": time_in_words(meeting.starts_at),
        "end": time_in_words(meeting.ends_at),
    }
    facts = [
        (_("When"), _("%(day)s, %(start)s to %(end)s") % words),
        (_("Where"), meeting.place),
        (_("Getting in and taking part"), meeting.access_notes),
        (_("Online"), meeting.online_url),
    ]
    if is_whole:
        sent = agenda.last_sending(meeting)
        facts.append((_("Chaired by"), str(meeting.chaired_by or "")))
        facts.append((_("Stage"), meeting.get_state_display()))
        if sent is not None:
            said = instant_in_words(sent.at)
            if agenda.changes_since(sent):
                said = _("%(when)s. Something has changed since.") % {"when": said}
            facts.append((_("Agenda and papers sent"), said))
    return [(label, value) for label, value in facts if value]


def _lines(meeting: Meeting, items: Any, named: Any, invited: Any) -> list[dict[str, Any]]:
    return [
        {
            "item": item,
            "slot": slot,
            "papers": [(paper, name) for paper, name in named if paper.item_id == item.pk],
            "guests": invited.get(item.pk, []),
        }
        for item, slot in zip(items, agenda.slots_of(meeting, items), strict=True)
    ]


def _named(papers: Sequence[Paper], items: Sequence[AgendaItem]) -> list[tuple[Paper, str]]:
    by_number = {paper.pk: paper for paper in papers}
    names = in_pack([_as_rule(paper) for paper in papers], [item.pk for item in items])
    return [(by_number[number], name) for number, name in names]


def _as_rule(paper: Paper) -> PackPaper:
    ending = ENDINGS[Kind(paper.file.content_type)][0]
    return PackPaper(paper.pk, paper.item_id, paper.title, ending, paper.file.size)


def _content(paper: Paper) -> bytes:
    try:
        with default_storage.open(paper.file.storage_key) as file:
            return bytes(file.read())
    except FileNotFoundError:
        words = _("The paper “%(title)s” cannot be read at the moment.")
        raise PaperGone(words % {"title": paper.title}) from None


def _dos_time(paper: Paper) -> tuple[int, int, int, int, int, int]:
    at = timezone.localtime(paper.added_at)
    return (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second)
