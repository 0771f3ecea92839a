import django.contrib.postgres.fields
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
        ("meetings", "0010_isolation_of_elections"),
        ("providers", "0008_isolation_of_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(max_length=1000, verbose_name="what was decided")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
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
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="meetings.agendaitem",
                        verbose_name="item",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["recorded_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("circulated", "With the members"),
                            ("agreed", "Agreed"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("circulated_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[("as_sent", "As they were sent"), ("with_changes", "With changes")],
                        max_length=12,
                        verbose_name="how they were agreed",
                    ),
                ),
                (
                    "agreement_changes",
                    models.TextField(blank=True, verbose_name="changes that the meeting made"),
                ),
                (
                    "agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="recorded as agreed at"),
                ),
                ("contents", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "agreed_by_meeting",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_agreed",
                        to="meetings.meeting",
                        verbose_name="agreed by the meeting",
                    ),
                ),
                (
                    "agreed_recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded as agreed by",
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
                    "circulated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes",
                "verbose_name_plural": "minutes of meetings",
                "ordering": ["started_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "state"], name="meetings_minutes_by_state"),
                    models.Index(
                        fields=["authority", "agreed_by_meeting"], name="meetings_minutes_agreed_by"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "agreed"), _negated=True),
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("agreed_by_meeting__isnull", False),
                                models.Q(("agreement", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="meetings_agreed_by_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"), ("circulated_at__isnull", False), _connector="OR"
                        ),
                        name="meetings_sent_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemMinutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=10000, verbose_name="minutes")),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("page", models.CharField(blank=True, editable=False, max_length=40)),
                ("edited_at", models.DateTimeField(verbose_name="written at")),
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
                    "edited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="written",
                        to="meetings.agendaitem",
                        verbose_name="item",
                    ),
                ),
                (
                    "minutes",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="meetings.minutes",
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes of an item",
                "verbose_name_plural": "minutes of items",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "item"], name="meetings_minutes_of_item")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "minutes", "item"),
                        name="meetings_minutes_once_an_item",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("words", models.TextField(max_length=1000, verbose_name="what was decided")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="meetings.decision",
                    ),
                ),
                (
                    "recorded_by",
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
                    "minutes",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.minutes",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_decision_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="minutes",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="meetings.minutes",
            ),
        ),
        migrations.CreateModel(
            name="MinutesAmendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(max_length=2000, verbose_name="amendment")),
                ("at", models.DateTimeField(verbose_name="added at")),
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
                    "minutes",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="meetings.minutes",
                    ),
                ),
            ],
            options={
                "verbose_name": "amendment of minutes",
                "verbose_name_plural": "amendments of minutes",
                "ordering": ["number"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "minutes", "number"), name="meetings_amendment_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="correction")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waits for an answer"),
                            ("taken", "Taken"),
                            ("declined", "Not taken"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                ("answer", models.CharField(blank=True, max_length=300, verbose_name="answer")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
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
                    "item",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.agendaitem",
                        verbose_name="item",
                    ),
                ),
                (
                    "minutes",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "proposed_for",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="for the setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction of minutes",
                "verbose_name_plural": "corrections of minutes",
                "ordering": ["proposed_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "minutes", "state"], name="meetings_corrections_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesSent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="sent at")),
                ("contents", models.JSONField(default=dict)),
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
                    "minutes",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sendings",
                        to="meetings.minutes",
                    ),
                ),
            ],
            options={
                "verbose_name": "sending of minutes",
                "verbose_name_plural": "sendings of minutes",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "minutes", "at"], name="meetings_minutes_sent")
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernRoutesGiven",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "routes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("emergency", "999, where a child is in danger now"),
                                ("social_care", "Children's social care"),
                                ("out_of_hours", "Out of hours"),
                                (
                                    "designated_officer",
                                    "About an adult who works with children (designated officer)",
                                ),
                                ("page", "The page on reporting a concern"),
                                ("police", "The police, on 101"),
                                ("nspcc", "The NSPCC, on 0808 800 5000"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="routes",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="given at")),
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
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concern_routes",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "routes for a concern given",
                "verbose_name_plural": "routes for a concern given",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "meeting"], name="meetings_routes_given_at")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "routes__contained_by",
                                [
                                    "emergency",
                                    "social_care",
                                    "out_of_hours",
                                    "designated_officer",
                                    "page",
                                    "police",
                                    "nspcc",
                                ],
                            )
                        ),
                        name="meetings_routes_are_no_words",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="agreed_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF OLD.state = 'agreed' AND (TG_OP = 'DELETE' OR\n        (OLD.id, OLD.meeting_id, OLD.state, OLD.circulated_at, OLD.agreed_by_meeting_id, OLD.agreement,\n         OLD.agreement_changes, OLD.agreed_at, OLD.contents) IS DISTINCT FROM\n        (NEW.id, NEW.meeting_id, NEW.state, NEW.circulated_at, NEW.agreed_by_meeting_id, NEW.agreement,\n         NEW.agreement_changes, NEW.agreed_at, NEW.contents)) THEN\n        RAISE EXCEPTION 'agreed minutes stay as they are';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="9d89ed084d200bf48f4fa72f5c728945761916fb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_agreed_is_kept_51dce",
                    table="meetings_minutes",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="agreed_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'UPDATE' THEN\n        IF (OLD.id, OLD.minutes_id, OLD.item_id, OLD.words) IS NOT DISTINCT FROM\n           (NEW.id, NEW.minutes_id, NEW.item_id, NEW.words) THEN\n            RETURN NEW;\n        END IF;\n    END IF;\n    IF TG_OP <> 'INSERT' THEN\n        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = OLD.authority_id\n                   AND m.id = OLD.minutes_id AND m.state = 'agreed') THEN\n            RAISE EXCEPTION 'agreed minutes stay as they are';\n        END IF;\n    END IF;\n    IF TG_OP <> 'DELETE' THEN\n        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = NEW.authority_id\n                   AND m.id = NEW.minutes_id AND m.state = 'agreed') THEN\n            RAISE EXCEPTION 'agreed minutes stay as they are';\n        END IF;\n        RETURN NEW;\n    END IF;\n    RETURN OLD;\n",
                    hash="a7821920e85b61f8f1d5a22d9e75f142e89e5104",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_agreed_is_kept_58327",
                    table="meetings_itemminutes",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["authority", "minutes"], name="meetings_decisions_of"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["authority", "item"], name="meetings_decisions_of_item"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="agreed_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'UPDATE' THEN\n        IF (OLD.id, OLD.minutes_id, OLD.item_id, OLD.words) IS NOT DISTINCT FROM\n           (NEW.id, NEW.minutes_id, NEW.item_id, NEW.words) THEN\n            RETURN NEW;\n        END IF;\n    END IF;\n    IF TG_OP <> 'INSERT' THEN\n        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = OLD.authority_id\n                   AND m.id = OLD.minutes_id AND m.state = 'agreed') THEN\n            RAISE EXCEPTION 'agreed minutes stay as they are';\n        END IF;\n    END IF;\n    IF TG_OP <> 'DELETE' THEN\n        IF EXISTS (SELECT 1 FROM meetings_minutes AS m WHERE m.authority_id = NEW.authority_id\n                   AND m.id = NEW.minutes_id AND m.state = 'agreed') THEN\n            RAISE EXCEPTION 'agreed minutes stay as they are';\n        END IF;\n        RETURN NEW;\n    END IF;\n    RETURN OLD;\n",
                    hash="eeff098b0ebebb08c5386028ff9de4db1639d751",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_agreed_is_kept_e5c5a",
                    table="meetings_decision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_decision_history" ("authority_id", "id", "item_id", "minutes_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "words") VALUES (OLD."authority_id", OLD."id", OLD."item_id", OLD."minutes_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."words"); RETURN NULL;',
                    hash="ef69c3faff1cf5b8969e7b1802d16b3be0d45abd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3b789",
                    table="meetings_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_decision_history" ("authority_id", "id", "item_id", "minutes_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "words") VALUES (OLD."authority_id", OLD."id", OLD."item_id", OLD."minutes_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."words"); RETURN NULL;',
                    hash="ba936b6eff4ae1d8c02f727124e250b7b506131c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_05bcf",
                    table="meetings_decision",
                    when="AFTER",
                ),
            ),
        ),
    ]
