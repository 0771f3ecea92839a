import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_walls_of_links"),
        ("collaborations", "0006_ways_of_working"),
        ("memberships", "0007_invitations_vouched_for"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TermsAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[("agrees", "We agree"), ("change", "We ask for a change"), ("abstains", "We abstain")],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what should change")),
                ("answered_at", models.DateTimeField(verbose_name="at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
                    ),
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms_answers",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="collaborations.waysofworking",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to ways of working",
                "verbose_name_plural": "answers to ways of working",
                "ordering": ["membership__provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsAnswerHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
                        choices=[("agrees", "We agree"), ("change", "We ask for a change"), ("abstains", "We abstain")],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what should change")),
                ("answered_at", models.DateTimeField(verbose_name="at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.termsanswer",
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.waysofworking",
                    ),
                ),
            ],
            options={
                "db_table": "memberships_termsanswer_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_on", models.DateField(verbose_name="sent on")),
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
                        related_name="terms_reminders",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="collaborations.waysofworking",
                    ),
                ),
            ],
            options={
                "ordering": ["-sent_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="reply")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "answer",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="memberships.termsanswer",
                    ),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="termsanswer",
            constraint=models.UniqueConstraint(fields=("authority", "ways", "membership"), name="memberships_one_terms_answer"),
        ),
        migrations.AddConstraint(
            model_name="termsanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("answer", "change"), _negated=True), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="memberships_change_in_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termsanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;',
                    hash="bb1133d12c627969b9a772b2c9e99535f32f291b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9bdb5",
                    table="memberships_termsanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termsanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;',
                    hash="408edcd4146e3fb6f71a924b33f21fa26abfa689",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_969c2",
                    table="memberships_termsanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="termsreminder",
            index=models.Index(fields=["authority", "membership"], name="memberships_terms_reminders_of"),
        ),
        migrations.AddConstraint(
            model_name="termsreminder",
            constraint=models.UniqueConstraint(
                fields=("authority", "ways", "membership", "sent_on"), name="memberships_terms_reminded_once_a_day"
            ),
        ),
        migrations.AddIndex(
            model_name="termsreply",
            index=models.Index(fields=["authority", "answer"], name="memberships_replies_of"),
        ),
    ]
