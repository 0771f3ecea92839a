"""Forms that the tests of the form base share: one of every control."""

from django import forms as django_forms

from core.forms.base import Fieldset, Form
from core.forms.fields import DateField
from core.forms.widgets import Checkboxes, EmailInput, FileUpload, NumberInput, Radios, Select, TextArea

KINDS = [("in_person", "In person"), ("online", "Online"), ("both", "Both")]


class MeetingForm(Form):
    title = django_forms.CharField(label="Title of the meeting", max_length=40)
    held_on = DateField(
        label="When is it?", what="the date of the meeting", help_text="For example, 27 3 2026"
    )
    kind = django_forms.ChoiceField(
        label="How will people join?",
        choices=KINDS,
        widget=Radios(hints={"online": "You get a link"}),
        error_messages={"required": "Select how people will join"},
    )
    days = django_forms.MultipleChoiceField(
        label="Days that suit", choices=KINDS, required=False, widget=Checkboxes
    )
    lead = django_forms.ChoiceField(
        label="Setting that leads", choices=[("", "Choose one"), ("1", "Acorns & <Oaks>")], widget=Select
    )
    email = django_forms.EmailField(label="Email address", required=False, widget=EmailInput)
    places = django_forms.IntegerField(label="Number of places", required=False, widget=NumberInput)
    note = django_forms.CharField(label="Note", required=False, max_length=20, widget=TextArea(count=20))
    file = django_forms.FileField(label="Papers", required=False, widget=FileUpload(accept=".pdf"))
    papers = django_forms.BooleanField(label="Send the papers a week before", required=False)


class FieldsetForm(Form):
    fieldsets = (Fieldset("Where", ("town", "postcode"), "Of the venue"),)

    name = django_forms.CharField(label="Name")
    town = django_forms.CharField(label="Town", required=False)
    postcode = django_forms.CharField(label="Postcode", required=False)
    note = django_forms.CharField(label="Note", required=False)


class QuestionForm(Form):
    heading_field = "answer"

    answer = django_forms.CharField(label="What is it called?")
