"""Forms in GOV.UK's style: base forms, controls, dates, errors. ``from core import forms`` beside Django's own."""

from core.forms.base import ErrorLink, Fieldset, Form, ModelForm, all_error_links, error_links
from core.forms.dates import DateProblem, date_from_parts, date_from_text
from core.forms.fields import DateField, DateTextField
from core.forms.foreign import dress
from core.forms.refusals import add_refusal
from core.forms.renderer import GovBoundField, GovRenderer
from core.forms.widgets import (
    Checkboxes,
    DateInput,
    EmailInput,
    FileUpload,
    NumberInput,
    PhoneInput,
    Radios,
    SearchInput,
    Select,
    TextArea,
    TextInput,
)

__all__ = [
    "Checkboxes",
    "DateField",
    "DateInput",
    "DateProblem",
    "DateTextField",
    "EmailInput",
    "ErrorLink",
    "Fieldset",
    "FileUpload",
    "Form",
    "GovBoundField",
    "GovRenderer",
    "ModelForm",
    "NumberInput",
    "PhoneInput",
    "Radios",
    "SearchInput",
    "Select",
    "TextArea",
    "TextInput",
    "add_refusal",
    "all_error_links",
    "date_from_parts",
    "date_from_text",
    "dress",
    "error_links",
]
