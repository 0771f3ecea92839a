import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("providers", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DeliveryPartnership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "model",
                    models.CharField(
                        choices=[
                            ("split_day", "One day at two settings"),
                            ("split_week", "Different days at different settings"),
                            ("holidays", "Term time at one, holidays at the other"),
                            ("other", "Another way"),
                        ],
                        max_length=12,
                        verbose_name="how it works",
                    ),
                ),
                ("lead_hours", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="hours a week at the lead setting")),
                ("transport", models.TextField(blank=True, verbose_name="transport and hand-over")),
                ("lead_contact", models.CharField(max_length=150, verbose_name="lead contact")),
                ("terms_reference", models.CharField(blank=True, max_length=80, verbose_name="where the ways of working say so")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                    "lead",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships_led",
                        to="providers.provider",
                        verbose_name="lead setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery partnership",
                "verbose_name_plural": "delivery partnerships",
                "ordering": ["lead__search_text", "starts_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DeliveryPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="hours a week")),
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
                        related_name="partnerships",
                        to="providers.provider",
                        verbose_name="partner",
                    ),
                ),
                (
                    "partnership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="provision.deliverypartnership",
                    ),
                ),
            ],
            options={
                "ordering": ["provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DeliveryPartnershipHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "model",
                    models.CharField(
                        choices=[
                            ("split_day", "One day at two settings"),
                            ("split_week", "Different days at different settings"),
                            ("holidays", "Term time at one, holidays at the other"),
                            ("other", "Another way"),
                        ],
                        max_length=12,
                        verbose_name="how it works",
                    ),
                ),
                ("lead_hours", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="hours a week at the lead setting")),
                ("transport", models.TextField(blank=True, verbose_name="transport and hand-over")),
                ("lead_contact", models.CharField(max_length=150, verbose_name="lead contact")),
                ("terms_reference", models.CharField(blank=True, max_length=80, verbose_name="where the ways of working say so")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                    "lead",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="lead setting",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="provision.deliverypartnership",
                    ),
                ),
            ],
            options={
                "db_table": "provision_deliverypartnership_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PublicConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_on", models.DateField(verbose_name="given on")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="withdrawn on")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="public_consents",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent to be named",
                "verbose_name_plural": "consents to be named",
                "ordering": ["-given_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PublicConsentHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("given_on", models.DateField(verbose_name="given on")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="withdrawn on")),
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
                        verbose_name="by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="provision.publicconsent",
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
                "db_table": "provision_publicconsent_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReturnPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="For example “Autumn 2026”.", max_length=80, verbose_name="name")),
                ("count_date", models.DateField(verbose_name="count date")),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("due_on", models.DateField(help_text="The last day.", verbose_name="due by")),
                ("definition", models.TextField(help_text="Shown beside the question.", verbose_name="who counts")),
                ("childminder_definition", models.TextField(blank=True, verbose_name="who counts, for childminders")),
                ("asks_detail", models.BooleanField(default=False, verbose_name="ask for hours, role and qualification")),
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
            ],
            options={
                "verbose_name": "staff return period",
                "verbose_name_plural": "staff return periods",
                "ordering": ["-count_date", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReturnPeriodHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(help_text="For example “Autumn 2026”.", max_length=80, verbose_name="name")),
                ("count_date", models.DateField(verbose_name="count date")),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("due_on", models.DateField(help_text="The last day.", verbose_name="due by")),
                ("definition", models.TextField(help_text="Shown beside the question.", verbose_name="who counts")),
                ("childminder_definition", models.TextField(blank=True, verbose_name="who counts, for childminders")),
                ("asks_detail", models.BooleanField(default=False, verbose_name="ask for hours, role and qualification")),
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
                        to="provision.returnperiod",
                    ),
                ),
            ],
            options={
                "db_table": "provision_returnperiod_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StaffReturn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("staff", models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(500)], verbose_name="staff")),
                ("is_unchanged", models.BooleanField(default=False, verbose_name="confirmed as nothing changed")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("certified_at", models.DateTimeField(verbose_name="certified at")),
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
                    "certified_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="certified by",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="provision.returnperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff_returns",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "staff return",
                "verbose_name_plural": "staff returns",
                "ordering": ["-period__count_date", "provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StaffReturnHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("staff", models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(500)], verbose_name="staff")),
                ("is_unchanged", models.BooleanField(default=False, verbose_name="confirmed as nothing changed")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("certified_at", models.DateTimeField(verbose_name="certified at")),
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
                    "certified_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="certified by",
                    ),
                ),
                (
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.returnperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="provision.staffreturn",
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
                "db_table": "provision_staffreturn_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StaffReturnLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=4,
                        validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(60)],
                        verbose_name="hours a week",
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role")),
                (
                    "qualification_level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(8)],
                        verbose_name="level of qualification",
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
                    "staff_return",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="provision.staffreturn"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StaffReturnReminder",
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
                    "period",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="provision.returnperiod",
                        verbose_name="period",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="staff_return_reminders",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="sent by"
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
            name="Vacancy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "age_band",
                    models.CharField(
                        choices=[("under_two", "Under 2"), ("two", "2"), ("three_and_four", "3 and 4"), ("school_age", "School age")],
                        max_length=16,
                        verbose_name="age",
                    ),
                ),
                (
                    "session",
                    models.CharField(
                        choices=[
                            ("all_day", "All day"),
                            ("morning", "Mornings"),
                            ("afternoon", "Afternoons"),
                            ("before_after", "Before and after school"),
                            ("holidays", "School holidays"),
                        ],
                        max_length=16,
                        verbose_name="session",
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(200)], verbose_name="places"),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="free from")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vacancies",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "vacancy",
                "verbose_name_plural": "vacancies",
                "ordering": ["provider__search_text", "age_band", "session", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="VacancyHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "age_band",
                    models.CharField(
                        choices=[("under_two", "Under 2"), ("two", "2"), ("three_and_four", "3 and 4"), ("school_age", "School age")],
                        max_length=16,
                        verbose_name="age",
                    ),
                ),
                (
                    "session",
                    models.CharField(
                        choices=[
                            ("all_day", "All day"),
                            ("morning", "Mornings"),
                            ("afternoon", "Afternoons"),
                            ("before_after", "Before and after school"),
                            ("holidays", "School holidays"),
                        ],
                        max_length=16,
                        verbose_name="session",
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(200)], verbose_name="places"),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="free from")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
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
                    "confirmed_by",
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="provision.vacancy"
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
                "db_table": "provision_vacancy_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="deliverypartnership",
            index=models.Index(fields=["authority", "lead"], name="provision_partnerships_led"),
        ),
        migrations.AddConstraint(
            model_name="deliverypartnership",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="provision_partnership_ends_later",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deliverypartnership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;',
                    hash="e050fc6a8f06ab96149e02a7049dddd990e0e808",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4e84c",
                    table="provision_deliverypartnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deliverypartnership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;',
                    hash="ad1b2ad5d938af8ca72425ca4ae178d9aac46df6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_869b9",
                    table="provision_deliverypartnership",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="deliverypartner",
            index=models.Index(fields=["authority", "provider"], name="provision_partnerships_of"),
        ),
        migrations.AddConstraint(
            model_name="deliverypartner",
            constraint=models.UniqueConstraint(fields=("authority", "partnership", "provider"), name="provision_partner_once"),
        ),
        migrations.AddConstraint(
            model_name="publicconsent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)), fields=("authority", "provider"), name="provision_one_consent"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;',
                    hash="5546074ec8a21ce8d0c75b5a4f6f4da537ffa308",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4bf5",
                    table="provision_publicconsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;',
                    hash="72652310a1b9bbda38204219a7b7f6b53d859592",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ec4a5",
                    table="provision_publicconsent",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="returnperiod",
            constraint=models.UniqueConstraint(fields=("authority", "name"), name="provision_period_name_once"),
        ),
        migrations.AddConstraint(
            model_name="returnperiod",
            constraint=models.UniqueConstraint(fields=("authority", "count_date"), name="provision_period_date_once"),
        ),
        migrations.AddConstraint(
            model_name="returnperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("opens_on"))), name="provision_period_due_after_opening"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="returnperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id"); RETURN NULL;',
                    hash="7af80f23d73187f7b173b014b14bf764cf8e9cae",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fecf7",
                    table="provision_returnperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="returnperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="a2409f46e7cd0f7354a2dbd850905bc702b439e3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c6a49",
                    table="provision_returnperiod",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="staffreturn",
            index=models.Index(fields=["authority", "provider"], name="provision_returns_of"),
        ),
        migrations.AddConstraint(
            model_name="staffreturn",
            constraint=models.UniqueConstraint(fields=("authority", "period", "provider"), name="provision_one_return_a_period"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="staffreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;',
                    hash="60d33a7c21d355fa1dcfc26faa004c3aee28812b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de0a4",
                    table="provision_staffreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="staffreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;',
                    hash="b6d27670c7bcb5da62d9cb6c8922c0440a56d595",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_05e37",
                    table="provision_staffreturn",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="staffreturnline",
            index=models.Index(fields=["authority", "staff_return"], name="provision_lines_of"),
        ),
        migrations.AddIndex(
            model_name="staffreturnreminder",
            index=models.Index(fields=["authority", "provider"], name="provision_reminders_of"),
        ),
        migrations.AddConstraint(
            model_name="staffreturnreminder",
            constraint=models.UniqueConstraint(fields=("authority", "period", "provider", "sent_on"), name="provision_reminded_once_a_day"),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(fields=["authority", "confirmed_on"], name="provision_fresh_vacancies"),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.UniqueConstraint(fields=("authority", "provider", "age_band", "session"), name="provision_vacancy_once"),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(condition=models.Q(("places__gt", 0)), name="provision_vacancy_has_places"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vacancy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;',
                    hash="f0223d0a35122603a94c9cb8c915a79cfc556fd7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_01aac",
                    table="provision_vacancy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vacancy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;',
                    hash="5d105a2552469e85dd09b7a5a1c2ea5d45baef1d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1c43",
                    table="provision_vacancy",
                    when="AFTER",
                ),
            ),
        ),
    ]
