"""Forms of referrals, of requests for support, and of messages. Field names are those at which the services
refuse.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from core.forms.base import Form
from core.forms.fields import DateField, FilesField, LineField, TextField, TimeField
from core.forms.numbers import whole_number
from core.forms.pages import NO_CHILD
from core.forms.searched import SearchedChoiceField
from core.forms.widgets import Checkboxes, Radios, Select, TextArea
from memberships.rules.paused import OF_REQUEST, Support
from support.models import Message, MessageFile, Referral, SupportRequest
from support.rules import (
    FIELDS,
    FROM_ELSEWHERE,
    MAX_FILES,
    MAX_FILES_BYTES,
    MEETINGS,
    NEEDS_NO_WORDS,
    TEXT_FIELDS,
    Kind,
)


class ReferForm(Form):
    """To which group, and why that one."""

    collaboration = SearchedChoiceField(
        label=_("Collaboration"), error_messages={"required": _("Choose a collaboration")}
    )
    words = TextField(
        label=_("Why this group?"),
        help_text=_("The settings read it, and so do the leaders. Do not name a child."),
        max_length=1000,
        required=False,
        widget=TextArea(rows=4, count=1000),
    )

    def __init__(
        self, *args: Any, groups: QuerySet[Any], offered: Sequence[Collaboration], **kwargs: Any
    ) -> None:
        """``groups`` that may be chosen at all, and those that the page shows."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaboration"]
        field.queryset = groups
        field.offer(offered, hints={group.pk: about_group(group) for group in offered})


def about_group(group: Collaboration) -> str:
    """What tells a group from others of its name."""
    return ", ".join(str(part) for part in (group.district, group.get_state_display()) if part)


class FollowUpForm(Form):
    """What has become of a referral."""

    state = django_forms.ChoiceField(
        label=_("What has become of it?"),
        choices=[
            (Referral.State.IN_TOUCH.value, _("They are in touch")),
            (Referral.State.JOINED.value, _("The setting joined")),
            (Referral.State.NOT_JOINED.value, _("The setting did not join")),
        ],
        widget=Radios(
            hints={
                Referral.State.JOINED.value: _("Once its membership is recorded, this shows by itself too.")
            }
        ),
    )
    words = TextField(
        label=_("In words"),
        help_text=_("Needed when the setting did not join: what would suit it better? Do not name a child."),
        max_length=1000,
        required=False,
        widget=TextArea(rows=4, count=1000),
    )


#: What the words are asked for, where the kind says more than "what is it about".
WORDS_OF_KIND = {
    Kind.NEW_LEADER: _("What have the members decided?"),
    Kind.DIVIDE: _("What have you talked about so far?"),
    Kind.MAKE_ACTIVE: _("Anything the team should know"),
    Kind.ADD_PERSON: _("Who is it, and how are they reached?"),
}


