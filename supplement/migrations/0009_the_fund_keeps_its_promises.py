import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0016_day_of_the_weekly_email"),
        ("accounts", "__first__"),
        ("collaborations", "0006_came_to_first_meeting"),
        ("meetings", "0020_isolation_of_data_packs"),
        ("memberships", "0011_what_is_handed_over"),
        ("supplement", "0008_isolation_of_answers_and_checks"),
    ]

    operations = [
        migrations.CreateModel(
            name="LeaverSettlement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "goes",
                    models.CharField(
                        choices=[
                            ("stays", "It stays with the group"),
                            ("follows", "It follows the setting to its next group"),
                            ("paid_to_leaver", "It is paid to the setting"),
                            ("returned", "It is returned to the local authority"),
                        ],
                        max_length=14,
                        verbose_name="where its share goes",
                    ),
                ),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("steps", models.JSONField(default=list)),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="why")),
                ("at", models.DateTimeField(verbose_name="recorded at")),
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
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "entry",
                    core.models.OwnedOneToOneField(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlement",
                        to="supplement.fundentry",
                        verbose_name="entry of the fund",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlement",
                        to="memberships.membership",
                        verbose_name="member that left",
                    ),
                ),
                (
                    "vote",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.vote",
                        verbose_name="vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "share of a leaver",
                "verbose_name_plural": "shares of leavers",
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("pence__gt", 0)),
                            models.Q(("entry", None), ("pence", 0)),
                            _connector="OR",
                        ),
                        name="supplement_leaver_moved_what_it_says",
                    )
                ],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="spending",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="spending",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="spendreturn",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="spendreturn",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="fundentry",
            name="came_from",
            field=core.models.OwnedOneToOneField(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="went_to",
                to="supplement.fundentry",
                verbose_name="from the fund",
            ),
        ),
        migrations.AddField(
            model_name="spending",
            name="key",
            field=models.CharField(blank=True, editable=False, max_length=36),
        ),
        migrations.AddField(
            model_name="spendinghistory",
            name="key",
            field=models.CharField(blank=True, editable=False, max_length=36),
        ),
        migrations.AddField(
            model_name="spendreturn",
            name="missing_receipts",
            field=models.PositiveIntegerField(default=0, verbose_name="payments without a receipt"),
        ),
        migrations.AddField(
            model_name="spendreturnhistory",
            name="missing_receipts",
            field=models.PositiveIntegerField(default=0, verbose_name="payments without a receipt"),
        ),
        migrations.AlterField(
            model_name="fundentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("opening", "Opening balance"),
                    ("received", "Received"),
                    ("returned", "Returned to the local authority"),
                    ("to_leaver", "Paid to a setting that left"),
                    ("from_leaver", "Brought by a setting that joined"),
                    ("to_group", "Handed to another collaboration"),
                    ("from_group", "Taken over from another collaboration"),
                ],
                max_length=12,
                verbose_name="what",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundentry",
            trigger=pgtrigger.compiler.Trigger(
                name="never_overdrawn",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.kind IN ('returned', 'to_leaver', 'to_group'))",
                    func="\n    PERFORM 1 FROM collaborations_collaboration AS c\n      WHERE c.authority_id = NEW.authority_id AND c.id = NEW.collaboration_id FOR NO KEY UPDATE;\n    IF (SELECT COALESCE(sum(CASE WHEN e.kind IN ('opening', 'received', 'from_leaver', 'from_group') THEN e.pence ELSE -e.pence END), 0)\n          FROM supplement_fundentry AS e\n         WHERE e.authority_id = NEW.authority_id AND e.collaboration_id = NEW.collaboration_id)\n     - (SELECT COALESCE(sum(d.pence), 0) FROM supplement_spendingdecision AS d\n         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id\n           AND d.closed_at IS NULL)\n     - (SELECT COALESCE(sum(s.pence), 0)\n          FROM supplement_spendingdecision AS d\n          JOIN supplement_spending AS s ON s.authority_id = d.authority_id AND s.decision_id = d.id\n         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id\n           AND d.closed_at IS NOT NULL AND s.paid_on IS NOT NULL AND s.taken_back_at IS NULL)\n     < 0\n    THEN RAISE EXCEPTION 'no more than what is free' USING ERRCODE = 'restrict_violation'; END IF;\n    RETURN NULL;\n",
                    hash="9acc9623c30692490b5c14f678629ba2b8bc2c83",
                    operation="INSERT",
                    pgid="pgtrigger_never_overdrawn_7d39a",
                    table="supplement_fundentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="within_decision",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'spending stays' USING ERRCODE = 'restrict_violation'; END IF;\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{recorded_by_id,taken_back_by_id,paid_on,taken_back_at,taken_back_words}'::text[]) <> (to_jsonb(NEW) - '{recorded_by_id,taken_back_by_id,paid_on,taken_back_at,taken_back_words}'::text[])\n                   OR (OLD.paid_on IS NOT NULL AND OLD.paid_on IS DISTINCT FROM NEW.paid_on)\n                   OR (OLD.taken_back_at IS NOT NULL AND (OLD.taken_back_at, OLD.taken_back_words, OLD.paid_on)\n                       IS DISTINCT FROM (NEW.taken_back_at, NEW.taken_back_words, NEW.paid_on))\n                THEN RAISE EXCEPTION 'spending stays as it was recorded' USING ERRCODE = 'restrict_violation'; END IF;\n                IF OLD.paid_on IS NOT DISTINCT FROM NEW.paid_on THEN RETURN NEW; END IF;\n            END IF;\n            PERFORM 1 FROM supplement_spendingdecision AS d\n              WHERE d.authority_id = NEW.authority_id AND d.id = NEW.decision_id FOR NO KEY UPDATE;\n            IF (SELECT d.closed_at IS NOT NULL OR d.pence < (\n                    SELECT COALESCE(sum(s.pence), 0) FROM supplement_spending AS s\n                     WHERE s.authority_id = NEW.authority_id AND s.decision_id = NEW.decision_id\n                       AND s.taken_back_at IS NULL AND s.id IS DISTINCT FROM NEW.id) + NEW.pence\n                  FROM supplement_spendingdecision AS d\n                 WHERE d.authority_id = NEW.authority_id AND d.id = NEW.decision_id)\n            THEN RAISE EXCEPTION 'no more than what is left of the decision' USING ERRCODE = 'restrict_violation'; END IF;\n            RETURN NEW;\n        ",
                    hash="ad003f8a41c264c8709f65e1743195710f4955a7",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_within_decision_5f1ae",
                    table="supplement_spending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_spending_history" ("authority_id", "decision_id", "id", "key", "ordered_on", "paid_on", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supplier", "taken_back_at", "taken_back_by_id", "taken_back_words", "what") VALUES (OLD."authority_id", OLD."decision_id", OLD."id", OLD."key", OLD."ordered_on", OLD."paid_on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier", OLD."taken_back_at", OLD."taken_back_by_id", OLD."taken_back_words", OLD."what"); RETURN NULL;',
                    hash="55b318e6d9a287902d4e958c734bbf895fe38ea7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4c8a",
                    table="supplement_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_spending_history" ("authority_id", "decision_id", "id", "key", "ordered_on", "paid_on", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supplier", "taken_back_at", "taken_back_by_id", "taken_back_words", "what") VALUES (OLD."authority_id", OLD."decision_id", OLD."id", OLD."key", OLD."ordered_on", OLD."paid_on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier", OLD."taken_back_at", OLD."taken_back_by_id", OLD."taken_back_words", OLD."what"); RETURN NULL;',
                    hash="c6ada038b9b97424b1354e9b4f32659a03d74866",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc40f",
                    table="supplement_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="only_closed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a decision to spend stays' USING ERRCODE = 'restrict_violation'; END IF;\n            IF (to_jsonb(OLD) - '{recorded_by_id,closed_by_id,changed,closed_at,closed_words}'::text[]) <> (to_jsonb(NEW) - '{recorded_by_id,closed_by_id,changed,closed_at,closed_words}'::text[])\n               OR (OLD.closed_at IS NOT NULL AND (OLD.closed_at, OLD.closed_words)\n                   IS DISTINCT FROM (NEW.closed_at, NEW.closed_words))\n            THEN RAISE EXCEPTION 'a decision to spend stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n            IF OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL THEN\n                PERFORM 1 FROM supplement_spending AS s\n                  WHERE s.authority_id = NEW.authority_id AND s.decision_id = NEW.id\n                    AND s.paid_on IS NULL AND s.taken_back_at IS NULL;\n                IF FOUND THEN RAISE EXCEPTION 'what is ordered is paid first' USING ERRCODE = 'restrict_violation'; END IF;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="e313370cf1084527e16d30f7cf4344cea5962e89",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_closed_b33ae",
                    table="supplement_spendingdecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="never_overdrawn",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM collaborations_collaboration AS c\n      WHERE c.authority_id = NEW.authority_id AND c.id = NEW.collaboration_id FOR NO KEY UPDATE;\n    IF (SELECT COALESCE(sum(CASE WHEN e.kind IN ('opening', 'received', 'from_leaver', 'from_group') THEN e.pence ELSE -e.pence END), 0)\n          FROM supplement_fundentry AS e\n         WHERE e.authority_id = NEW.authority_id AND e.collaboration_id = NEW.collaboration_id)\n     - (SELECT COALESCE(sum(d.pence), 0) FROM supplement_spendingdecision AS d\n         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id\n           AND d.closed_at IS NULL)\n     - (SELECT COALESCE(sum(s.pence), 0)\n          FROM supplement_spendingdecision AS d\n          JOIN supplement_spending AS s ON s.authority_id = d.authority_id AND s.decision_id = d.id\n         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id\n           AND d.closed_at IS NOT NULL AND s.paid_on IS NOT NULL AND s.taken_back_at IS NULL)\n     < 0\n    THEN RAISE EXCEPTION 'no more than what is free' USING ERRCODE = 'restrict_violation'; END IF;\n    RETURN NULL;\n",
                    hash="439eab8eadee6cb7c4989cdf326ec9482675557b",
                    operation="INSERT",
                    pgid="pgtrigger_never_overdrawn_73ef1",
                    table="supplement_spendingdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="1a62294a8bc7463e4e44465de250740a874582e4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_7f922",
                    table="supplement_spendreturn",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_spendreturn_history" ("at", "authority_id", "by_id", "claim_id", "committed_pence", "id", "left_pence", "missing_receipts", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_pence", "spent_pence", "words") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."committed_pence", OLD."id", OLD."left_pence", OLD."missing_receipts", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."received_pence", OLD."spent_pence", OLD."words"); RETURN NULL;',
                    hash="225970050345dca2e185047446fca537c6bc9e3e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9baf9",
                    table="supplement_spendreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_spendreturn_history" ("at", "authority_id", "by_id", "claim_id", "committed_pence", "id", "left_pence", "missing_receipts", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_pence", "spent_pence", "words") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."committed_pence", OLD."id", OLD."left_pence", OLD."missing_receipts", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."received_pence", OLD."spent_pence", OLD."words"); RETURN NULL;',
                    hash="a03bdf5571c99e6260d573909b0711fdddc60ca8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a8265",
                    table="supplement_spendreturn",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "received"), ("payment__isnull", False)),
                    models.Q(models.Q(("kind", "received"), _negated=True), ("payment", None)),
                    _connector="OR",
                ),
                name="supplement_received_by_a_payment",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("came_from__isnull", False), ("kind__in", ["from_leaver", "from_group"])),
                    models.Q(
                        models.Q(("kind__in", ["from_leaver", "from_group"]), _negated=True),
                        ("came_from", None),
                    ),
                    _connector="OR",
                ),
                name="supplement_came_from_a_fund",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "opening")),
                fields=("authority", "collaboration"),
                name="supplement_one_opening_balance",
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("authority", "decision", "key"),
                name="supplement_spent_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaversettlement",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="279da50d063a017658cabadc6529c868b198e03e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_53c61",
                    table="supplement_leaversettlement",
                    when="BEFORE",
                ),
            ),
        ),
    ]
