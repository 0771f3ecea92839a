"""Forms of the pages about dividing and merging (C4), and of a change of legal entity (O2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import Checkboxes, NumberInput, Radios, Select, TextArea
from core.wording import last_day_in_words
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from providers.selectors import districts
from reorganisation.models import PlannedSuccessor
from reorganisation.rules.plans import share_field
from reorganisation.rules.succession import SuccessionFacts

LEAVES = "leaves"


class VersionedForm(Form):
    """Carries the version of the plan that was looked at."""

    version = django_forms.IntegerField(widget=django_forms.HiddenInput)


class ReasonForm(Form):
    reason = TextField(
        label=_("Why?"),
        max_length=2000,
        widget=TextArea(rows=4, count=2000),
        help_text=_("What its leaders and members have said."),
    )


class SuccessorForm(VersionedForm):
    name = LineField(
        label=_("Name"),
        max_length=120,
        help_text=_("No other collaboration may have it, not even a closed one."),
    )
    district = django_forms.ModelChoiceField(
        queryset=None,
        label=_("District"),
        required=False,
        empty_label=_("As before"),
        widget=Select,
        help_text=_("Where it mostly meets."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts()  # type: ignore[attr-defined]


class PlacesForm(VersionedForm):
    """One choice a member: a successor, or that it leaves. Nothing chosen: not said yet."""

    marks_optional = False

    def __init__(
        self,
        *args: Any,
        memberships: Sequence[Membership] = (),
        successors: Sequence[PlannedSuccessor] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            *((str(successor.pk), successor.name) for successor in successors),
            (LEAVES, gettext("It leaves")),
        ]
        for membership in memberships:
            field = django_forms.ChoiceField(
                label=self.label_of(membership, memberships),
                choices=choices,
                required=False,
                widget=Radios(small=True),
            )
            self.fields[f"place_{membership.pk}"] = field
        self.give_words()

    @staticmethod
    def label_of(member: Membership, memberships: Sequence[Membership]) -> str:
        """Its name; in a merger also where it comes from."""
        parts = [str(member.provider)]
        if len({membership.collaboration_id for membership in memberships}) > 1:
            parts.append(str(member.collaboration))
        if member.left_on:
            parts.append(gettext("leaves, last day %(day)s") % {"day": last_day_in_words(member.left_on)})
        return ", ".join(parts)

    def going(self) -> dict[int, int]:
        return {pk: int(value) for pk, value in self._said().items() if value != LEAVES}

    def leaving(self) -> list[int]:
        return [pk for pk, value in self._said().items() if value == LEAVES]

    def _said(self) -> dict[int, str]:
        given = {
            name: value for name, value in self.cleaned_data.items() if name.startswith("place_") and value
        }
        return {int(name.removeprefix("place_")): value for name, value in given.items()}


class PlannedLeaderForm(VersionedForm):
    """Who of a placed member's people is to lead."""

    person = django_forms.ChoiceField(label=_("Person"), widget=Radios(small=True))
    manner = django_forms.ChoiceField(
        label=_("Leads"),
        choices=LeaderAppointment.Manner.choices,
        initial=LeaderAppointment.Manner.JOINT,
        widget=Radios(inline=True),
    )
    ends_on = LastDayField(required=False)
    officers_decision = TextField(
        label=_("Your decision"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3, count=500),
        help_text=_(
            "Needed only where the leading policy leaves it to an officer: say why this person may lead."
        ),
    )

    def __init__(
        self, *args: Any, people: Mapping[str, tuple[Membership, SettingRole]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [
            (key, f"{role.user}, {role.provider}") for key, (_membership, role) in (people or {}).items()
        ]


class TermsOfPlanForm(VersionedForm):
    """The day and the words. What is not known yet may stay empty. ``successors``: of a plan that divides, each
    with a field for its share of the balance.
    """

    takes_effect_on = DateField(
        label=_("First day of the new collaborations"),
        what=_("the first day"),
        required=False,
        help_text=_(
            "The old ones end on this day. The plan is carried out then or later. Until then they go on as"
            " before."
        ),
    )
    records_holder = LineField(label=_("Who holds the old records?"), max_length=200, required=False)
    balance_words = TextField(
        label=_("How is the balance shared?"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=3, count=2000),
        help_text=_("If there is no money, say so."),
    )
    copies_ways_of_working = django_forms.BooleanField(
        label=_("The new ones begin with a copy of the ways of working"), required=False
    )
    reason = TextField(label=_("Why?"), max_length=2000, widget=TextArea(rows=3, count=2000))

    def __init__(self, *args: Any, successors: Sequence[PlannedSuccessor] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.successors = successors
        names = list(self.fields)
        shares = [share_field(successor.pk) for successor in successors]
        for name, successor in zip(shares, successors, strict=True):
            self.fields[name] = django_forms.IntegerField(
                label=_("Share of %(name)s, per cent") % {"name": successor.name},
                min_value=0,
                max_value=100,
                required=False,
                widget=NumberInput(width=3),
                help_text=_("All shares come to 100. Leave all empty to share by the number of members."),
                error_messages={
                    name: _("Enter a whole number from 0 to 100")
                    for name in ("invalid", "min_value", "max_value")
                },
            )
        place = names.index("balance_words") + 1
        self.order_fields([*names[:place], *shares, *names[place:]])

    def shares(self) -> dict[int, int | None]:
        """By successor. The form is valid."""
        return {row.pk: self.cleaned_data[share_field(row.pk)] for row in self.successors}


class AgreeForm(VersionedForm):
    met_leaders_on = DateField(
        label=_("Met the leaders face to face on"), what=_("the date of the meeting"), past=True
    )
    met_words = TextField(label=_("What was agreed?"), max_length=2000, widget=TextArea(rows=5, count=2000))


class CarryOutForm(VersionedForm):
    """Nothing but the version that was looked at."""


class MoveForm(Form):
    """What moves to the new registration. Nothing is ticked beforehand: an officer says so."""

    on = DateField(
        label=_("From which day?"), what=_("the day"), help_text=_("The first day with the new registration.")
    )
    memberships = django_forms.TypedMultipleChoiceField(
        label=_("Memberships"), coerce=int, required=False, widget=Checkboxes
    )
    roles = django_forms.TypedMultipleChoiceField(
        label=_("People"), coerce=int, required=False, widget=Checkboxes
    )
    leaders = django_forms.TypedMultipleChoiceField(
        label=_("Who goes on leading?"), coerce=int, required=False, widget=Checkboxes
    )
    officers_decision = TextField(
        label=_("Your decision on who leads"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3, count=500),
        help_text=_(
            "A new registration has no judgement of its own, so the leading policy usually leaves this to an"
            " officer. Say why these people may lead."
        ),
    )

    def __init__(self, *args: Any, facts: SuccessionFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = {membership.membership_id: membership.group for membership in facts.memberships}
        leads = [
            (leader.appointment_id, gettext("%(person)s in %(name)s"), leader) for leader in facts.leaders
        ]
        chosen: dict[str, list[tuple[int, str]]] = {
            "memberships": [
                (membership.membership_id, membership.group)
                for membership in facts.memberships
                if not membership.new_is_member
            ],
            "roles": [(role.role_id, role.person) for role in facts.roles if not role.is_there],
            "leaders": [
                (pk, words % {"person": one.person, "name": groups.get(one.membership_id, "")})
                for pk, words, one in leads
            ],
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]
        if "leaders" not in self.fields:
            del self.fields["officers_decision"]
