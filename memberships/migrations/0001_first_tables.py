import core.constraints
import core.models
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_first_tables"),
        ("accounts", "__first__"),
        ("collaborations", "0001_first_tables"),
        ("providers", "0001_first_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="LeaderAppointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "manner",
                    models.CharField(
                        choices=[("sole", "Alone"), ("joint", "Jointly"), ("rotating", "In rotation")],
                        default="joint",
                        max_length=10,
                        verbose_name="leads",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("may_lead_because", models.TextField(blank=True, editable=False, verbose_name="why the setting may lead")),
                ("officer_decided", models.BooleanField(default=False, editable=False, verbose_name="an officer decided")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "leader",
                "verbose_name_plural": "leaders",
                "ordering": ["membership__collaboration__name", "user__full_name", "starts_on"],
                "permissions": [("appoint_leader", "Can appoint leaders")],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("joined_on", models.DateField(verbose_name="joined on")),
                (
                    "left_on",
                    models.DateField(
                        blank=True, help_text="The first day that it is no longer a member.", null=True, verbose_name="left on"
                    ),
                ),
                ("leaving_reason", models.CharField(blank=True, max_length=300, verbose_name="reason for leaving")),
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
                        related_name="memberships",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "ordering": ["collaboration__name", "provider__name", "joined_on"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "left_on"], name="memberships_of_group"),
                    models.Index(fields=["authority", "provider", "left_on"], name="memberships_of_setting"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("left_on__isnull", True), ("left_on__gt", models.F("joined_on")), _connector="OR"),
                        name="memberships_left_after_joining",
                    ),
                    core.constraints.NoOverlap(
                        expressions=[
                            (
                                models.Func(
                                    models.F("authority"),
                                    models.F("authority"),
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("collaboration"),
                                    models.F("collaboration"),
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("provider"),
                                    models.F("provider"),
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("joined_on"),
                                    models.F("left_on"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="memberships_one_stay_at_a_time",
                        violation_error_message="This setting is already a member of this collaboration in that time.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaderAppointmentHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "manner",
                    models.CharField(
                        choices=[("sole", "Alone"), ("joint", "Jointly"), ("rotating", "In rotation")],
                        default="joint",
                        max_length=10,
                        verbose_name="leads",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("may_lead_because", models.TextField(blank=True, editable=False, verbose_name="why the setting may lead")),
                ("officer_decided", models.BooleanField(default=False, editable=False, verbose_name="an officer decided")),
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
                        to="memberships.leaderappointment",
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
                        verbose_name="person",
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
            ],
            options={
                "db_table": "memberships_leaderappointment_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="leaderappointment",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leaders",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.CreateModel(
            name="MembershipHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("joined_on", models.DateField(verbose_name="joined on")),
                (
                    "left_on",
                    models.DateField(
                        blank=True, help_text="The first day that it is no longer a member.", null=True, verbose_name="left on"
                    ),
                ),
                ("leaving_reason", models.CharField(blank=True, max_length=300, verbose_name="reason for leaving")),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.membership",
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
                "db_table": "memberships_membership_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SettingRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "Manager"), ("staff", "Member of staff")],
                        default="manager",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
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
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="setting_roles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "person of a setting",
                "verbose_name_plural": "people of settings",
                "ordering": ["provider__name", "user__full_name"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider"], name="memberships_people_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                        name="memberships_setting_role_ends_later",
                    ),
                    models.UniqueConstraint(fields=("authority", "user", "provider", "starts_on"), name="memberships_setting_role_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingRoleHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "Manager"), ("staff", "Member of staff")],
                        default="manager",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.settingrole",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "db_table": "memberships_settingrole_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="leaderappointment",
            index=models.Index(fields=["authority", "membership", "ends_on"], name="memberships_leaders_of"),
        ),
        migrations.AddConstraint(
            model_name="leaderappointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="memberships_leader_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="leaderappointment",
            constraint=core.constraints.NoOverlap(
                expressions=[
                    (
                        models.Func(
                            models.F("authority"),
                            models.F("authority"),
                            models.Value("[]"),
                            function="int8range",
                            output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            models.F("membership"),
                            models.F("membership"),
                            models.Value("[]"),
                            function="int8range",
                            output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            models.F("user"),
                            models.F("user"),
                            models.Value("[]"),
                            function="int8range",
                            output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            models.F("starts_on"),
                            models.F("ends_on"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="memberships_leads_once_at_a_time",
                violation_error_message="This person already leads this collaboration in that time.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_membership_history" ("authority_id", "collaboration_id", "id", "joined_on", "leaving_reason", "left_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="e3fdc7530f1f04dabb1679ce57a4bba879d6cb99",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_51e35",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_membership_history" ("authority_id", "collaboration_id", "id", "joined_on", "leaving_reason", "left_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="7a9f4d627b40b1e5af0c2f601bc49554c831175f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_996d8",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="92e04795b9f0d7bf5c623951cd3f5d34d2934717",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f14e2",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="0fce3ef1a89b64d65cab4641cd7998b40b0a4178",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8289d",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="settingrole",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="9461a58ec3e03b4c491f1d022f3a7961bf970550",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dad4c",
                    table="memberships_settingrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="settingrole",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="bc57cb4e69b2991cc1d8de2d896a7fe287cfc38e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c4c0",
                    table="memberships_settingrole",
                    when="AFTER",
                ),
            ),
        ),
    ]
