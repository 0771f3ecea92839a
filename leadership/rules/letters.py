"""Letters of a case (L3): their kinds, the shipped words, what may be filled in, when one may be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.merge_fields import BRACES, MergeFields, facts_of, first_braces
from core.reasons import Reason
from leadership.rules.cases import Outcome
from leadership.rules.stages import CODE, Stage

#: How long the leader still has the page of a case that is closed.
PAGE_KEPT = timedelta(days=90)


class LetterKind(TextChoices):
    """What a letter is about. The value is what is stored."""

    EXPECTATION = "expectation", _("After the first conversation")
    STAYS = "stays", _("What changes when the leader stays")
    THANKS = "thanks", _("Thank you to a leader who has stepped down")
    AGAIN = "again", _("Leading again after a new inspection")


class Field(StrEnum):
    """What may stand in braces in a letter, for something of the case."""

    FIRST_NAME = "first name"
    LEADER = "leader"
    SETTING = "setting"
    COLLABORATION = "collaboration"
    CONVERSATION = "day of the conversation"
    AGREED = "what was agreed"
    SUPPORT = "support"
    FOLLOWS = "what happens next"
    OFFICER = "officer"
    TELEPHONE = "telephone"
    EMAIL = "email"
    TEAM = "team"


LETTER_FIELDS = MergeFields(Field)
#: What the letter after the first conversation says of what comes, before the report is published and after.
BEFORE_THE_REPORT = gettext_noop(
    "Until Ofsted has published the report we treat all of this as confidential, and nothing changes for the"
    " members. Once it is published we will talk with you about who could lead next, before we ask anybody, and"
    " about how the members are told."
)
AFTER_THE_REPORT = gettext_noop(
    "Ofsted has published the report. What we talk about with you stays confidential. We will talk with you about"
    " who could lead next, before we ask anybody, and about how the members are told."
)


def what_follows(*, is_published: bool) -> str:
    """What happens next, as the leader reads it in the letter: true of today, before publication and after."""
    return AFTER_THE_REPORT if is_published else BEFORE_THE_REPORT


#: Made up, for the preview of words that belong to no case yet.
EXAMPLE: Mapping[Field, str] = {
    Field.FIRST_NAME: "Alex",
    Field.LEADER: "Alex Meadows",
    Field.SETTING: "Example Nursery",
    Field.COLLABORATION: "Example Collaboration",
    Field.CONVERSATION: "4 March 2026",
    Field.AGREED: "You will tell the members yourself at the next meeting, and we will be there with you.",
    Field.SUPPORT: "Visit to the setting, on 18 March 2026",
    Field.FOLLOWS: BEFORE_THE_REPORT,
    Field.OFFICER: "Sam Rivers",
    Field.TELEPHONE: "01632 960123",
    Field.EMAIL: "early.years@example.org",
    Field.TEAM: "Early years team",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The subject and the words of a letter."""

    subject: str
    body: str


def letter(subject: str, *paragraphs: str) -> Words:
    return Words(subject, "\n\n".join(paragraphs))


SHIPPED: Mapping[LetterKind, Words] = {
    LetterKind.EXPECTATION: letter(
        "After our conversation",
        "Dear {first name},",
        "Thank you for speaking with us on {day of the conversation}, and thank you for all that "
        "you have done for {collaboration}. We know that the time after an inspection is hard, "
        "and we are here to help.",
        "This is what we agreed:",
        "{what was agreed}",
        "After this inspection, and under our leading policy, we ask that another member leads "
        "the collaboration for now. So we ask you to step down as leader. Your "
        "setting stays a member, with the same welcome as before, and we hope that you go on "
        "sharing what you know.",
        "This is the support that we have offered you:",
        "{support}",
        "{what happens next}",
        "If anything here is not as you remember it, or if you would like to talk, please ring "
        "{officer} on {telephone} or write to {email}. You can also read what was agreed, and add "
        "your own words, when you sign in.",
        "With our thanks and kind regards,",
        "{officer}\n{team}",
    ),
    LetterKind.STAYS: letter(
        "What changes while you stay on as leader",
        "Dear {first name},",
        "Thank you for talking with us. You have told us that you would like to stay on as leader "
        "of {collaboration}, and we respect that. Thank you for the care that you have for its "
        "members.",
        "Under our leading policy we have asked that another member leads for now. While you stay on, the "
        "collaboration goes on and its members can still ask us for help. Some of our support for "
        "it will pause. We have told you which, and from which day. The support comes back when "
        "somebody else leads, or when a new inspection changes the judgement of your setting.",
        "If you would like to step down later, you can do so at any time, and we will help you to "
        "hand over well.",
        "If you would like to talk about this, please ring {officer} on {telephone} or write to {email}.",
        "With kind regards,",
        "{officer}\n{team}",
    ),
    LetterKind.THANKS: letter(
        "Thank you for leading your collaboration",
        "Dear {first name},",
        "Thank you for leading {collaboration}. You have brought its members together and given "
        "them your time and your knowledge. Handing over well is a part of leading too, and we "
        "are grateful for that.",
        "{setting} stays a member, and you are as welcome at the meetings as before. The support "
        "that we offered you goes on, for as long as it helps you.",
        "When there has been a new inspection of {setting}, we would be glad to talk with you "
        "about leading again.",
        "If there is anything that we can do, please ring {officer} on {telephone} or write to {email}.",
        "With our warmest thanks,",
        "{officer}\n{team}",
    ),
    LetterKind.AGAIN: letter(
        "Leading again",
        "Dear {first name},",
        "Congratulations to you and everybody at {setting} on the new inspection. We know how "
        "much work it took.",
        "With this judgement, our leading policy lets you lead a collaboration again. Thank you "
        "for talking with us about it. We will go on together as we agreed:",
        "{what was agreed}",
        "If you would like to talk about it, please ring {officer} on {telephone} or write to {email}.",
        "With our congratulations and kind regards,",
        "{officer}\n{team}",
    ),
}


