"""The minutes of a meeting (G5): what is written for each item, what was decided, how they were agreed."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from meetings.models.agenda import AgendaItem
from meetings.models.planning import Meeting
from meetings.rules.minutes import Agreement, MinutesState
from meetings.rules.written import MAX_WORDS
from providers.models import Provider

#: What was agreed is never written over, whoever writes. Who a row names may follow a merge of two accounts.
_KEPT = """
    IF OLD.state = 'agreed' AND (TG_OP = 'DELETE' OR
        (OLD.id, OLD.meeting_id, OLD.state, OLD.circulated_at, OLD.agreed_by_meeting_id, OLD.agreement,
         OLD.agreement_changes, OLD.agreed_at, OLD.contents) IS DISTINCT FROM
        (NEW.id, NEW.meeting_id, NEW.state, NEW.circulated_at, NEW.agreed_by_meeting_id, NEW.agreement,
         NEW.agreement_changes, NEW.agreed_at, NEW.contents)) THEN
        RAISE EXCEPTION 'agreed minutes stay as they are';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
_KEPT_WITH_MINUTES = """
    IF TG_OP = 'UPDATE' THEN
        IF (OLD.id, OLD.minutes_id, OLD.item_id, OLD.words) IS NOT DISTINCT FROM
           (NEW.id, NEW.minutes_id, NEW.item_id, NEW.words) THEN
            RETURN NEW;
        END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = OLD.authority_id
                   AND m.id = OLD.minutes_id AND m.state = 'agreed') THEN
            RAISE EXCEPTION 'agreed minutes stay as they are';
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = NEW.authority_id
                   AND m.id = NEW.minutes_id AND m.state = 'agreed') THEN
            RAISE EXCEPTION 'agreed minutes stay as they are';
        END IF;
        RETURN NEW;
    END IF;
    RETURN OLD;
"""


def _kept_with_minutes() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="agreed_is_kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_KEPT_WITH_MINUTES,
    )


class Minutes(AuthorityOwned):
    """The minutes of one meeting. ``contents``: what they said when they were agreed, people and all."""

    State = MinutesState

    meeting = OwnedOneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(
        _("state"), max_length=10, choices=MinutesState, default=MinutesState.DRAFT, editable=False
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    started_at = models.DateTimeField(_("begun at"))
    #: When they were sent last, and by whom; every sending is a row of ``MinutesSent``.
    circulated_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    circulated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("sent by"),
    )
    agreed_by_meeting = OwnedForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="minutes_agreed",
        verbose_name=_("agreed by the meeting"),
    )
    agreement = models.CharField(_("how they were agreed"), max_length=12, choices=Agreement, blank=True)
    agreement_changes = models.TextField(_("changes that the meeting made"), blank=True)
    agreed_at = models.DateTimeField(_("recorded as agreed at"), null=True, blank=True)
    agreed_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded as agreed by"),
    )
    contents = models.JSONField(default=dict, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["started_at", "pk"]
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes of meetings")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="agreed")
                | Q(agreed_by_meeting__isnull=False, agreed_at__isnull=False) & ~Q(agreement=""),
                name="meetings_agreed_by_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(circulated_at__isnull=False), name="meetings_sent_at"
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "state"], name="meetings_minutes_by_state"),
            models.Index(fields=["authority", "agreed_by_meeting"], name="meetings_minutes_agreed_by"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="agreed_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_KEPT,
            )
        ]

    def __str__(self) -> str:
        return str(_("Minutes of %(meeting)s") % {"meeting": self.meeting})


class ItemMinutes(AuthorityOwned):
    """What is written of one item; without an item, of everything else.

    ``edition`` rises with each saving and ``page`` names the open page it came from, so that of two people
    who write at once the second is shown both texts.
    """

    minutes = OwnedForeignKey(Minutes, on_delete=models.PROTECT, related_name="parts")
    item = OwnedForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="written",
        verbose_name=_("item"),
    )
    words = models.TextField(_("minutes"), max_length=MAX_WORDS, blank=True)
    edition = models.PositiveIntegerField(default=0, editable=False)
    page = models.CharField(max_length=40, blank=True, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    edited_at = models.DateTimeField(_("written at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("minutes of an item")
        verbose_name_plural = _("minutes of items")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "minutes", "item"],
                nulls_distinct=False,
                name="meetings_minutes_once_an_item",
            )
        ]
        indexes = [models.Index(fields=["authority", "item"], name="meetings_minutes_of_item")]
        triggers = [_kept_with_minutes()]

    def __str__(self) -> str:
        return f"{self.minutes}: {self.item or '–'}"


@keep_history()
class Decision(AuthorityOwned):
    """What the meeting decided, recorded under its item or under none."""

    minutes = OwnedForeignKey(Minutes, on_delete=models.PROTECT, related_name="decisions")
    item = OwnedForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name=_("item"),
    )
    words = models.TextField(_("what was decided"), max_length=1000)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["recorded_at", "pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(fields=["authority", "minutes"], name="meetings_decisions_of"),
            models.Index(fields=["authority", "item"], name="meetings_decisions_of_item"),
        ]
        triggers = [_kept_with_minutes()]

    def __str__(self) -> str:
        return self.words


class MinutesSent(AuthorityOwned):
    """That minutes went out to the members, and what they said then: it is what members read. Only added."""

    minutes = OwnedForeignKey(Minutes, on_delete=models.PROTECT, related_name="sendings")
    at = models.DateTimeField(_("sent at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    contents = models.JSONField(default=dict)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("sending of minutes")
        verbose_name_plural = _("sendings of minutes")
        indexes = [models.Index(fields=["authority", "minutes", "at"], name="meetings_minutes_sent")]

    def __str__(self) -> str:
        return f"{self.minutes}: {self.at}"


class MinutesCorrection(AuthorityOwned):
    """What somebody of a member setting wants corrected, and what became of it."""

    class State(models.TextChoices):
        OPEN = "open", _("Waits for an answer")
        TAKEN = "taken", _("Taken")
        DECLINED = "declined", _("Not taken")

    minutes = OwnedForeignKey(Minutes, on_delete=models.PROTECT, related_name="corrections")
    item = OwnedForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("item")
    )
    words = models.TextField(_("correction"), max_length=2000)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_for = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("for the setting")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["proposed_at", "pk"]
        verbose_name = _("correction of minutes")
        verbose_name_plural = _("corrections of minutes")
        indexes = [models.Index(fields=["authority", "minutes", "state"], name="meetings_corrections_of")]

    def __str__(self) -> str:
        return self.words


class MinutesAmendment(AuthorityOwned):
    """What was learnt after minutes were agreed. Only added."""

    minutes = OwnedForeignKey(Minutes, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("amendment"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("added at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["number"]
        verbose_name = _("amendment of minutes")
        verbose_name_plural = _("amendments of minutes")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "minutes", "number"], name="meetings_amendment_number"
            )
        ]

    def __str__(self) -> str:
        return self.words
