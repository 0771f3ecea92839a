import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0009_malware_events"),
        ("accounts", "__first__"),
        ("memberships", "0005_one_name_for_one_thing"),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "wish",
                    models.CharField(
                        blank=True,
                        choices=[("telephone", "Telephone"), ("email", "Email")],
                        max_length=10,
                        verbose_name="prefers",
                    ),
                ),
                (
                    "shown_to_groups",
                    models.BooleanField(default=False, verbose_name="telephone shown to the own groups"),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "contact of a person",
                "verbose_name_plural": "contacts of people",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "user"), name="memberships_contact_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonContactHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "wish",
                    models.CharField(
                        blank=True,
                        choices=[("telephone", "Telephone"), ("email", "Email")],
                        max_length=10,
                        verbose_name="prefers",
                    ),
                ),
                (
                    "shown_to_groups",
                    models.BooleanField(default=False, verbose_name="telephone shown to the own groups"),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.personcontact",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "memberships_personcontact_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_personcontact_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_to_groups", "telephone", "user_id", "wish") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."shown_to_groups", OLD."telephone", OLD."user_id", OLD."wish"); RETURN NULL;',
                    hash="99d2f9aec6f822889fd52a112c84d5f9643f6316",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_848b8",
                    table="memberships_personcontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_personcontact_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_to_groups", "telephone", "user_id", "wish") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."shown_to_groups", OLD."telephone", OLD."user_id", OLD."wish"); RETURN NULL;',
                    hash="651ce8cca314fa4f64927b340ed88bbb92745362",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b3775",
                    table="memberships_personcontact",
                    when="AFTER",
                ),
            ),
        ),
    ]