def refusals_of_words(subject: str, body: str) -> dict[str, Reason]:
    """Why the words of a template cannot be kept so, by the field of the form."""
    refusals = {}
    if BRACES.search(subject):
        refusals["subject"] = Reason(CODE, gettext_noop("Take { and } out of the subject."))
    if (wrong := LETTER_FIELDS.refusal_of(body, code=CODE)) is not None:
        refusals["body"] = wrong
    return refusals


def left_in(body: str) -> list[str]:
    """What still stands in braces, each once and in its order: the case does not say it."""
    return list(dict.fromkeys(match[0] for match in BRACES.finditer(body)))


def refusals_to_send(subject: str, body: str) -> dict[str, Reason]:
    """Why a letter cannot be sent so, by the field of the form: something is still to be filled in."""
    refusals = {}
    if BRACES.search(subject):
        refusals["subject"] = Reason(CODE, gettext_noop("Take { and } out of the subject."))
    if (left := first_braces(body)) is not None:
        words = gettext_noop(
            "Line %(line)s, character %(character)s: %(written)s is not filled in, because the case does not say"
            " it. Write it yourself, or take it out."
        )
        refusals["body"] = Reason(CODE, words, facts_of(left))
    return refusals


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A case as far as its letters ask. ``told``: the leader reads the case since the first conversation."""

    stage: Stage
    outcome: str
    told: bool


#: Outcomes after which somebody who led leads no more.
LED = frozenset({Outcome.SUCCEEDED, Outcome.STOPPED})


def kinds_to_write(case: LetterFacts) -> list[LetterKind]:
    """The letters that make sense where a case stands."""
    return [kind for kind in LetterKind if not refusals_to_write(kind, case)]


def refusals_to_write(kind: LetterKind, case: LetterFacts) -> list[Reason]:
    """Why a letter of a kind cannot be written or sent now: nobody learns of a case from a letter, and none
    says what has not happened.
    """
    if not case.told:
        return [_NOT_TOLD]
    if kind is LetterKind.EXPECTATION:
        return [_CLOSED] if case.stage is Stage.CLOSED else []
    if kind is LetterKind.STAYS:
        return [] if case.stage is Stage.STAYS or case.outcome == Outcome.STAYS else [_DOES_NOT_STAY]
    if kind is LetterKind.THANKS:
        return [] if case.stage is Stage.STEPPED_DOWN or case.outcome in LED else [_STILL_LEADS]
    return [] if case.outcome in LED else [_NOT_AGAIN]


_NOT_TOLD = Reason(
    CODE, gettext_noop("Talk with the leader first, and record the conversation. A letter follows it.")
)
_CLOSED = Reason(CODE, gettext_noop("This case is closed, so this letter is no longer needed."))
_DOES_NOT_STAY = Reason(CODE, gettext_noop("It is not recorded that the leader stays."))
_STILL_LEADS = Reason(CODE, gettext_noop("It is not recorded that the leader has stepped down."))
_NOT_AGAIN = Reason(
    CODE, gettext_noop("This letter is for a leader who stepped down, once the case is closed.")
)
