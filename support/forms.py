"""Forms of referrals and of requests for support. Field names are those at which the services refuse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField
from core.forms.pages import NO_CHILD
from core.forms.widgets import Checkboxes, Radios, Select, TextArea
from support.models import Message, Referral, SupportRequest
from support.rules import FIELDS, FROM_ELSEWHERE, MEETINGS, NEEDS_NO_WORDS, Kind


class ReferForm(Form):
    """To which group, and why that one."""

    collaboration = django_forms.ModelChoiceField(
        None, label=_("Collaboration"), empty_label=_("Choose a collaboration"), widget=Select
    )
    words = TextField(
        label=_("Why this group?"),
        help_text=_("The settings read it, and so do the leaders. Do not name a child."),
        max_length=1000,
        required=False,
        widget=TextArea(rows=4, count=1000),
    )

    def __init__(self, *args: Any, groups: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaboration"]
        field.queryset = groups


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
        **kwargs: Any,
    ) -> None:
        """``asked``: the kind that the address names; the form then asks for what belongs to it alone."""
        super().__init__(*args, **kwargs)
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
    words = TextField(
        label=_("What you write to them"),
        help_text=_("Needed when the answer is no: say what they can do instead."),
        max_length=2000,
        required=False,
        widget=TextArea(count=2000),
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["officer"]
        field.queryset = people


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


class MessageForm(ChosenForm):
    """What an officer writes, and to whom. The order is that of thinking: to whom, what about, what."""

    audience = django_forms.ChoiceField(label=_("To"), choices=Message.Audience.choices, widget=Radios)
    subject = LineField(
        label=_("Subject"),
        max_length=120,
        help_text=_("It is shown on locked screens: name no person, no setting and no child."),
    )
    text = TextField(
        label=_("Message"),
        max_length=5000,
        help_text=_(
            "The email begins with “Hello” and the person's first name and ends with your name. Answers go"
            " to the team's e-mail address. Do not name a child."
        ),
        widget=TextArea(rows=10, count=5000),
    )


class MoveToDistrictForm(ChosenForm):
    district = django_forms.ModelChoiceField(
        None, label=_("District"), required=False, empty_label=_("No district"), widget=Select
    )

    def __init__(self, *args: Any, districts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts
