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
        ("meetings", "0014_events_isolation"),
        ("providers", "0008_isolation_of_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeetingAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                (
                    "as_agreed",
                    models.CharField(
                        blank=True, editable=False, max_length=700, verbose_name="as it was agreed"
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("done_words", models.CharField(blank=True, max_length=300, verbose_name="how it went")),
                ("given_at", models.DateTimeField(verbose_name="recorded at")),
                ("changed_at", models.DateTimeField(verbose_name="last said at")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told up to")),
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="meetings.agendaitem",
                        verbose_name="item",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "owner",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="who does it",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="the person there",
                    ),
                ),
            ],
            options={
                "verbose_name": "action of a meeting",
                "verbose_name_plural": "actions of meetings",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "meeting"], name="meetings_actions_of"),
                    models.Index(
                        condition=models.Q(("done_on__isnull", True)),
                        fields=["authority", "owner"],
                        name="meetings_open_actions_at",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("done_on__isnull", True),
                            models.Q(
                                ("told_at__isnull", True),
                                ("told_at__lt", models.F("changed_at")),
                                _connector="OR",
                            ),
                        ),
                        fields=["authority", "changed_at"],
                        name="meetings_actions_to_tell",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingActionHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=300, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                (
                    "as_agreed",
                    models.CharField(
                        blank=True, editable=False, max_length=700, verbose_name="as it was agreed"
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("done_words", models.CharField(blank=True, max_length=300, verbose_name="how it went")),
                ("given_at", models.DateTimeField(verbose_name="recorded at")),
                ("changed_at", models.DateTimeField(verbose_name="last said at")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told up to")),
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
                    "given_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
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
                        verbose_name="item",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "owner",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="who does it",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="the person there",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="meetings.meetingaction",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_meetingaction_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingaction_history" ("as_agreed", "authority_id", "changed_at", "done_on", "done_words", "due_on", "given_at", "given_by_id", "id", "item_id", "meeting_id", "owner_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_at", "what") VALUES (OLD."as_agreed", OLD."authority_id", OLD."changed_at", OLD."done_on", OLD."done_words", OLD."due_on", OLD."given_at", OLD."given_by_id", OLD."id", OLD."item_id", OLD."meeting_id", OLD."owner_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."told_at", OLD."what"); RETURN NULL;',
                    hash="0e5abe8bb6f09321f26af281ac9f7a701771c070",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_27a99",
                    table="meetings_meetingaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingaction_history" ("as_agreed", "authority_id", "changed_at", "done_on", "done_words", "due_on", "given_at", "given_by_id", "id", "item_id", "meeting_id", "owner_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_at", "what") VALUES (OLD."as_agreed", OLD."authority_id", OLD."changed_at", OLD."done_on", OLD."done_words", OLD."due_on", OLD."given_at", OLD."given_by_id", OLD."id", OLD."item_id", OLD."meeting_id", OLD."owner_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."told_at", OLD."what"); RETURN NULL;',
                    hash="ff41ee82e0bd9bd56e0e8437f7a7e31818d301ab",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0bcbe",
                    table="meetings_meetingaction",
                    when="AFTER",
                ),
            ),
        ),
    ]
