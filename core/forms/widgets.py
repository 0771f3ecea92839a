"""GOV.UK controls.

Each knows its own markup; labels, hints and errors around it are the bound field's (renderer.py).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from core.forms.dates import PARTS
from core.forms.drawing import draw_input, draw_select
from core.text import several_lines

Attrs = dict[str, Any]


def _with_class(attrs: Attrs | None, name: str) -> Attrs:
    attrs = dict(attrs or {})
    attrs["class"] = f"{attrs.get('class', '')} {name}".strip()
    return attrs


class TextInput(forms.TextInput):
    """One line.

    ``width`` in characters (2, 3, 4, 5, 10, 20, 30); ``prefix`` and ``suffix`` such as "£" and "%".
    """

    def __init__(
        self, attrs: Attrs | None = None, *, width: int | None = None, prefix: str = "", suffix: str = ""
    ) -> None:
        super().__init__(_with_class(attrs, f"govuk-input--width-{width}") if width else attrs)
        self.prefix, self.suffix = prefix, suffix
        if prefix or suffix:
            self.template_name = "forms/widgets/affixed.html"

    def get_context(self, name: str, value: Any, attrs: Attrs | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"prefix": self.prefix, "suffix": self.suffix}
        return context

    def render(self, name: str, value: Any, attrs: Attrs | None = None, renderer: Any = None) -> SafeString:
        if self.prefix or self.suffix:
            return super().render(name, value, attrs, renderer)
        return draw_input(self.get_context(name, value, attrs)["widget"])


class NumberInput(TextInput):
    """A whole number: digits on a phone's keyboard, without the
    browser's arrows and wheel (GOV.UK's advice).
    """

    def __init__(self, attrs: Attrs | None = None, *, width: int = 5, **kwargs: Any) -> None:
        super().__init__(
            {"inputmode": "numeric", "spellcheck": "false", **(attrs or {})}, width=width, **kwargs
        )


class EmailInput(forms.EmailInput):
    def __init__(self, attrs: Attrs | None = None) -> None:
        super().__init__({"autocomplete": "email", "spellcheck": "false", **(attrs or {})})


class SearchInput(TextInput):
    input_type = "search"

    def __init__(self, attrs: Attrs | None = None, **kwargs: Any) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})}, **kwargs)


class TextArea(forms.Textarea):
    """Several lines.

    With ``count`` the page says how many characters are left; the field's own max_length decides.
    """

    def __init__(self, attrs: Attrs | None = None, *, rows: int = 5, count: int | None = None) -> None:
        name = "govuk-js-character-count" if count else ""
        super().__init__(
            _with_class({"rows": rows, **(attrs or {})}, name) if name else {"rows": rows, **(attrs or {})}
        )
        self.count = count

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, with line ends as they are kept: limits, comparisons and history see one form."""
        value = super().value_from_datadict(data, files, name)
        return several_lines(value) if isinstance(value, str) else value


class Select(forms.Select):
    """A drop-down list. Prefer Radios up to about seven choices."""

    def render(self, name: str, value: Any, attrs: Attrs | None = None, renderer: Any = None) -> SafeString:
        return draw_select(self.get_context(name, value, attrs)["widget"])


class _OptionHints:
    """Hints under single options: ``hints={value: text}``."""

    def __init__(
        self, attrs: Attrs | None = None, choices: Any = (), *, hints: Mapping[Any, Any] | None = None
    ) -> None:
        super().__init__(attrs, choices)  # type: ignore[call-arg]
        self.hints = {str(value): text for value, text in (hints or {}).items()}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        option["hint"] = self.hints.get(str(value), "")
        option["revealed"] = getattr(self, "revealed", {}).get(str(value))
        return option


class Radios(_OptionHints, forms.RadioSelect):
    """One of a few. ``inline`` for two short choices, ``small`` in dense pages."""

    template_name = "forms/widgets/choices.html"

    def __init__(self, *args: Any, inline: bool = False, small: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inline, self.small = inline, small

    def get_context(self, name: str, value: Any, attrs: Attrs | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"inline": self.inline, "small": self.small}
        return context


class Checkboxes(_OptionHints, forms.CheckboxSelectMultiple):
    """Several of a few."""

    template_name = "forms/widgets/choices.html"


class FileUpload(forms.FileInput):
    """One file; ``accept`` as the browser's picker takes it (".csv,.gz")."""

    template_name = "forms/widgets/file.html"

    def __init__(self, attrs: Attrs | None = None, *, accept: str = "") -> None:
        super().__init__({**(attrs or {}), **({"accept": accept} if accept else {})})


class FilesUpload(FileUpload):
    """Several files at once; the value is the list of them."""

    allow_multiple_selected = True

    def __init__(self, attrs: Attrs | None = None, *, accept: str = "") -> None:
        super().__init__({"multiple": True, **(attrs or {})}, accept=accept)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else list(files.get(name) or [])


class DateInput(forms.Widget):
    """Three boxes: day, month, year. The value is the list of their texts, or a date."""

    template_name = "forms/widgets/date.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [str(data.get(f"{name}_{part}") or "") for part in PARTS]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str | None) -> str:
        return ""  # the legend names the group, each box has its own label

    def get_context(self, name: str, value: Any, attrs: Attrs | None) -> dict[str, Any]:
        attrs = dict(attrs or {})
        wrong = str(attrs.pop("data-wrong", "")).split()
        invalid = attrs.pop("aria-invalid", None)
        context = super().get_context(name, None, attrs)
        context["widget"]["boxes"] = [
            {
                "part": part,
                "name": f"{name}_{part}",
                "id": f"{attrs.get('id', name)}_{part}",
                "value": text,
                "wrong": bool(invalid) and (part in wrong or not wrong),
                "autocomplete": f"bday-{part}" if self.attrs.get("autocomplete") == "bday" else "",
            }
            for part, text in zip(PARTS, self.texts(value), strict=True)
        ]
        return context

    @staticmethod
    def texts(value: Any) -> list[str]:
        if isinstance(value, datetime.date):
            return [str(value.day), str(value.month), str(value.year)]
        if isinstance(value, list | tuple) and len(value) == len(PARTS):
            return [str(text) for text in value]
        return ["", "", ""]
