"""Levels, areas and standards of a draft (Q1): each its form, a press to move it, a question before it goes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage, found_or_404
from qa_framework.forms.frameworks import AreaForm, LevelForm, StandardForm, SuccessorsForm, WordsForm
from qa_framework.rules.frameworks import Kind, Words, kinds_with_own_words
from qa_framework.selectors import frameworks as selectors
from qa_framework.services import parts as services
from qa_framework.views.frameworks import WritesFramework

if TYPE_CHECKING:
    from core.views import Said

FIND = {"level": selectors.level_in, "area": selectors.area_in, "standard": selectors.standard_in}


class WritesPart(WritesFramework):
    """A form of one part of a draft; without ``row`` in its address a new one."""

    template_name = "qa_framework/part.html"
    success_message = _("Saved.")
    part_name: ClassVar[str]
    title_new: ClassVar[Any]

    @cached_property
    def part(self) -> Any:
        if "row" not in self.kwargs:
            return None
        return found_or_404(FIND[self.part_name](self.version, self.kwargs["row"]))

    def permission_object(self) -> None:
        super().permission_object()
        self.part  # noqa: B018  404 before anything else is asked

    def get_title(self) -> Any:
        return str(self.part) if self.part else self.title_new

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        remove = self.page_address("remove_part", self.part_name, self.part.pk) if self.part else ""
        return super().get_context_data(**{"remove_url": remove, **kwargs})

    def row(self) -> int | None:
        return self.part.pk if self.part else None

    def label(self, name: str) -> Any:
        return self.form_class.base_fields[name].label


class WriteLevel(WritesPart):
    part_name = "level"
    form_class = LevelForm
    title_new = _("Add a level")

    def mark(self) -> str:
        return services.mark_of_level(self.part) if self.part else ""

    def stored(self) -> Said:
        return [(self.label(name), getattr(self.part, name)) for name in ("name", "award")]

    def get_initial(self) -> dict[str, Any]:
        said = {"name": self.part.name, "award": self.part.award} if self.part else {}
        return {**super().get_initial(), **said}

    def save(self, form: LevelForm) -> None:
        services.save_level(
            version_id=self.version.pk, row=self.row(), **form.cleaned_data, by=self.request.user
        )


class WriteArea(WritesPart):
    part_name = "area"
    form_class = AreaForm
    title_new = _("Add an area")

    def mark(self) -> str:
        return services.mark_of_area(self.part) if self.part else ""

    def stored(self) -> Said:
        return [(self.label(name), getattr(self.part, name)) for name in ("name", "about")]

    def get_initial(self) -> dict[str, Any]:
        said = {"name": self.part.name, "about": self.part.about} if self.part else {}
        return {**super().get_initial(), **said}

    def save(self, form: AreaForm) -> None:
        services.save_area(
            version_id=self.version.pk, row=self.row(), **form.cleaned_data, by=self.request.user
        )


def said_in(form: Any, words: Words) -> list[tuple[Any, str]]:
    """Words as they are stored, each with the label of its field."""
    fields = form.fields
    levels = [(fields[f"level_{key}"].label, words.levels.get(key, "")) for key in form.keys]
    statement = (fields["statement"].label, words.statement)
    return [statement, *levels, (fields["prompts"].label, "\n".join(words.prompts))]


def typed(words: Words) -> dict[str, str]:
    """Words as the values of their form."""
    levels = {f"level_{key}": text for key, text in words.levels.items()}
    return {"statement": words.statement, **levels, "prompts": "\n".join(words.prompts)}


class WriteStandard(WritesPart):
    part_name = "standard"
    form_class = StandardForm
    title_new = _("Add a standard")

    def get_form_kwargs(self) -> dict[str, Any]:
        areas = [(str(area.pk), area.name) for area in selectors.areas_of(self.version)]
        return {**super().get_form_kwargs(), "areas": areas, "levels": self.framework.levels}

    def mark(self) -> str:
        return services.mark_of_standard(self.part) if self.part else ""

    def stored(self) -> Said:
        form = self.form_class(levels=self.framework.levels)
        named = [(form.fields["name"].label, self.part.name), (form.fields["area"].label, self.part.area)]
        return [*named, *said_in(form, selectors.words_of(self.part, ""))]

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        if self.part is None:
            return {**initial, "area": self.request.GET.get("area")}
        return {
            **initial,
            "name": self.part.name,
            "area": self.part.area_id,
            **typed(selectors.words_of(self.part, "")),
        }

    def save(self, form: StandardForm) -> None:
        data = form.cleaned_data
        services.save_standard(
            version_id=self.version.pk,
            row=self.row(),
            area_id=data["area"],
            name=data["name"],
            words=form.words(),
            seen=data["seen"],
            by=self.request.user,
        )


class WriteWords(WritesPart):
    """A standard in the words of one kind of setting."""

    part_name = "standard"
    form_class = WordsForm

    def permission_object(self) -> None:
        super().permission_object()
        if self.kwargs["kind"] not in kinds_with_own_words(self.version.kinds):
            raise Http404

    @property
    def kind(self) -> Kind:
        return Kind(self.kwargs["kind"])

    def get_title(self) -> str:
        return gettext("“%(standard)s” in words for %(kind)s") % {
            "standard": self.part,
            "kind": str(self.kind.label).lower(),
        }

    def get_form_kwargs(self) -> dict[str, Any]:
        usual = selectors.words_of(self.part, "")
        return {**super().get_form_kwargs(), "levels": self.framework.levels, "usual": usual}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"remove_url": "", **kwargs})

    def mark(self) -> str:
        return services.mark_of_words(self.part, self.kind)

    def stored(self) -> Said:
        form = self.form_class(levels=self.framework.levels)
        return said_in(form, selectors.words_of(self.part, self.kind))

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **typed(selectors.words_of(self.part, self.kind))}

    def save(self, form: WordsForm) -> None:
        services.save_words(
            version_id=self.version.pk,
            row=self.part.pk,
            kind=self.kind,
            words=form.words(),
            seen=form.cleaned_data["seen"],
            by=self.request.user,
        )


class OfNamedPart(WritesFramework, ConfirmPage):
    """A press about a level, an area or a standard, which the address names."""

    template_name = "layouts/confirm_page.html"
    form_class = ConfirmPage.form_class

    @cached_property
    def part(self) -> Any:
        find = FIND.get(self.kwargs["part"])
        return found_or_404(find(self.version, self.kwargs["row"]) if find else None)

    def permission_object(self) -> None:
        super().permission_object()
        self.part  # noqa: B018  404 before anything else is asked

    def named(self) -> dict[str, Any]:
        return {"version_id": self.version.pk, "part": self.kwargs["part"], "row": self.part.pk}


class MovePart(OfNamedPart):
    """One press moves a part one place up or down."""

    http_method_names = ["post"]
    title = _("Move it?")

    def permission_object(self) -> None:
        super().permission_object()
        if self.kwargs["where"] not in ("up", "down"):
            raise Http404

    def save(self, form: Any) -> None:
        services.move_part(**self.named(), up=self.kwargs["where"] == "up", by=self.request.user)


class RemovePart(OfNamedPart):
    submit_label = _("Remove it")
    destructive = True
    success_message = _("It is removed from the draft.")
    explanation = _(
        "It is taken out of this draft with all that stands in it. Other versions stay as they are."
    )

    def get_title(self) -> str:
        return gettext("Remove “%(part)s”?") % {"part": self.part}

    def save(self, form: Any) -> None:
        services.remove_part(**self.named(), by=self.request.user)


class SaySuccessors(WritesFramework):
    """What comes after a standard of the version before that the draft no longer has."""

    template_name = "qa_framework/successors.html"
    form_class = SuccessorsForm
    success_message = _("Saved.")

    @cached_property
    def part(self) -> Any:
        return found_or_404(selectors.ending_standard(self.version, self.kwargs["row"]))

    def permission_object(self) -> None:
        super().permission_object()
        self.part  # noqa: B018  404 before anything else is asked

    def get_title(self) -> str:
        return gettext("What comes after “%(standard)s”?") % {"standard": self.part}

    @cached_property
    def standards(self) -> list[Any]:
        return selectors.standards_of(self.version)

    def get_form_kwargs(self) -> dict[str, Any]:
        standards = [(str(one.pk), f"{one.area}: {one.name}") for one in self.standards]
        return {**super().get_form_kwargs(), "standards": standards}

    def mark(self) -> str:
        return services.mark_of_successors(self.version, self.part)

    def chosen(self) -> list[Any]:
        said = selectors.successors_of(self.version).get(self.part.key, ())
        return [one for one in self.standards if one.key in said]

    def stored(self) -> Said:
        names = ", ".join(one.name for one in self.chosen())
        return [(self.form_class.base_fields["after"].label, names or gettext("Nothing"))]

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "after": [one.pk for one in self.chosen()]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"said": selectors.words_of(self.part, ""), **kwargs})

    def save(self, form: SuccessorsForm) -> None:
        services.say_successors(
            version_id=self.version.pk, row=self.part.pk, **form.cleaned_data, by=self.request.user
        )
