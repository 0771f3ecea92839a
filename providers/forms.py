"""What officers write about a setting. The services check again; here the reason stands at the control."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms.base import Form
from core.forms.fields import DateTextField, LineField
from core.forms.pages import SeenForm
from core.forms.widgets import EmailInput, Select, TextInput
from core.telephones import is_telephone
from providers import selectors
from providers.models import District, Provider, ProviderIdentity
from providers.rules.register import (
    HELD_FIELDS,
    UNLISTED_FIELDS,
    Scheme,
    WrongForm,
    identity_of,
    is_ofsted_urn,
    is_postcode,
    normalise_postcode,
)
from providers.services import register


class ProviderForm(forms.ModelForm):
    """A setting. ``seen`` notices that somebody else saved it after this page was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Provider
        fields = (*HELD_FIELDS, *UNLISTED_FIELDS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stamp = self._stamp()
        self.fields["seen"].initial = self.stamp

    def _stamp(self) -> str:
        stored = [(name, str(self.initial.get(name))) for name in sorted(self.fields) if name != "seen"]
        return hashlib.sha256(repr(stored).encode()).hexdigest() if self.instance.pk else ""

    def clean_postcode(self) -> str:
        postcode = normalise_postcode(self.cleaned_data["postcode"])
        if postcode and not is_postcode(postcode):
            raise ValidationError(_("Enter a full postcode, such as LK1 2AB."))
        return postcode

    def clean_urn(self) -> str:
        urn: str = self.cleaned_data["urn"].strip().upper()
        if urn and not is_ofsted_urn(urn):
            raise ValidationError(register.scheme_form(Scheme.OFSTED_URN))
        return urn

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("seen", "") not in ("", self.stamp):
            # Sent again as it stands, it is saved: the person has been told.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.stamp
            raise ValidationError(
                _(
                    "Somebody else saved this setting after you opened it. Look at it in another window. Save"
                    " again to keep what you wrote."
                )
            )
        return cleaned

    def changes(self) -> dict[str, Any]:
        """What was changed, field by field."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name != "seen"}


class IdentityForm(forms.ModelForm):
    """A further number: its form is that of its scheme (O1)."""

    class Meta:
        model = ProviderIdentity
        fields = ("scheme", "value")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        scheme, value = self.cleaned_data.get("scheme"), self.cleaned_data.get("value")
        if scheme and value:
            try:
                self.cleaned_data["value"] = identity_of(Scheme(scheme), value).value
            except WrongForm:
                self.add_error("value", register.scheme_form(scheme))
        return cleaned


class TakeOverForm(forms.Form):
    """Which registration a setting took over from, when and why (O2)."""

    earlier = LineField(
        label=gettext_lazy("Ofsted URN or name of the earlier registration"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("For example, EY123456, or enough of its name."),
    )
    earlier_school = LineField(
        label=gettext_lazy("Or, if it was a school, its Department for Education URN"),
        max_length=12,
        required=False,
        help_text=gettext_lazy(
            "For example, 123456. The two are different numbers, even where they look alike."
        ),
    )
    on = DateTextField(
        label=gettext_lazy("Took over on"),
        what=gettext_lazy("the day of the take-over"),
        past=True,
        widget=forms.TextInput({"class": "vDateField", "autocomplete": "off"}),
        help_text=gettext_lazy("For example, 27 March 2026"),
    )
    reason = LineField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("What happened, for example “sold to another company”."),
        error_messages={"required": gettext_lazy("Enter the reason.")},
    )

    @property
    def earlier_field(self) -> str:
        """The field in which the earlier registration was named."""
        return "earlier_school" if self.cleaned_data.get("earlier_school") else "earlier"

    def clean_earlier(self) -> Provider | None:
        text = self.cleaned_data["earlier"]
        if not text:
            return None
        named = selectors.setting_named(text)
        if named.setting is None:
            raise ValidationError(selectors.setting_not_named(text, named))
        return named.setting

    def clean_earlier_school(self) -> Provider | None:
        missing = _("No setting in your register has this Department for Education URN.")
        return self._named("earlier_school", Scheme.DFE_URN, missing)

    def _named(self, field: str, scheme: Scheme, missing: str) -> Provider | None:
        """The setting with a number of one scheme: numbers of two schemes are never compared (O1)."""
        number = self.cleaned_data[field]
        if not number:
            return None
        earlier = selectors.setting_by_number(scheme, number)
        if earlier is None:
            raise ValidationError(missing)
        return earlier

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        named = [found[field] for field in ("earlier", "earlier_school") if found.get(field)]
        if len(named) > 1:
            self.add_error("earlier_school", _("Enter one of the two numbers, not both."))
        elif not named and not {"earlier", "earlier_school"} & self.errors.keys():
            self.add_error(
                "earlier",
                _(
                    "Enter the Ofsted URN or the name of the earlier registration, or its Department for"
                    " Education URN below."
                ),
            )
        return found

    @property
    def earlier_registration(self) -> Provider:
        """The registration that was named, by either number."""
        named: Provider = self.cleaned_data["earlier"] or self.cleaned_data["earlier_school"]
        return named


class DistrictChoiceForm(forms.Form):
    """Into which district the chosen settings move."""

    district = forms.ModelChoiceField(
        label=gettext_lazy("District"),
        queryset=District.objects.none(),
        required=False,
        empty_label=gettext_lazy("No district"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = selectors.districts()  # type: ignore[attr-defined]


class ContactForm(SeenForm):
    """How a setting is reached, as its people say it (O7)."""

    telephone = LineField(
        label=gettext_lazy("Telephone"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("For example, 01632 960 001"),
        widget=TextInput({"type": "tel", "autocomplete": "off"}, width=20),
    )
    email = forms.EmailField(label=gettext_lazy("Email address"), required=False, widget=EmailInput)
    website = forms.URLField(
        label=gettext_lazy("Website"), required=False, assume_scheme="https", widget=TextInput
    )
    best_time = LineField(
        label=gettext_lazy("Best time to ring"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("For example, after 3pm on weekdays"),
    )

    def clean_telephone(self) -> str:
        number: str = self.cleaned_data["telephone"]
        if number and not is_telephone(number):
            raise ValidationError(_("Enter a telephone number, like 01632 960 001"))
        return number


class MoveForm(Form):
    """Into which district ticked settings move."""

    district = forms.ModelChoiceField(
        label=gettext_lazy("District"),
        queryset=District.objects.none(),
        required=False,
        empty_label=gettext_lazy("No district"),
        widget=Select,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = selectors.districts()  # type: ignore[attr-defined]
