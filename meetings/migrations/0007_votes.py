import uuid

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0014_isolation_of_decisions"),
        ("accounts", "__first__"),
        ("collaborations", "0004_one_name_for_one_thing"),
        ("meetings", "0006_isolation_of_public_meetings"),
        ("memberships", "0008_leads_of_a_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="Vote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("proposal", "Proposal"), ("election", "Election")],
                        default="proposal",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("proposal", models.TextField(blank=True, verbose_name="what is proposed")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("consensus", "Consensus"),
                            ("simple_majority", "Simple majority"),
                            ("qualified_majority", "Qualified majority"),
                            ("all", "Every member must vote for it"),
                        ],
                        default="simple_majority",
                        max_length=20,
                        verbose_name="how it is decided",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="per cent of the votes"
                    ),
                ),
                (
                    "quorum",
                    models.CharField(
                        choices=[
                            ("share", "A share of the members"),
                            ("number", "A number of members"),
                            ("none", "Whoever is there"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="who must take part",
                    ),
                ),
                (
                    "quorum_number",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of the quorum"
                    ),
                ),
                (
                    "tie_rule",
                    models.CharField(
                        choices=[
                            ("not_carried", "The proposal is not carried"),
                            ("chair", "The chair decides"),
                            ("again", "Vote once more at the next meeting"),
                            ("lot", "Draw lots"),
                        ],
                        default="not_carried",
                        max_length=12,
                        verbose_name="when votes are equal",
                    ),
                ),
                ("is_secret", models.BooleanField(default=False, verbose_name="secret")),
                ("at_the_meeting", models.BooleanField(default=False, verbose_name="in the room")),
                ("candidates", models.JSONField(blank=True, default=list, verbose_name="candidates")),
                ("opens_at", models.DateTimeField(verbose_name="opened at")),
                ("closes_at", models.DateTimeField(blank=True, null=True, verbose_name="closes at")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed"), ("withdrawn", "Withdrawn")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("subject_kind", models.CharField(blank=True, max_length=30)),
                ("subject_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "members_only",
                    models.BooleanField(default=False, editable=False, verbose_name="seen by members alone"),
                ),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="reminded on")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("carried", "Carried"),
                            ("not_carried", "Not carried"),
                            ("no_quorum", "Too few took part"),
                            ("chair_decides", "The chair decides"),
                            ("vote_again", "Vote again"),
                            ("to_be_drawn", "Lots are to be drawn"),
                        ],
                        max_length=16,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "outcome_words",
                    models.CharField(blank=True, max_length=300, verbose_name="outcome in words"),
                ),
                ("counts", models.JSONField(blank=True, null=True, verbose_name="votes")),
                (
                    "base",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="could decide"),
                ),
                (
                    "taking_part",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="took part"),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was withdrawn"),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "follows",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="meetings.vote",
                        verbose_name="after the equal vote",
                    ),
                ),
                (
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="meetings.agendaitem",
                        verbose_name="item of the agenda",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opened by",
                    ),
                ),
            ],
            options={
                "verbose_name": "vote",
                "verbose_name_plural": "votes",
                "ordering": ["-opens_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "state"], name="meetings_votes_of"),
                    models.Index(fields=["authority", "meeting"], name="meetings_votes_at"),
                    models.Index(fields=["authority", "state", "closes_at"], name="meetings_votes_to_close"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open"), models.Q(("subject_kind", ""), _negated=True)),
                        fields=("authority", "subject_kind", "subject_id"),
                        name="meetings_one_open_vote_of_subject",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("follows__isnull", False), models.Q(("state", "withdrawn"), _negated=True)
                        ),
                        fields=("authority", "follows"),
                        name="meetings_one_vote_again",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SecretBallot",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("choice", models.CharField(max_length=20, verbose_name="vote")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "vote",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="secret_ballots",
                        to="meetings.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "secret ballot",
                "verbose_name_plural": "secret ballots",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CastVote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("choice", models.CharField(max_length=20, verbose_name="vote")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("client_key", models.CharField(blank=True, max_length=36)),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="setting",
                    ),
                ),
                (
                    "vote",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cast",
                        to="meetings.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "vote of a setting",
                "verbose_name_plural": "votes of settings",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("client_key", ""), _negated=True),
                        fields=("authority", "vote", "membership", "client_key"),
                        name="meetings_one_press_one_vote",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BallotBox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contents", models.TextField()),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "vote",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="box",
                        to="meetings.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "ballot box",
                "verbose_name_plural": "ballot boxes",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="VoteHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("proposal", "Proposal"), ("election", "Election")],
                        default="proposal",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("proposal", models.TextField(blank=True, verbose_name="what is proposed")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("consensus", "Consensus"),
                            ("simple_majority", "Simple majority"),
                            ("qualified_majority", "Qualified majority"),
                            ("all", "Every member must vote for it"),
                        ],
                        default="simple_majority",
                        max_length=20,
                        verbose_name="how it is decided",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="per cent of the votes"
                    ),
                ),
                (
                    "quorum",
                    models.CharField(
                        choices=[
                            ("share", "A share of the members"),
                            ("number", "A number of members"),
                            ("none", "Whoever is there"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="who must take part",
                    ),
                ),
                (
                    "quorum_number",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of the quorum"
                    ),
                ),
                (
                    "tie_rule",
                    models.CharField(
                        choices=[
                            ("not_carried", "The proposal is not carried"),
                            ("chair", "The chair decides"),
                            ("again", "Vote once more at the next meeting"),
                            ("lot", "Draw lots"),
                        ],
                        default="not_carried",
                        max_length=12,
                        verbose_name="when votes are equal",
                    ),
                ),
                ("is_secret", models.BooleanField(default=False, verbose_name="secret")),
                ("at_the_meeting", models.BooleanField(default=False, verbose_name="in the room")),
                ("candidates", models.JSONField(blank=True, default=list, verbose_name="candidates")),
                ("opens_at", models.DateTimeField(verbose_name="opened at")),
                ("closes_at", models.DateTimeField(blank=True, null=True, verbose_name="closes at")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed"), ("withdrawn", "Withdrawn")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("subject_kind", models.CharField(blank=True, max_length=30)),
                ("subject_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "members_only",
                    models.BooleanField(default=False, editable=False, verbose_name="seen by members alone"),
                ),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="reminded on")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("carried", "Carried"),
                            ("not_carried", "Not carried"),
                            ("no_quorum", "Too few took part"),
                            ("chair_decides", "The chair decides"),
                            ("vote_again", "Vote again"),
                            ("to_be_drawn", "Lots are to be drawn"),
                        ],
                        max_length=16,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "outcome_words",
                    models.CharField(blank=True, max_length=300, verbose_name="outcome in words"),
                ),
                ("counts", models.JSONField(blank=True, null=True, verbose_name="votes")),
                (
                    "base",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="could decide"),
                ),
                (
                    "taking_part",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="took part"),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was withdrawn"),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "follows",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.vote",
                        verbose_name="after the equal vote",
                    ),
                ),
                (
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                        verbose_name="item of the agenda",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opened by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="meetings.vote",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_vote_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Voter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stood_aside", models.BooleanField(default=False, verbose_name="stood aside")),
                ("interest", models.CharField(blank=True, max_length=300, verbose_name="interest")),
                ("has_voted", models.BooleanField(default=False, verbose_name="has voted")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="setting",
                    ),
                ),
                (
                    "vote",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voters",
                        to="meetings.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "voter",
                "verbose_name_plural": "voters",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "membership"], name="meetings_votes_of_member")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "vote", "membership"), name="meetings_one_vote_a_setting"
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state <> 'open' AND ((OLD.collaboration_id IS DISTINCT FROM NEW.collaboration_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.title IS DISTINCT FROM NEW.title OR OLD.proposal IS DISTINCT FROM NEW.proposal OR OLD.method IS DISTINCT FROM NEW.method OR OLD.percent IS DISTINCT FROM NEW.percent OR OLD.quorum IS DISTINCT FROM NEW.quorum OR OLD.quorum_number IS DISTINCT FROM NEW.quorum_number OR OLD.tie_rule IS DISTINCT FROM NEW.tie_rule OR OLD.is_secret IS DISTINCT FROM NEW.is_secret OR OLD.at_the_meeting IS DISTINCT FROM NEW.at_the_meeting OR OLD.candidates IS DISTINCT FROM NEW.candidates OR OLD.opens_at IS DISTINCT FROM NEW.opens_at OR OLD.closes_at IS DISTINCT FROM NEW.closes_at OR OLD.state IS DISTINCT FROM NEW.state OR OLD.counts IS DISTINCT FROM NEW.counts OR OLD.base IS DISTINCT FROM NEW.base OR OLD.taking_part IS DISTINCT FROM NEW.taking_part OR OLD.subject_kind IS DISTINCT FROM NEW.subject_kind OR OLD.subject_id IS DISTINCT FROM NEW.subject_id OR OLD.members_only IS DISTINCT FROM NEW.members_only) OR (OLD.outcome NOT IN ('chair_decides', 'to_be_drawn') AND OLD.outcome <> '' AND (OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.outcome_words IS DISTINCT FROM NEW.outcome_words))))",
                    func="RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation';",
                    hash="bdc21f405ee5be2af452eb41e0c4dc05372c2a3c",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_stays_c77bf",
                    table="meetings_vote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'closed')",
                    func="RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation';",
                    hash="5128c4fc7b3c27ccedcb7438cc5cc26b01086c2f",
                    operation="DELETE",
                    pgid="pgtrigger_closed_is_kept_d7ddf",
                    table="meetings_vote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_vote_history" ("at_the_meeting", "authority_id", "base", "candidates", "closed_at", "closed_by_id", "closes_at", "collaboration_id", "counts", "follows_id", "id", "is_secret", "item_id", "kind", "meeting_id", "members_only", "method", "opened_by_id", "opens_at", "outcome", "outcome_words", "percent", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal", "quorum", "quorum_number", "reminded_on", "state", "subject_id", "subject_kind", "taking_part", "tie_rule", "title", "withdrawn_because") VALUES (OLD."at_the_meeting", OLD."authority_id", OLD."base", OLD."candidates", OLD."closed_at", OLD."closed_by_id", OLD."closes_at", OLD."collaboration_id", OLD."counts", OLD."follows_id", OLD."id", OLD."is_secret", OLD."item_id", OLD."kind", OLD."meeting_id", OLD."members_only", OLD."method", OLD."opened_by_id", OLD."opens_at", OLD."outcome", OLD."outcome_words", OLD."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."proposal", OLD."quorum", OLD."quorum_number", OLD."reminded_on", OLD."state", OLD."subject_id", OLD."subject_kind", OLD."taking_part", OLD."tie_rule", OLD."title", OLD."withdrawn_because"); RETURN NULL;',
                    hash="708a12a23213064b1900171be311eeaa4d8b307d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c7f15",
                    table="meetings_vote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_vote_history" ("at_the_meeting", "authority_id", "base", "candidates", "closed_at", "closed_by_id", "closes_at", "collaboration_id", "counts", "follows_id", "id", "is_secret", "item_id", "kind", "meeting_id", "members_only", "method", "opened_by_id", "opens_at", "outcome", "outcome_words", "percent", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal", "quorum", "quorum_number", "reminded_on", "state", "subject_id", "subject_kind", "taking_part", "tie_rule", "title", "withdrawn_because") VALUES (OLD."at_the_meeting", OLD."authority_id", OLD."base", OLD."candidates", OLD."closed_at", OLD."closed_by_id", OLD."closes_at", OLD."collaboration_id", OLD."counts", OLD."follows_id", OLD."id", OLD."is_secret", OLD."item_id", OLD."kind", OLD."meeting_id", OLD."members_only", OLD."method", OLD."opened_by_id", OLD."opens_at", OLD."outcome", OLD."outcome_words", OLD."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."proposal", OLD."quorum", OLD."quorum_number", OLD."reminded_on", OLD."state", OLD."subject_id", OLD."subject_kind", OLD."taking_part", OLD."tie_rule", OLD."title", OLD."withdrawn_because"); RETURN NULL;',
                    hash="e283f88947761240a0da006534174abb2322b240",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b0f1",
                    table="meetings_vote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secretballot",
            trigger=pgtrigger.compiler.Trigger(
                name="ballot_of_open",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (SELECT v.state FROM meetings_vote v WHERE v.authority_id = NEW.authority_id AND v.id = NEW.vote_id) <> 'open'\n    THEN RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation'; END IF;\n    RETURN NEW;\n",
                    hash="35d4868d0565da95b5df6e0fa6207a19453778c6",
                    operation="INSERT",
                    pgid="pgtrigger_ballot_of_open_a3096",
                    table="meetings_secretballot",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="castvote",
            trigger=pgtrigger.compiler.Trigger(
                name="cast_in_open",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (SELECT v.state FROM meetings_vote v WHERE v.authority_id = NEW.authority_id AND v.id = NEW.vote_id) <> 'open'\n    THEN RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation'; END IF;\n    RETURN NEW;\n",
                    hash="bb5a97bab6cbe17582c8bcffb178acd7a1b7abe1",
                    operation="INSERT",
                    pgid="pgtrigger_cast_in_open_ba28e",
                    table="meetings_castvote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="voter",
            trigger=pgtrigger.compiler.Trigger(
                name="voter_of_open",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (SELECT v.state FROM meetings_vote v WHERE v.authority_id = OLD.authority_id AND v.id = OLD.vote_id) <> 'open'\n    THEN RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation'; END IF;\n    RETURN COALESCE(NEW, OLD);\n",
                    hash="cd6434fb7bcaaeb93c2591a4d5cfcf720a0f0e95",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_voter_of_open_c639e",
                    table="meetings_voter",
                    when="BEFORE",
                ),
            ),
        ),
    ]
