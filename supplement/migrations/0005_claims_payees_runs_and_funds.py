import django.core.validators
import django.db.models.deletion
import pghistory.utils
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
        ("development", "0004_action_of_a_person"),
        ("documents", "0010_columns_of_an_export"),
        ("meetings", "0020_isolation_of_data_packs"),
        ("memberships", "0011_what_is_handed_over"),
        ("providers", "0008_isolation_of_contacts"),
        ("supplement", "0004_people_of_a_scheme_may_be_merged"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChosenGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
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
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chosen_groups",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "chosen collaboration",
                "verbose_name_plural": "chosen collaborations",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "period", "provider"), name="supplement_one_choice_a_period"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "stood",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=3000, verbose_name="what you want to add")),
                (
                    "assessment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("eligible", "Eligible"),
                            ("part", "Eligible in part"),
                            ("not", "Not eligible"),
                        ],
                        max_length=10,
                        verbose_name="assessment",
                    ),
                ),
                (
                    "assessment_words",
                    models.TextField(blank=True, max_length=3000, verbose_name="reasons of the assessment"),
                ),
                ("opened_at", models.DateTimeField(verbose_name="begun at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("assessed_at", models.DateTimeField(blank=True, null=True, verbose_name="assessed at")),
                ("moved_at", models.DateTimeField(verbose_name="since")),
                (
                    "assessed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assessed by",
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
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ["-period__starts_on", "collaboration__name__in_order", "pk"],
                "permissions": [("assess_claim", "Can check the evidence of claims and assess them")],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration"], name="supplement_claims_of"),
                    models.Index(fields=["authority", "state", "moved_at"], name="supplement_claims_waiting"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "period", "collaboration"), name="supplement_one_claim_a_period"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["on_hold", "appealed"]), models.Q(("stood", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("state__in", ["on_hold", "appealed"]), _negated=True), ("stood", "")
                            ),
                            _connector="OR",
                        ),
                        name="supplement_claim_stood_somewhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FundedHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=9,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="funded hours",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="where the number comes from")),
                ("at", models.DateTimeField(verbose_name="at")),
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
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funded_hours",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "funded hours",
                "verbose_name_plural": "funded hours",
                "ordering": ["provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "period", "provider"), name="supplement_hours_once_a_period"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)), name="supplement_hours_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named_at", models.DateTimeField(verbose_name="named at")),
                ("why", models.TextField(blank=True, max_length=1000, verbose_name="why")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                (
                    "handed_over_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="handed over at"),
                ),
                ("in_force_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
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
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payees",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "handed_over_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over by",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="named by",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "payee",
                "verbose_name_plural": "payees",
                "ordering": ["-named_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider"], name="supplement_paid_for")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None), ("in_force_on__isnull", False)),
                        fields=("authority", "collaboration"),
                        name="supplement_one_payee",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("in_force_on", None), ("withdrawn_at", None)),
                        fields=("authority", "collaboration"),
                        name="supplement_one_payee_proposed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_on", None), ("accepted_at__isnull", False), _connector="OR"
                        ),
                        name="supplement_payee_accepted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("in_force_on")), _connector="OR"
                        ),
                        name="supplement_payee_ends_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentLayout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("columns", models.JSONField(default=list, verbose_name="columns")),
                ("date_format", models.CharField(default="%d/%m/%Y", max_length=20, verbose_name="dates")),
                ("minor_units", models.BooleanField(default=False, verbose_name="sums in pence")),
                (
                    "has_headings",
                    models.BooleanField(default=True, verbose_name="first line has the headings"),
                ),
                ("set_at", models.DateTimeField(verbose_name="set at")),
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
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set by",
                    ),
                ),
            ],
            options={
                "verbose_name": "layout of the payment file",
                "verbose_name_plural": "layouts of payment files",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority",), name="supplement_one_layout")],
            },
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="number")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Being put together"),
                            ("calculating", "Being calculated"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("exported", "Payment file made"),
                            ("paid", "Paid"),
                            ("closed", "Closed"),
                            ("cancelled", "Called off"),
                        ],
                        default="open",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("input_hash", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "claims_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="claims"),
                ),
                ("lines_count", models.PositiveIntegerField(default=0, editable=False, verbose_name="lines")),
                ("total_pence", models.BigIntegerField(default=0, editable=False, verbose_name="total")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("calculated_at", models.DateTimeField(blank=True, null=True, verbose_name="calculated at")),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="reviewed at")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "exported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="payment file made at"),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True, verbose_name="paid at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                ("moved_at", models.DateTimeField(verbose_name="since")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
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
                    "calculated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="calculated by",
                    ),
                ),
                (
                    "job",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="documents.job",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
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
                "verbose_name": "payment run",
                "verbose_name_plural": "payment runs",
                "ordering": ["-number"],
                "permissions": [("approve_run", "Can approve a payment run that somebody else calculated")],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "period"], name="supplement_runs_of_period")],
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "number"), name="supplement_run_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["open", "calculating", "calculated", "reviewed"])),
                        fields=("authority", "period"),
                        name="supplement_one_open_run_a_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("state__in", ("approved", "exported", "paid", "closed")),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ("approved", "exported", "paid", "closed")), _negated=True
                                ),
                                ("approved_at", None),
                                ("approved_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="supplement_run_approved_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpendingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what the money is for")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                (
                    "minute_words",
                    models.CharField(blank=True, max_length=300, verbose_name="where it was decided"),
                ),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
                ("changed", models.TextField(blank=True, max_length=2000, verbose_name="what it changed")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "closed_words",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is closed"),
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
                        related_name="spending_decisions",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "decision",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.decision",
                        verbose_name="decision in the minutes",
                    ),
                ),
                (
                    "objective",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spending",
                        to="development.objective",
                        verbose_name="objective",
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
                "verbose_name": "decision to spend",
                "verbose_name_plural": "decisions to spend",
                "ordering": ["-decided_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration"], name="supplement_decisions_of"),
                    models.Index(fields=["authority", "objective"], name="supplement_spent_for"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pence__gt", 0)), name="supplement_decided_about_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vote__isnull", False),
                            ("decision__isnull", False),
                            models.Q(("minute_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="supplement_decided_somewhere",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None), ("vote__isnull", False)),
                        fields=("authority", "vote"),
                        name="supplement_one_decision_a_vote",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupplierReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=40, verbose_name="supplier reference")),
                ("set_at", models.DateTimeField(verbose_name="entered at")),
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
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supplier_references",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "supplier reference",
                "verbose_name_plural": "supplier references",
                "ordering": ["provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "provider"), name="supplement_one_reference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reference", ""), _negated=True),
                        name="supplement_reference_not_empty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChosenGroupHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("at", models.DateTimeField(verbose_name="at")),
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
                    "by",
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
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.chosengroup",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_chosengroup_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ClaimHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "stood",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=3000, verbose_name="what you want to add")),
                (
                    "assessment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("eligible", "Eligible"),
                            ("part", "Eligible in part"),
                            ("not", "Not eligible"),
                        ],
                        max_length=10,
                        verbose_name="assessment",
                    ),
                ),
                (
                    "assessment_words",
                    models.TextField(blank=True, max_length=3000, verbose_name="reasons of the assessment"),
                ),
                ("opened_at", models.DateTimeField(verbose_name="begun at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("assessed_at", models.DateTimeField(blank=True, null=True, verbose_name="assessed at")),
                ("moved_at", models.DateTimeField(verbose_name="since")),
                (
                    "assessed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assessed by",
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
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.claim",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_claim_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ClaimLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("standings", models.JSONField(default=dict)),
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
            ],
            options={
                "verbose_name": "look at a claim",
                "verbose_name_plural": "looks at claims",
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "claim", "by"), name="supplement_one_look_a_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "start",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("submitted", "Sent in"),
                            ("checking", "Evidence is checked"),
                            ("returned", "Sent back with a question"),
                            ("assessed", "Assessed"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("in_run", "In a payment run"),
                            ("paid", "Paid"),
                            ("adjusted", "Paid, a correction follows"),
                            ("reported", "Spending reported"),
                            ("closed", "Closed"),
                            ("on_hold", "On hold"),
                            ("appealed", "Appealed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("leader", "leader"),
                            ("officer", "officer"),
                            ("finance", "finance officer"),
                            ("approver", "a second finance officer, or the manager"),
                            ("run", "the payment run"),
                        ],
                        max_length=10,
                        verbose_name="as",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("words", models.TextField(blank=True, max_length=3000, verbose_name="in their words")),
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
                        verbose_name="by",
                    ),
                ),
                (
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a claim",
                "verbose_name_plural": "steps of claims",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "claim", "at"], name="supplement_steps_of_claim")
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimWaiver",
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
                        choices=[
                            ("active_members", "Active members"),
                            ("ways_of_working", "Ways of working in force"),
                            ("plan", "Development plan in force"),
                            ("meetings", "Meetings held"),
                            ("attendance", "Attendance at meetings"),
                            ("minutes", "Minutes kept"),
                            ("evaluation", "Evaluation of the plan kept"),
                            ("spend_return", "Spend return made"),
                            ("unspent", "Unspent balance"),
                            ("leader", "Leader may lead"),
                            ("leaders_days", "Leaders' Days attended"),
                            ("payee", "Payee named"),
                            ("mandate", "Mandate signed"),
                            ("return", "Staff number certified"),
                            ("registered", "On the early years register"),
                            ("tenure", "Time as a member"),
                        ],
                        max_length=20,
                        verbose_name="criterion",
                    ),
                ),
                ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waivers",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "verbose_name": "waiver",
                "verbose_name_plural": "waivers",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("authority", "claim", "kind", "membership"),
                        name="supplement_waived_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="supplement_waiver_taken_back",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FundedHoursHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=9,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="funded hours",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="where the number comes from")),
                ("at", models.DateTimeField(verbose_name="at")),
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
                    "by",
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
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.fundedhours",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_fundedhours_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="what was signed")),
                ("signed_name", models.CharField(max_length=150, verbose_name="name as signed")),
                ("signed_at", models.DateTimeField(verbose_name="signed at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
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
                        related_name="mandates",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "payee",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to="supplement.payee",
                        verbose_name="payee",
                    ),
                ),
            ],
            options={
                "verbose_name": "mandate",
                "verbose_name_plural": "mandates",
                "ordering": ["signed_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "membership"], name="supplement_mandates_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("authority", "payee", "membership"),
                        name="supplement_mandate_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PayeeHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("named_at", models.DateTimeField(verbose_name="named at")),
                ("why", models.TextField(blank=True, max_length=1000, verbose_name="why")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                (
                    "handed_over_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="handed over at"),
                ),
                ("in_force_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
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
                    "handed_over_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over by",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="named by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.payee",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_payee_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PaymentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pay_on", models.DateField(verbose_name="paid on")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("count", models.PositiveIntegerField(verbose_name="payments")),
                ("total_pence", models.BigIntegerField(verbose_name="total")),
                ("layout", models.JSONField(default=list, verbose_name="columns")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("made_at", models.DateTimeField(verbose_name="made at")),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment file",
                "verbose_name_plural": "payment files",
                "ordering": ["run", "pay_on", "number"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "run", "pay_on", "number"), name="supplement_file_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentLayoutHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("columns", models.JSONField(default=list, verbose_name="columns")),
                ("date_format", models.CharField(default="%d/%m/%Y", max_length=20, verbose_name="dates")),
                ("minor_units", models.BooleanField(default=False, verbose_name="sums in pence")),
                (
                    "has_headings",
                    models.BooleanField(default=True, verbose_name="first line has the headings"),
                ),
                ("set_at", models.DateTimeField(verbose_name="set at")),
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
                        to="supplement.paymentlayout",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_paymentlayout_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Adjustment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("component", models.SlugField(max_length=40, verbose_name="component")),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("staff", "A staff number was corrected"),
                            ("appeal", "An appeal was upheld"),
                            ("recovery", "Money is taken back"),
                            ("leaver", "A member left"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("words", models.TextField(max_length=1000, verbose_name="why")),
                ("at", models.DateTimeField(verbose_name="at")),
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
                        verbose_name="member",
                    ),
                ),
                (
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adjustments",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adjustments",
                        to="supplement.run",
                        verbose_name="carried by",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "claim"], name="supplement_adjustments_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pence", 0), _negated=True), name="supplement_adjusts_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RunClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=40, verbose_name="supplier reference")),
                ("sum_pence", models.BigIntegerField(default=0, verbose_name="sum of the members")),
                ("asked_pence", models.BigIntegerField(default=0, verbose_name="after its own cap")),
                ("adjusted_pence", models.BigIntegerField(default=0, verbose_name="corrections")),
                ("pence", models.BigIntegerField(default=0, verbose_name="sum")),
                ("last_pence", models.BigIntegerField(null=True, verbose_name="last period")),
                ("is_blocked", models.BooleanField(default=False, verbose_name="nothing is paid")),
                ("is_held", models.BooleanField(default=False, verbose_name="waits")),
                ("is_frozen", models.BooleanField(default=False, verbose_name="frozen")),
                ("exceptions", models.JSONField(default=list, verbose_name="exceptions")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="looked at")),
                ("seen_words", models.TextField(blank=True, max_length=1000, verbose_name="what was found")),
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="run_claims",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "payee",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="payee",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim of a run",
                "verbose_name_plural": "claims of runs",
                "ordering": ["claim__collaboration__name__in_order", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "claim"], name="supplement_runs_of_claim")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "run", "claim"), name="supplement_claim_once_a_run"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RunHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="number")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Being put together"),
                            ("calculating", "Being calculated"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("exported", "Payment file made"),
                            ("paid", "Paid"),
                            ("closed", "Closed"),
                            ("cancelled", "Called off"),
                        ],
                        default="open",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("input_hash", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "claims_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="claims"),
                ),
                ("lines_count", models.PositiveIntegerField(default=0, editable=False, verbose_name="lines")),
                ("total_pence", models.BigIntegerField(default=0, editable=False, verbose_name="total")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("calculated_at", models.DateTimeField(blank=True, null=True, verbose_name="calculated at")),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="reviewed at")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "exported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="payment file made at"),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True, verbose_name="paid at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                ("moved_at", models.DateTimeField(verbose_name="since")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
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
                    "calculated_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="calculated by",
                    ),
                ),
                (
                    "job",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.job",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.schemeperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.run",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_run_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RunSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("packed", models.BinaryField()),
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
                    "run",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snapshot",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "snapshot of a run",
                "verbose_name_plural": "snapshots of runs",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RunStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "start",
                    models.CharField(
                        choices=[
                            ("open", "Being put together"),
                            ("calculating", "Being calculated"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("exported", "Payment file made"),
                            ("paid", "Paid"),
                            ("closed", "Closed"),
                            ("cancelled", "Called off"),
                        ],
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("open", "Being put together"),
                            ("calculating", "Being calculated"),
                            ("calculated", "Calculated"),
                            ("reviewed", "Reviewed"),
                            ("approved", "Approved"),
                            ("exported", "Payment file made"),
                            ("paid", "Paid"),
                            ("closed", "Closed"),
                            ("cancelled", "Called off"),
                        ],
                        max_length=12,
                        verbose_name="to",
                    ),
                ),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("finance", "finance officer"),
                            ("approver", "a second finance officer, or the manager"),
                            ("worker", "the calculation"),
                        ],
                        max_length=10,
                        verbose_name="as",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("words", models.TextField(blank=True, max_length=3000, verbose_name="in their words")),
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
                        verbose_name="by",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a run",
                "verbose_name_plural": "steps of runs",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "run", "at"], name="supplement_steps_of_run")],
            },
        ),
        migrations.CreateModel(
            name="Spending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what")),
                ("supplier", models.CharField(blank=True, max_length=150, verbose_name="bought from")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("ordered_on", models.DateField(verbose_name="ordered on")),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "taken_back_words",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was taken back"),
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
                (
                    "decision",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spending",
                        to="supplement.spendingdecision",
                        verbose_name="decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "spending",
                "verbose_name_plural": "spending",
                "ordering": ["-ordered_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "decision"], name="supplement_spending_by")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pence__gt", 0)), name="supplement_spent_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SpendingDecisionHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="what the money is for")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                (
                    "minute_words",
                    models.CharField(blank=True, max_length=300, verbose_name="where it was decided"),
                ),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
                ("changed", models.TextField(blank=True, max_length=2000, verbose_name="what it changed")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "closed_words",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is closed"),
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
                    "decision",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.decision",
                        verbose_name="decision in the minutes",
                    ),
                ),
                (
                    "objective",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="development.objective",
                        verbose_name="objective",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.spendingdecision",
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
                    "vote",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.vote",
                        verbose_name="vote",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_spendingdecision_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SpendReturn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_pence", models.BigIntegerField(verbose_name="received")),
                ("spent_pence", models.BigIntegerField(verbose_name="spent")),
                ("committed_pence", models.BigIntegerField(verbose_name="committed")),
                ("left_pence", models.BigIntegerField(verbose_name="left")),
                ("words", models.TextField(max_length=3000, verbose_name="what it changed for children")),
                ("at", models.DateTimeField(verbose_name="reported at")),
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
                        verbose_name="reported by",
                    ),
                ),
                (
                    "claim",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spend_return",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
            ],
            options={
                "verbose_name": "spend return",
                "verbose_name_plural": "spend returns",
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SupplierReferenceHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("reference", models.CharField(max_length=40, verbose_name="supplier reference")),
                ("set_at", models.DateTimeField(verbose_name="entered at")),
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
                        to="supplement.supplierreference",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_supplierreference_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ClaimWaiverHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("active_members", "Active members"),
                            ("ways_of_working", "Ways of working in force"),
                            ("plan", "Development plan in force"),
                            ("meetings", "Meetings held"),
                            ("attendance", "Attendance at meetings"),
                            ("minutes", "Minutes kept"),
                            ("evaluation", "Evaluation of the plan kept"),
                            ("spend_return", "Spend return made"),
                            ("unspent", "Unspent balance"),
                            ("leader", "Leader may lead"),
                            ("leaders_days", "Leaders' Days attended"),
                            ("payee", "Payee named"),
                            ("mandate", "Mandate signed"),
                            ("return", "Staff number certified"),
                            ("registered", "On the early years register"),
                            ("tenure", "Time as a member"),
                        ],
                        max_length=20,
                        verbose_name="criterion",
                    ),
                ),
                ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
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
                    "by",
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="supplement.claimwaiver",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_claimwaiver_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="MandateHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("words", models.TextField(max_length=2000, verbose_name="what was signed")),
                ("signed_name", models.CharField(max_length=150, verbose_name="name as signed")),
                ("signed_at", models.DateTimeField(verbose_name="signed at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
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
                        to="supplement.mandate",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "payee",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.payee",
                        verbose_name="payee",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_mandate_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=40, verbose_name="supplier reference")),
                ("pay_on", models.DateField(verbose_name="paid on")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("due", "Due"),
                            ("in_file", "In a payment file"),
                            ("paid", "Paid"),
                            ("failed", "Failed"),
                            ("held", "On hold"),
                        ],
                        default="due",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answer recorded at"),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid")),
                ("failed_words", models.CharField(blank=True, max_length=300, verbose_name="why it failed")),
                (
                    "finance_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="reference of the payment"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answer recorded by",
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="supplement.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "payee",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="payee",
                    ),
                ),
                (
                    "file",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="supplement.paymentfile",
                        verbose_name="payment file",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ["pay_on", "collaboration__name__in_order", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration"], name="supplement_payments_to"),
                    models.Index(fields=["authority", "claim"], name="supplement_payments_of"),
                    models.Index(fields=["authority", "file"], name="supplement_payments_in_file"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "run", "claim", "collaboration", "pay_on"),
                        name="supplement_payment_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_on__isnull", False), ("state", "paid")),
                            models.Q(models.Q(("state", "paid"), _negated=True), ("paid_on", None)),
                            _connector="OR",
                        ),
                        name="supplement_paid_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["in_file", "paid"]), _negated=True),
                            ("file__isnull", False),
                            _connector="OR",
                        ),
                        name="supplement_paid_by_a_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RunLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("component", models.SlugField(max_length=40, verbose_name="component")),
                ("counted", models.BigIntegerField(default=0, verbose_name="counted, in hundredths")),
                ("part_of", models.BigIntegerField(default=1)),
                ("part_in", models.BigIntegerField(default=1)),
                (
                    "kept_percent",
                    models.PositiveSmallIntegerField(default=100, verbose_name="kept, per cent"),
                ),
                ("rounded_pence", models.BigIntegerField(default=0, verbose_name="rounded")),
                ("capped_pence", models.BigIntegerField(default=0, verbose_name="after the member's caps")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("instalments", models.JSONField(default=list)),
                (
                    "adjustment",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="supplement.adjustment",
                        verbose_name="correction",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="run_lines",
                        to="supplement.claim",
                        verbose_name="claim",
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
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a run",
                "verbose_name_plural": "lines of runs",
                "ordering": ["claim_id", "component", "membership_id", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "claim"], name="supplement_lines_of_claim"),
                    models.Index(fields=["authority", "membership"], name="supplement_lines_of_member"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "run", "claim", "component", "membership", "adjustment"),
                        name="supplement_line_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("adjustment__isnull", False), ("pence__gte", 0), _connector="OR"),
                        name="supplement_line_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_at", models.DateTimeField(verbose_name="added at")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
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
                    "spending",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="supplement.spending",
                        verbose_name="spending",
                    ),
                ),
            ],
            options={
                "verbose_name": "receipt",
                "verbose_name_plural": "receipts",
                "ordering": ["added_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SpendingHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="what")),
                ("supplier", models.CharField(blank=True, max_length=150, verbose_name="bought from")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("ordered_on", models.DateField(verbose_name="ordered on")),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "taken_back_words",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was taken back"),
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
                    "decision",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.spendingdecision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.spending",
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
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_spending_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SpendReturnHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("received_pence", models.BigIntegerField(verbose_name="received")),
                ("spent_pence", models.BigIntegerField(verbose_name="spent")),
                ("committed_pence", models.BigIntegerField(verbose_name="committed")),
                ("left_pence", models.BigIntegerField(verbose_name="left")),
                ("words", models.TextField(max_length=3000, verbose_name="what it changed for children")),
                ("at", models.DateTimeField(verbose_name="reported at")),
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
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported by",
                    ),
                ),
                (
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.claim",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.spendreturn",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_spendreturn_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="FundEntry",
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
                        choices=[
                            ("received", "Received"),
                            ("returned", "Returned to the local authority"),
                            ("to_leaver", "Paid to a setting that left"),
                            ("from_leaver", "Brought by a setting that joined"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                ("on", models.DateField(verbose_name="on")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fund_entries",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="member that left or joined",
                    ),
                ),
                (
                    "payment",
                    core.models.OwnedOneToOneField(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fund_entry",
                        to="supplement.payment",
                        verbose_name="payment",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of a fund",
                "verbose_name_plural": "entries of funds",
                "ordering": ["on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "on"], name="supplement_entries_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pence", 0), _negated=True), name="supplement_entry_of_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "received"), ("pence__gt", 0), _connector="OR"),
                        name="supplement_only_payments_have_a_sign",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("reference", models.CharField(max_length=40, verbose_name="supplier reference")),
                ("pay_on", models.DateField(verbose_name="paid on")),
                ("pence", models.BigIntegerField(verbose_name="sum")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("due", "Due"),
                            ("in_file", "In a payment file"),
                            ("paid", "Paid"),
                            ("failed", "Failed"),
                            ("held", "On hold"),
                        ],
                        default="due",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answer recorded at"),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid")),
                ("failed_words", models.CharField(blank=True, max_length=300, verbose_name="why it failed")),
                (
                    "finance_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="reference of the payment"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answer recorded by",
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
                    "claim",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.claim",
                        verbose_name="claim",
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
                    "file",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.paymentfile",
                        verbose_name="payment file",
                    ),
                ),
                (
                    "payee",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="payee",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="supplement.payment",
                    ),
                ),
                (
                    "run",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supplement.run",
                        verbose_name="run",
                    ),
                ),
            ],
            options={
                "db_table": "supplement_payment_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chosengroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_chosengroup_history" ("at", "authority_id", "by_id", "collaboration_id", "id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."collaboration_id", OLD."id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="3fd1b586d192f22d59b8a6f90b16c4e40e2d6e78",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14b07",
                    table="supplement_chosengroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chosengroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_chosengroup_history" ("at", "authority_id", "by_id", "collaboration_id", "id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."collaboration_id", OLD."id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="14e6b7ebf6c9c33c19062a7e974327362f6ef394",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7837b",
                    table="supplement_chosengroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_claim_history" ("assessed_at", "assessed_by_id", "assessment", "assessment_words", "authority_id", "collaboration_id", "id", "moved_at", "opened_at", "opened_by_id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "stood", "submitted_at", "submitted_by_id", "words") VALUES (OLD."assessed_at", OLD."assessed_by_id", OLD."assessment", OLD."assessment_words", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."moved_at", OLD."opened_at", OLD."opened_by_id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."state", OLD."stood", OLD."submitted_at", OLD."submitted_by_id", OLD."words"); RETURN NULL;',
                    hash="9e484558ef2187fbf066f855dfdb42994b44fc96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fa4ea",
                    table="supplement_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_claim_history" ("assessed_at", "assessed_by_id", "assessment", "assessment_words", "authority_id", "collaboration_id", "id", "moved_at", "opened_at", "opened_by_id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "stood", "submitted_at", "submitted_by_id", "words") VALUES (OLD."assessed_at", OLD."assessed_by_id", OLD."assessment", OLD."assessment_words", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."moved_at", OLD."opened_at", OLD."opened_by_id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."state", OLD."stood", OLD."submitted_at", OLD."submitted_by_id", OLD."words"); RETURN NULL;',
                    hash="60ced7032495cea2ae833d1e73ce3ead39c6a2ef",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_abe31",
                    table="supplement_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimstep",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="36e9c4cd1638913057a1f29f9c1b3a97952efe04",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_48324",
                    table="supplement_claimstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_claimwaiver_history" ("at", "authority_id", "by_id", "claim_id", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "taken_back_at", "taken_back_by_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reason", OLD."taken_back_at", OLD."taken_back_by_id"); RETURN NULL;',
                    hash="c889acc7012fd529920e863239cf51608ca95210",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70f68",
                    table="supplement_claimwaiver",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_claimwaiver_history" ("at", "authority_id", "by_id", "claim_id", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "taken_back_at", "taken_back_by_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reason", OLD."taken_back_at", OLD."taken_back_by_id"); RETURN NULL;',
                    hash="0563be415f55a89332ab9f821ca6919748312402",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_673b0",
                    table="supplement_claimwaiver",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundedhours",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_fundedhours_history" ("at", "authority_id", "by_id", "hours", "id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "source") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."hours", OLD."id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."source"); RETURN NULL;',
                    hash="30a40651dfef7707008e8154c8067072c59a2d31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_874bd",
                    table="supplement_fundedhours",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundedhours",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_fundedhours_history" ("at", "authority_id", "by_id", "hours", "id", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "source") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."hours", OLD."id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."source"); RETURN NULL;',
                    hash="fad4eae7c1bfd10d128e2ff343402685e2851a49",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8617b",
                    table="supplement_fundedhours",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_payee_history" ("accepted_at", "accepted_by_id", "authority_id", "collaboration_id", "ended_on", "handed_over_at", "handed_over_by_id", "id", "in_force_on", "named_at", "named_by_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "why", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."handed_over_at", OLD."handed_over_by_id", OLD."id", OLD."in_force_on", OLD."named_at", OLD."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."why", OLD."withdrawn_at"); RETURN NULL;',
                    hash="990ecce7ce50ac1815d7098288f9f259e6cb6cb0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1a0d7",
                    table="supplement_payee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_payee_history" ("accepted_at", "accepted_by_id", "authority_id", "collaboration_id", "ended_on", "handed_over_at", "handed_over_by_id", "id", "in_force_on", "named_at", "named_by_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "why", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."handed_over_at", OLD."handed_over_by_id", OLD."id", OLD."in_force_on", OLD."named_at", OLD."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."why", OLD."withdrawn_at"); RETURN NULL;',
                    hash="510ded1e826f9cf7df32458ec94f9c47cf193345",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_12f0f",
                    table="supplement_payee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mandate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_mandate_history" ("authority_id", "id", "membership_id", "payee_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "signed_name", "withdrawn_at", "withdrawn_by_id", "words") VALUES (OLD."authority_id", OLD."id", OLD."membership_id", OLD."payee_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."signed_name", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;',
                    hash="a2e8c0a704d143b4e40af6eb5e2049f78be5ee04",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63227",
                    table="supplement_mandate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mandate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_mandate_history" ("authority_id", "id", "membership_id", "payee_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "signed_name", "withdrawn_at", "withdrawn_by_id", "words") VALUES (OLD."authority_id", OLD."id", OLD."membership_id", OLD."payee_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."signed_name", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;',
                    hash="3298db976f736ec48eb2b079e796b95d30b8fff3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_27a87",
                    table="supplement_mandate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundentry",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="f4274085429384580c45c3c0725fe377ed63d617",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_7c035",
                    table="supplement_fundentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentlayout",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_paymentlayout_history" ("authority_id", "columns", "date_format", "has_headings", "id", "minor_units", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id") VALUES (OLD."authority_id", OLD."columns", OLD."date_format", OLD."has_headings", OLD."id", OLD."minor_units", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."set_at", OLD."set_by_id"); RETURN NULL;',
                    hash="2c41dffd80a1752a2822d7aef2044831cd9df051",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3785f",
                    table="supplement_paymentlayout",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentlayout",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_paymentlayout_history" ("authority_id", "columns", "date_format", "has_headings", "id", "minor_units", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id") VALUES (OLD."authority_id", OLD."columns", OLD."date_format", OLD."has_headings", OLD."id", OLD."minor_units", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."set_at", OLD."set_by_id"); RETURN NULL;',
                    hash="5faf9e084e6d972e710419bcfca8cbd2eaf033eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4c5eb",
                    table="supplement_paymentlayout",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_by_another",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP = 'UPDATE' THEN\n                        IF OLD.state = NEW.state THEN RETURN NEW; END IF;\n                        IF OLD.state <> 'reviewed' AND NEW.state = 'approved' THEN\n                            RAISE EXCEPTION 'a run is approved after its review'\n                            USING ERRCODE = 'restrict_violation';\n                        END IF;\n                    END IF;\n                    IF NEW.state = 'approved' AND NEW.approved_by_id IS NOT DISTINCT FROM NEW.calculated_by_id\n                    THEN\n                        RAISE EXCEPTION 'who calculates a run cannot approve it'\n                        USING ERRCODE = 'restrict_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="076d4f2239bb390de8a99017bbce4b1dac599342",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_approved_by_another_ee35c",
                    table="supplement_run",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IN ('approved', 'exported', 'paid', 'closed'))",
                    func="\n                    IF TG_OP = 'UPDATE' THEN\n                        IF NEW.state IN ('approved', 'exported', 'paid', 'closed') AND\n                           (to_jsonb(OLD) - '{state,moved_at,exported_at,paid_at,closed_at,started_by_id,calculated_by_id,reviewed_by_id,approved_by_id}'::text[])\n                           = (to_jsonb(NEW) - '{state,moved_at,exported_at,paid_at,closed_at,started_by_id,calculated_by_id,reviewed_by_id,approved_by_id}'::text[])\n                        THEN RETURN NEW; END IF;\n                    END IF;\n                    RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation';\n                ",
                    hash="494e4e7d103fe4c41219b131975769f8758a118c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_approved_is_kept_2197f",
                    table="supplement_run",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_run_history" ("approved_at", "approved_by_id", "authority_id", "calculated_at", "calculated_by_id", "claims_count", "closed_at", "exported_at", "id", "input_hash", "job_id", "lines_count", "moved_at", "number", "paid_at", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_at", "reviewed_by_id", "started_at", "started_by_id", "state", "total_pence") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."authority_id", OLD."calculated_at", OLD."calculated_by_id", OLD."claims_count", OLD."closed_at", OLD."exported_at", OLD."id", OLD."input_hash", OLD."job_id", OLD."lines_count", OLD."moved_at", OLD."number", OLD."paid_at", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reviewed_at", OLD."reviewed_by_id", OLD."started_at", OLD."started_by_id", OLD."state", OLD."total_pence"); RETURN NULL;',
                    hash="d1df03caffd7bd6f3d57584a444e5cace6e632f3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_813d2",
                    table="supplement_run",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_run_history" ("approved_at", "approved_by_id", "authority_id", "calculated_at", "calculated_by_id", "claims_count", "closed_at", "exported_at", "id", "input_hash", "job_id", "lines_count", "moved_at", "number", "paid_at", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_at", "reviewed_by_id", "started_at", "started_by_id", "state", "total_pence") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."authority_id", OLD."calculated_at", OLD."calculated_by_id", OLD."claims_count", OLD."closed_at", OLD."exported_at", OLD."id", OLD."input_hash", OLD."job_id", OLD."lines_count", OLD."moved_at", OLD."number", OLD."paid_at", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reviewed_at", OLD."reviewed_by_id", OLD."started_at", OLD."started_by_id", OLD."state", OLD."total_pence"); RETURN NULL;',
                    hash="c54ba83e36ecae23d131288cac3b4339a12cf995",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7a94f",
                    table="supplement_run",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentfile",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{made_by_id}'::text[]) = (to_jsonb(NEW) - '{made_by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="dee742dec2b2ef4e484869b6e8bfe43534c20d7d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_4e0d7",
                    table="supplement_paymentfile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="paid_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP = 'DELETE' THEN\n                        RAISE EXCEPTION 'a payment stays' USING ERRCODE = 'restrict_violation';\n                    END IF;\n                    IF TG_OP = 'INSERT' THEN\n                        PERFORM 1 FROM supplement_run AS r\n                         WHERE r.authority_id = NEW.authority_id AND r.id = NEW.run_id\n                           AND r.state IN ('approved', 'exported', 'paid', 'closed');\n                        IF NOT FOUND THEN\n                            RAISE EXCEPTION 'no payment without an approved run'\n                            USING ERRCODE = 'restrict_violation';\n                        END IF;\n                        RETURN NEW;\n                    END IF;\n                    IF (OLD.run_id, OLD.claim_id, OLD.collaboration_id, OLD.payee_id, OLD.reference,\n                        OLD.pay_on, OLD.pence)\n                       IS DISTINCT FROM\n                       (NEW.run_id, NEW.claim_id, NEW.collaboration_id, NEW.payee_id, NEW.reference,\n                        NEW.pay_on, NEW.pence)\n                       OR (OLD.state = 'paid' AND (NEW.state, NEW.paid_on, NEW.file_id)\n                           IS DISTINCT FROM (OLD.state, OLD.paid_on, OLD.file_id))\n                    THEN\n                        RAISE EXCEPTION 'a payment is made once, as it was approved'\n                        USING ERRCODE = 'restrict_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="67cb830ae9c70fbd921f1baf50f16c412b6f0d6b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_paid_once_42cd0",
                    table="supplement_payment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_payment_history" ("answered_at", "answered_by_id", "authority_id", "claim_id", "collaboration_id", "failed_words", "file_id", "finance_reference", "id", "paid_on", "pay_on", "payee_id", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "run_id", "state") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."claim_id", OLD."collaboration_id", OLD."failed_words", OLD."file_id", OLD."finance_reference", OLD."id", OLD."paid_on", OLD."pay_on", OLD."payee_id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reference", OLD."run_id", OLD."state"); RETURN NULL;',
                    hash="66ddff0caf8072f59762cd768fa478f5bdd152f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_20862",
                    table="supplement_payment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_payment_history" ("answered_at", "answered_by_id", "authority_id", "claim_id", "collaboration_id", "failed_words", "file_id", "finance_reference", "id", "paid_on", "pay_on", "payee_id", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "run_id", "state") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."claim_id", OLD."collaboration_id", OLD."failed_words", OLD."file_id", OLD."finance_reference", OLD."id", OLD."paid_on", OLD."pay_on", OLD."payee_id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reference", OLD."run_id", OLD."state"); RETURN NULL;',
                    hash="a0d502977ad1eb188115903babdf8891eba417c5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_34a2f",
                    table="supplement_payment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adjustment",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id,run_id}'::text[]) = (to_jsonb(NEW) - '{by_id,run_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="f5d4830f914c9e66805d7b9ca310c0e59f0fe0b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_502d0",
                    table="supplement_adjustment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                IF TG_OP = 'UPDATE' THEN\n                    IF (to_jsonb(OLD) - '{seen_by_id}'::text[]) = (to_jsonb(NEW) - '{seen_by_id}'::text[]) THEN RETURN NEW; END IF;\n                END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                RETURN NEW;\n            ",
                    hash="91f49c04c1bcc5a935e79f19d4116c707d573bbc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_approved_is_kept_297e6",
                    table="supplement_runclaim",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="added_before_approval",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n     RETURN NULL;",
                    hash="4ca90993bfc999d0dc833121608300454fb206ce",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_before_approval_69a0c",
                    referencing="REFERENCING NEW TABLE AS added ",
                    table="supplement_runclaim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runline",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                IF TG_OP = 'UPDATE' THEN\n                    IF (to_jsonb(OLD) - '{}'::text[]) = (to_jsonb(NEW) - '{}'::text[]) THEN RETURN NEW; END IF;\n                END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                RETURN NEW;\n            ",
                    hash="76419e3c239b4b0fc37a5b4868a44d92a0b31413",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_approved_is_kept_4607f",
                    table="supplement_runline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runline",
            trigger=pgtrigger.compiler.Trigger(
                name="added_before_approval",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n     RETURN NULL;",
                    hash="9d7223a2b774811350a2818ddc2d488d380d5946",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_before_approval_33b8e",
                    referencing="REFERENCING NEW TABLE AS added ",
                    table="supplement_runline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runsnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                IF TG_OP = 'UPDATE' THEN\n                    IF (to_jsonb(OLD) - '{}'::text[]) = (to_jsonb(NEW) - '{}'::text[]) THEN RETURN NEW; END IF;\n                END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT OLD.authority_id, OLD.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                \n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT NEW.authority_id, NEW.run_id) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n    \n                RETURN NEW;\n            ",
                    hash="1dd3e2389be9166ed24f4d7258d430fb7228f764",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_approved_is_kept_d46c4",
                    table="supplement_runsnapshot",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runsnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="added_before_approval",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM 1 FROM (SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) ORDER BY r.id FOR SHARE OF r) AS locked;\n        PERFORM 1 FROM supplement_run AS r\n          WHERE (r.authority_id, r.id) IN (SELECT DISTINCT n.authority_id, n.run_id FROM added AS n) AND r.state IN ('approved', 'exported', 'paid', 'closed');\n        IF FOUND THEN RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n     RETURN NULL;",
                    hash="3c1f88af3fbf3bf46b3ac01e153425769df1505d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_before_approval_9fca3",
                    referencing="REFERENCING NEW TABLE AS added ",
                    table="supplement_runsnapshot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="runstep",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="159c2b934f9788a8ecd7df8726d146a7cba8cb7c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_953df",
                    table="supplement_runstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_spendingdecision_history" ("authority_id", "changed", "closed_at", "closed_by_id", "closed_words", "collaboration_id", "decided_on", "decision_id", "id", "minute_words", "objective_id", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "vote_id", "what") VALUES (OLD."authority_id", OLD."changed", OLD."closed_at", OLD."closed_by_id", OLD."closed_words", OLD."collaboration_id", OLD."decided_on", OLD."decision_id", OLD."id", OLD."minute_words", OLD."objective_id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."vote_id", OLD."what"); RETURN NULL;',
                    hash="44fc7d34f963ae0a1d277bd1dcf2cd9aebea8ed5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3287e",
                    table="supplement_spendingdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_spendingdecision_history" ("authority_id", "changed", "closed_at", "closed_by_id", "closed_words", "collaboration_id", "decided_on", "decision_id", "id", "minute_words", "objective_id", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "vote_id", "what") VALUES (OLD."authority_id", OLD."changed", OLD."closed_at", OLD."closed_by_id", OLD."closed_words", OLD."collaboration_id", OLD."decided_on", OLD."decision_id", OLD."id", OLD."minute_words", OLD."objective_id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."vote_id", OLD."what"); RETURN NULL;',
                    hash="3cd4eca2d79df550a1512401b26fbedf091cf7d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5cc6",
                    table="supplement_spendingdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_spending_history" ("authority_id", "decision_id", "id", "ordered_on", "paid_on", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supplier", "taken_back_at", "taken_back_by_id", "taken_back_words", "what") VALUES (OLD."authority_id", OLD."decision_id", OLD."id", OLD."ordered_on", OLD."paid_on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier", OLD."taken_back_at", OLD."taken_back_by_id", OLD."taken_back_words", OLD."what"); RETURN NULL;',
                    hash="daa1da058e442056fdfd0b60f9355e11b6022eef",
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
                    func='INSERT INTO "supplement_spending_history" ("authority_id", "decision_id", "id", "ordered_on", "paid_on", "pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supplier", "taken_back_at", "taken_back_by_id", "taken_back_words", "what") VALUES (OLD."authority_id", OLD."decision_id", OLD."id", OLD."ordered_on", OLD."paid_on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier", OLD."taken_back_at", OLD."taken_back_by_id", OLD."taken_back_words", OLD."what"); RETURN NULL;',
                    hash="bd101809b4b92074b47ebf33564f7a3c64d688ea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc40f",
                    table="supplement_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_spendreturn_history" ("at", "authority_id", "by_id", "claim_id", "committed_pence", "id", "left_pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_pence", "spent_pence", "words") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."committed_pence", OLD."id", OLD."left_pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."received_pence", OLD."spent_pence", OLD."words"); RETURN NULL;',
                    hash="171e794451c019cd0c132c41ec611871b3e56c48",
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
                    func='INSERT INTO "supplement_spendreturn_history" ("at", "authority_id", "by_id", "claim_id", "committed_pence", "id", "left_pence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_pence", "spent_pence", "words") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."claim_id", OLD."committed_pence", OLD."id", OLD."left_pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."received_pence", OLD."spent_pence", OLD."words"); RETURN NULL;',
                    hash="35e8e016f11eb52cdfb3205b5d710350864782de",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a8265",
                    table="supplement_spendreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplierreference",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supplement_supplierreference_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reference", "set_at", "set_by_id") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."reference", OLD."set_at", OLD."set_by_id"); RETURN NULL;',
                    hash="0363dbe6c76df580d178ea3dcf789a79c421cdb2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7763c",
                    table="supplement_supplierreference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplierreference",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supplement_supplierreference_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reference", "set_at", "set_by_id") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."reference", OLD."set_at", OLD."set_by_id"); RETURN NULL;',
                    hash="b159702a4a028c6c0d41581ecb834c8d7bf83ca9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7658d",
                    table="supplement_supplierreference",
                    when="AFTER",
                ),
            ),
        ),
    ]
