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
        ("documents", "0010_columns_of_an_export"),
        ("memberships", "0011_what_is_handed_over"),
        ("supplement", "0006_isolation_of_claims_and_runs"),
    ]

    operations = [
        migrations.AddField(
            model_name="paymentfile",
            name="rows",
            field=models.JSONField(default=list, verbose_name="rows"),
        ),
        migrations.AlterField(
            model_name="paymentfile",
            name="layout",
            field=models.JSONField(default=dict, verbose_name="columns"),
        ),
        migrations.CreateModel(
            name="ProposedCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("was", models.PositiveIntegerField(verbose_name="staff in the run")),
                ("now", models.PositiveIntegerField(verbose_name="staff now")),
                ("pence", models.BigIntegerField(verbose_name="difference")),
                ("found_at", models.DateTimeField(verbose_name="found at")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="why it was put aside")),
                (
                    "adjustment",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supplement.adjustment",
                        verbose_name="correction",
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
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "line",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="supplement.runline",
                        verbose_name="line",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed correction",
                "verbose_name_plural": "proposed corrections",
                "ordering": ["found_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "decided_at"], name="supplement_proposals_open")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "line", "now"), name="supplement_proposed_once_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pence", 0), _negated=True), name="supplement_proposes_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("adjustment", None), ("decided_at", None)),
                            ("decided_at__isnull", False),
                            _connector="OR",
                        ),
                        name="supplement_proposal_decided",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MoneyCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="checked at")),
                ("checks", models.PositiveSmallIntegerField(verbose_name="checks")),
                ("failed", models.PositiveSmallIntegerField(verbose_name="failed")),
                ("results", models.JSONField(default=dict)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
            ],
            options={
                "verbose_name": "check of the money",
                "verbose_name_plural": "checks of the money",
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "at"], name="supplement_checks_by_time")],
            },
        ),
        migrations.CreateModel(
            name="PaymentAnswers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("lines", models.JSONField(default=list, verbose_name="lines")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded at")),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
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
                    "file",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of the finance system",
                "verbose_name_plural": "answers of the finance system",
                "ordering": ["-uploaded_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "run", "digest"), name="supplement_same_answer_once"
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentanswers",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{uploaded_by_id,applied_by_id,applied_at}'::text[]) = (to_jsonb(NEW) - '{uploaded_by_id,applied_by_id,applied_at}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="d79ee4138618394bb46515ecc1c3ced1af7512ba",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_e3bee",
                    table="supplement_paymentanswers",
                    when="BEFORE",
                ),
            ),
        ),
    ]
