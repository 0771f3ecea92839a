"""Forms of leadership cases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms.base import Form
from core.forms.fields import DateField, TextField
from core.forms.pages import NO_CHILD
from core.forms.widgets import Radios, Select, TextArea, TextInput
from leadership.rules.cases import Outcome

NO_HINTS: Mapping[int, str] = MappingProxyType({})
#: Shown once each person may be chosen by radios; longer lists are a drop-down.
FEW = 7


class PersonForm(Form):
    """Choosing one of the people who work on cases."""

    def __init__(
        self,
        *args: Any,
        people: QuerySet[User],
        label: Any,
        name: str,
        hints: Mapping[int, str] = NO_HINTS,
        **kwargs: Any,
    ) -> None:
        """``hints``: what is said beside a person, by id."""
        super().__init__(*args, **kwargs)
        few = len(people) <= FEW
        widget = Radios(hints=hints) if few else Select()
        empty = None if few else _("Choose a person")
        self.fields[name] = django_forms.ModelChoiceField(
            people, label=label, widget=widget, empty_label=empty
        )
        self.give_words()


#: How a case ends, as people choose it and read it afterwards.
ENDS: Mapping[str, Any] = MappingProxyType(
    {
        Outcome.MAY_LEAD.value: _("The leader may lead"),
        Outcome.SUCCEEDED.value: _("The leader has stepped down"),
        Outcome.STAYS.value: _("The leader stays, without some of the support"),
        Outcome.STOPPED.value: _("The leader has stopped leading for another reason"),
        Outcome.NEVER_PUBLISHED.value: _("The outcome was not published"),
        Outcome.NOT_NEEDED.value: _("The case is no longer needed"),
    }
)


class CloseForm(Form):
    """The decision: how the case ends and why, in words."""

    outcome = django_forms.ChoiceField(
        label=_("How does it end?"),
        choices=list(ENDS.items()),
        widget=Radios(
            hints={
                Outcome.MAY_LEAD.value: _(
                    "Only where the leading policy leaves it to an officer. It holds until another judgement"
                    " counts."
                ),
                Outcome.SUCCEEDED.value: _("The leader's time has ended in the collaboration."),
                Outcome.STAYS.value: _(
                    "Record first that the leader stays. It holds until another judgement counts."
                ),
                Outcome.STOPPED.value: _("For example, the leader has left the setting."),
                Outcome.NEVER_PUBLISHED.value: _("Nothing of this case is seen outside it, now or later."),
                Outcome.NOT_NEEDED.value: _(
                    "For example, a new judgement has come, and the leader may lead."
                ),
            }
        ),
    )
    words = TextField(label=_("Why?"), help_text=NO_CHILD, max_length=2000, widget=TextArea(count=2000))


class OutcomeForm(Form):
    """An outcome that Ofsted has not published yet."""

    inspected_on = DateField(
        label=_("Date of the inspection"),
        what=_("the date of the inspection"),
        past=True,
        help_text=_("For example, 27 3 2026"),
    )
    outcome = TextField(
        label=_("What was said"),
        help_text=_("It stays inside this case until Ofsted publishes the report. Do not name a child."),
        max_length=4000,
        widget=TextArea(count=4000),
    )


class PublicationForm(Form):
    """When and where Ofsted has published the report."""

    published_on = DateField(
        label=_("Date of publication"),
        what=_("the date of publication"),
        past=True,
        help_text=_("For example, 27 3 2026"),
    )
    report_url = django_forms.URLField(
        label=_("Address of the report"),
        help_text=_("For example, https://reports.ofsted.gov.uk/provider/16/EY123456"),
        max_length=200,
        assume_scheme="https",
        widget=TextInput({"inputmode": "url", "spellcheck": "false"}),
    )
