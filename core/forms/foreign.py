"""Our clothes for a package's form (the sign-in's), put on when the page is drawn."""

from __future__ import annotations

from django.forms import BaseForm
from django.forms.utils import pretty_name
from django.utils.translation import gettext_lazy as _

from core.forms.renderer import GovBoundField, GovRenderer
from core.forms.words import required_message

# The sign-in package's fields, named as GOV.UK names them.
LABELS = {
    "login": _("Email address"),
    "email": _("Email address"),
    "password": _("Password"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "remember": _("Keep me signed in on this device"),
    "code": _("Sign-in code"),
    "name": _("Name of the passkey"),
    "passwordless": _("Use this passkey to sign in without a password"),
}
# Its errors, by their code.
MESSAGES = {
    "email_password_mismatch": _("The email address or the password is wrong"),
    "invalid_login": _("Enter the email address that your account was made with"),
    "incorrect_password": _("The password is wrong"),
    "enter_current_password": _("The current password is wrong"),
    "incorrect_code": _("The code is wrong, too old or already used"),
    "too_many_login_attempts": _("That was tried too often. Wait a few minutes and try again"),
    "rate_limited": _("That was tried too often. Wait a few minutes and try again"),
    "unknown_email": _("No account has this email address"),
    # nobody learns whether an address has an account
    "email_taken": _("This address cannot be used. Choose another one, or ask the early years team"),
    "duplicate_email": _("This is an address of your account already"),
}
# Attributes that help a phone or a password manager, where the package sets none.
ATTRS = {
    "login": {"autocomplete": "username", "spellcheck": "false"},
    "email": {"autocomplete": "email", "spellcheck": "false"},
    "code": {"inputmode": "numeric", "autocomplete": "one-time-code", "class": "govuk-input--width-10"},
}


def dress(form: BaseForm) -> BaseForm:
    """Give the form our renderer, labels and words. Placeholders, which vanish when typing starts, go."""
    if isinstance(form.renderer, GovRenderer):
        return form
    form.renderer = GovRenderer()
    form.bound_field_class = GovBoundField
    form._bound_fields_cache.clear()  # type: ignore[attr-defined]
    for name, field in form.fields.items():
        field.label = LABELS.get(name, field.label)
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs.update(ATTRS.get(name, {}))
        if name == "password" and field.help_text:
            # "Forgot your password?" stands below the box, not between the label and its error
            field.after, field.help_text = field.help_text, ""  # type: ignore[attr-defined]
    for name, errors in form.errors.items():
        for error in errors.as_data():
            if error.code == "required" and name in form.fields:
                field = form.fields[name]
                error.message = required_message(field, str(field.label or pretty_name(name)))
            else:
                error.message = MESSAGES.get(error.code or "", error.message)
    return form