class AskForm(Form):
    """What a group asks of the early years team."""

    kind = django_forms.ChoiceField(
        label=_("What do you ask for?"),
        error_messages={"required": _("Select what you ask for")},
        choices=[(kind.value, kind.label) for kind in Kind if kind not in FROM_ELSEWHERE],
        widget=Radios(
            hints={
                SupportRequest.Kind.FIRST_MEETING.value: _(
                    "An officer leads you through the first meeting of a new group."
                ),
                SupportRequest.Kind.ATTEND.value: _("An officer comes to a meeting because you invite them."),
            }
        ),
    )
    person = django_forms.TypedChoiceField(
        label=_("Who is to lead?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    provider = django_forms.TypedChoiceField(
        label=_("At which setting?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    wanted_on = DateField(
        label=_("Day"),
        what=_("the day"),
        required=False,
        help_text=_("Needed for a meeting. For example, 27 3 2027"),
    )
    place = LineField(label=_("Where or how"), max_length=200, required=False)
    words = TextField(
        label=_("What is it about?"),
        help_text=NO_CHILD,
        max_length=2000,
        required=False,
        widget=TextArea(count=2000),
    )

    def __init__(
        self,
        *args: Any,
        asked: Kind | None = None,
        people: Sequence[tuple[int, str]] = (),
        places: Sequence[tuple[int, str]] = (),
        paused: Collection[Support] = (),
        **kwargs: Any,
    ) -> None:
        """``asked``: the kind that the address names; the form then asks for what belongs to it alone. ``paused``:
        what is not offered for a time, and refused in words where it is sent all the same.
        """
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["kind"]
        if not self.is_bound:
            offered.choices = [row for row in offered.choices if OF_REQUEST.get(row[0]) not in paused]
        whom: Any = self.fields["person"]
        whom.choices = [("", _("Nobody is chosen yet")), *people]
        where: Any = self.fields["provider"]
        where.choices = [("", _("Choose a setting")), *places]
        sent = self.data.get("kind", "") or (asked or "")
        known = Kind(sent) if sent in Kind.values else None
        kept = FIELDS[known] if known else ("wanted_on", "place")
        for name in {"person", "provider", "wanted_on", "place"} - set(kept):
            del self.fields[name]
        if asked is not None:
            self.fields["kind"].widget = django_forms.HiddenInput()
        if known is not None:
            self.fields["words"].required = known not in NEEDS_NO_WORDS | {Kind.NEW_LEADER}
        if known is not None and known in WORDS_OF_KIND:
            self.fields["words"].label = WORDS_OF_KIND[known]
        if known is not None and known not in MEETINGS and "wanted_on" in self.fields:
            self.fields["wanted_on"].label = _("From which day?")
            self.fields["wanted_on"].help_text = _("If you know it. For example, 27 3 2027")
        self.give_words()


class AnswerForm(Form):
    """Yes, with who comes, or no, with why."""

    YES, NO = "accept", "decline"
    answer = django_forms.ChoiceField(
        label=_("Your answer"),
        choices=[(YES, _("Yes, one of us helps")), (NO, _("No, not this time"))],
        widget=Radios,
    )
    officer = django_forms.ModelChoiceField(
        None,
        label=_("Who?"),
        help_text=_("Needed when the answer is yes."),
        required=False,
        empty_label=_("Choose a person"),
        widget=Select,
    )
    starts_at = TimeField(
        label=_("From"),
        what=_("the time you come"),
        required=False,
        help_text=_("If you know it. For example, 4pm or 16:00"),
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"), required=False)
    words = TextField(
        label=_("What you write to them"),
        help_text=_("Needed when the answer is no: say what they can do instead."),
        max_length=2000,
        required=False,
        widget=TextArea(count=2000),
    )

    def __init__(self, *args: Any, people: QuerySet[Any], has_day: bool = False, **kwargs: Any) -> None:
        """``has_day``: whether the request names a day, so that a time belongs to it."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["officer"]
        field.queryset = people
        if not has_day:
            del self.fields["starts_at"], self.fields["ends_at"]


class DeclineForm(Form):
    """An officer who had accepted cannot come after all."""

    words = TextField(
        label=_("What you write to them"),
        help_text=_("Say what they can do instead."),
        max_length=2000,
        widget=TextArea(count=2000),
    )


class ChosenForm(Form):
    """Some of the collaborations that the address named, or of all."""

    collaborations = django_forms.TypedMultipleChoiceField(
        label=_("Collaborations"), coerce=int, widget=Checkboxes
    )

    def __init__(self, *args: Any, groups: Sequence[Collaboration], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaborations"]
        field.choices = [(group.pk, group.name) for group in groups]


class MoveToDistrictForm(ChosenForm):
    district = django_forms.ModelChoiceField(
        None, label=_("District"), required=False, empty_label=_("No district"), widget=Select
    )

    def __init__(self, *args: Any, districts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts


# --- messages ----------------------------------------------------------------------------------------------

AUDIENCE_HINTS = {
    Message.Audience.MANAGERS.value: _("Of every member setting, or of the settings that you chose."),
    Message.Audience.EVERYBODY.value: _("Managers and all others who have an account at such a setting."),
}


class WordsForm(Form):
    """Subject, text and files."""

    subject = LineField(
        label=_("Subject"),
        max_length=120,
        help_text=_("It is shown on locked screens: name no person, no setting and no child."),
        error_messages={"required": _("Enter a subject")},
    )
    text = TextField(
        label=_("Message"),
        max_length=5000,
        error_messages={"required": _("Enter a message")},
        help_text=_(
            "Leave out the greeting and your name: the email begins and ends with them. %(names)s stand for what"
            " is true of each reader. Do not name a child."
        )
        % {"names": TEXT_FIELDS},
        widget=TextArea(rows=10, count=5000),
    )
    files = FilesField(
        label=_("Files"),
        required=False,
        max_length=200,
        help_text=_(
            "Up to %(most)s, smaller than %(size)s MB together: PDF, Word, Excel, PowerPoint, ODT, ODS, PNG, JPEG"
            " or TXT, without macros."
        )
        % {"most": MAX_FILES, "size": MAX_FILES_BYTES // (1024 * 1024)},
        error_messages={"empty": _("The file is empty.")},
    )
    without = django_forms.TypedMultipleChoiceField(
        label=_("Take out"), coerce=int, required=False, widget=Checkboxes
    )
    field_order: Sequence[str] = ("audience", "all_collaborations", "collaborations", "subject", "text")

    def __init__(self, *args: Any, attached: Sequence[MessageFile] = (), **kwargs: Any) -> None:
        """``attached``: the files that the draft has already."""
        super().__init__(*args, **kwargs)
        without: Any = self.fields["without"]
        if attached:
            without.choices = [(row.pk, row.name) for row in attached]
        else:
            del self.fields["without"]


class SettingsMessageForm(WordsForm):
    """To the people of settings that were chosen on a list."""

    audience = django_forms.MultipleChoiceField(
        label=_("To"),
        choices=[
            (choice.value, choice.label) for choice in (Message.Audience.MANAGERS, Message.Audience.EVERYBODY)
        ],
        widget=Checkboxes(hints=AUDIENCE_HINTS),
        error_messages={"required": _("Choose whom to write to.")},
    )
    settings = django_forms.CharField(widget=django_forms.HiddenInput(), required=False)

    def clean_settings(self) -> list[int]:
        """Ids of the settings, with a space between two."""
        numbers = [whole_number(text) for text in self.cleaned_data["settings"].split()]
        if not numbers:
            raise django_forms.ValidationError(
                _("Choose the settings on the list of settings first, then write to them.")
            )
        return [number for number in numbers if number is not None]


class MessageForm(WordsForm):
    """To people of groups. The order is that of thinking: to whom, what about, what."""

    audience = django_forms.MultipleChoiceField(
        label=_("To"),
        choices=Message.Audience.choices,
        widget=Checkboxes(hints=AUDIENCE_HINTS),
        error_messages={"required": _("Choose whom to write to.")},
    )
    all_collaborations = django_forms.BooleanField(required=False)
    collaborations = django_forms.TypedMultipleChoiceField(
        label=_("Or these collaborations"), coerce=int, required=False, widget=Checkboxes
    )

    def __init__(self, *args: Any, groups: Sequence[Collaboration], number: int, **kwargs: Any) -> None:
        """``groups`` can be ticked; ``number`` is how many are not closed."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaborations"]
        field.choices = [(group.pk, group.name) for group in groups]
        words = ngettext("All collaborations (%(n)d)", "All collaborations (%(n)d)", number)
        self.fields["all_collaborations"].label = words % {"n": number}
        self.give_words()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        is_chosen = data.get("all_collaborations") or data.get("collaborations")
        if not is_chosen and "collaborations" not in self.errors:
            self.add_error("collaborations", _("Choose the collaborations to write to."))
        return data
