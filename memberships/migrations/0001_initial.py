import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.constraints
import core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("collaborations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("providers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApplicationHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("words", models.TextField(blank=True, verbose_name="what the setting says")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for the members' decision"),
                            ("accepted", "Accepted"),
                            ("declined", "Not accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("applied_at", models.DateTimeField(verbose_name="applied at")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
            ],
            options={
                "db_table": "memberships_application_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ConductConcern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("raised_at", models.DateTimeField(verbose_name="raised at")),
                ("words", models.TextField(verbose_name="what happened")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "Raised"),
                            ("discussed", "Discussed"),
                            ("decided", "Decided by the group"),
                            ("closed", "Closed"),
                        ],
                        default="raised",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("none", "Nothing further"), ("steps", "Agreed steps"), ("removal", "The member is asked to leave")],
                        max_length=12,
                        verbose_name="decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "concern about conduct",
                "verbose_name_plural": "concerns about conduct",
                "ordering": ["-raised_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ConductConcernHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("raised_at", models.DateTimeField(verbose_name="raised at")),
                ("words", models.TextField(verbose_name="what happened")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "Raised"),
                            ("discussed", "Discussed"),
                            ("decided", "Decided by the group"),
                            ("closed", "Closed"),
                        ],
                        default="raised",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("none", "Nothing further"), ("steps", "Agreed steps"), ("removal", "The member is asked to leave")],
                        max_length=12,
                        verbose_name="decision",
                    ),
                ),
            ],
            options={
                "db_table": "memberships_conductconcern_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ConductStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("raised", "Raised"),
                            ("discussed", "Discussed"),
                            ("decided", "Decided by the group"),
                            ("closed", "Closed"),
                        ],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                ("words", models.TextField(verbose_name="in words")),
                ("at", models.DateTimeField(verbose_name="at")),
            ],
            options={
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CoveredCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("change", models.IntegerField()),
                ("district_id", models.BigIntegerField(null=True)),
                ("day", models.DateField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("action", "An action or a task"),
                            ("documents", "Documents and materials"),
                            ("money", "Money of the group"),
                            ("other", "Something else"),
                        ],
                        default="action",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what is handed over")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="handed over on")),
            ],
            options={
                "verbose_name": "hand-over",
                "verbose_name_plural": "hand-overs",
                "ordering": ["kind", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HandOverHistory",
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
                            ("action", "An action or a task"),
                            ("documents", "Documents and materials"),
                            ("money", "Money of the group"),
                            ("other", "Something else"),
                        ],
                        default="action",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what is handed over")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="handed over on")),
            ],
            options={
                "db_table": "memberships_handover_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("full_name", models.CharField(max_length=150, verbose_name="name of the person")),
                ("words", models.TextField(blank=True, verbose_name="what the members say")),
                ("decision", models.TextField(verbose_name="how the members decided")),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("is_vouched_for", models.BooleanField(default=False, verbose_name="an officer vouches for the address")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="sent",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="invited at")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["sent_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="InvitationHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("full_name", models.CharField(max_length=150, verbose_name="name of the person")),
                ("words", models.TextField(blank=True, verbose_name="what the members say")),
                ("decision", models.TextField(verbose_name="how the members decided")),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("is_vouched_for", models.BooleanField(default=False, verbose_name="an officer vouches for the address")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="sent",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="invited at")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
            ],
            options={
                "db_table": "memberships_invitation_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
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
                ("members_decision", models.TextField(blank=True, editable=False, verbose_name="the members' decision")),
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
            name="LeaderAppointmentHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
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
                ("members_decision", models.TextField(blank=True, editable=False, verbose_name="the members' decision")),
            ],
            options={
                "db_table": "memberships_leaderappointment_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LedCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("change", models.IntegerField()),
                ("district_id", models.BigIntegerField(null=True)),
                ("state", models.CharField(max_length=20)),
                ("day", models.DateField()),
            ],
            options={
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
                ("meetings_held", models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings held")),
                ("meetings_attended", models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings attended")),
                ("at_risk_since", models.DateField(blank=True, editable=False, null=True, verbose_name="attendance at risk since")),
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "ordering": ["collaboration__name", "provider__name", "joined_on"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="MembershipHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
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
                ("meetings_held", models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings held")),
                ("meetings_attended", models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings attended")),
                ("at_risk_since", models.DateField(blank=True, editable=False, null=True, verbose_name="attendance at risk since")),
            ],
            options={
                "db_table": "memberships_membership_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="OfficeHolder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.CharField(
                        choices=[("chair", "Chair"), ("administrator", "Administrator"), ("safeguarding", "Safeguarding contact")],
                        max_length=16,
                        verbose_name="office",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("decision", models.TextField(verbose_name="how the members decided")),
            ],
            options={
                "verbose_name": "office holder",
                "verbose_name_plural": "office holders",
                "ordering": ["office", "starts_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="OfficeHolderHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "office",
                    models.CharField(
                        choices=[("chair", "Chair"), ("administrator", "Administrator"), ("safeguarding", "Safeguarding contact")],
                        max_length=16,
                        verbose_name="office",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("decision", models.TextField(verbose_name="how the members decided")),
            ],
            options={
                "db_table": "memberships_officeholder_history",
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
            ],
            options={
                "verbose_name": "person of a setting",
                "verbose_name_plural": "people of settings",
                "ordering": ["provider__name", "user__full_name"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SettingRoleHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
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
            ],
            options={
                "db_table": "memberships_settingrole_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StaffTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="how they were told")),
            ],
            options={
                "verbose_name": "confirmation that staff know",
                "verbose_name_plural": "confirmations that staff know",
                "ordering": ["-confirmed_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(blank=True, verbose_name="what the setting says")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for the members' decision"),
                            ("accepted", "Accepted"),
                            ("declined", "Not accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("applied_at", models.DateTimeField(verbose_name="applied at")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
                (
                    "applied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied by",
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
                        related_name="applications",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
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
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["applied_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="application",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="applied_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="applied by",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="collaborations.collaboration",
                verbose_name="collaboration",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.application"
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="conductconcern",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="conductconcern",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conduct_concerns",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="conductconcern",
            name="raised_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="raised by"
            ),
        ),
        migrations.AddField(
            model_name="conductconcernhistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="conductconcernhistory",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="conductconcernhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.conductconcern"
            ),
        ),
        migrations.AddField(
            model_name="conductconcernhistory",
            name="raised_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="raised by",
            ),
        ),
        migrations.AddField(
            model_name="conductstep",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="conductstep",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
            ),
        ),
        migrations.AddField(
            model_name="conductstep",
            name="concern",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="memberships.conductconcern"
            ),
        ),
        migrations.AddField(
            model_name="coveredcount",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="handoverhistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="handoverhistory",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="handoverhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.handover"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="collaborations.collaboration",
                verbose_name="collaboration",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="sent_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="invited by"
            ),
        ),
        migrations.AddField(
            model_name="invitationhistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="invitationhistory",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="collaborations.collaboration",
                verbose_name="collaboration",
            ),
        ),
        migrations.AddField(
            model_name="invitationhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.invitation"
            ),
        ),
        migrations.AddField(
            model_name="invitationhistory",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="invitationhistory",
            name="sent_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="leaderappointment",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="leaderappointment",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="leads", to=settings.AUTH_USER_MODEL, verbose_name="person"
            ),
        ),
        migrations.AddField(
            model_name="leaderappointmenthistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="leaderappointmenthistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="memberships.leaderappointment",
            ),
        ),
        migrations.AddField(
            model_name="leaderappointmenthistory",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="ledcount",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="collaborations.collaboration",
                verbose_name="collaboration",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="continues",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="memberships.membership",
                verbose_name="carries on",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="leaderappointmenthistory",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="member",
            ),
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
        migrations.AddField(
            model_name="invitationhistory",
            name="membership",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="membership",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="memberships.membership",
            ),
        ),
        migrations.AddField(
            model_name="handoverhistory",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="handoverhistory",
            name="taken_by",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="who takes it over",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="hand_overs",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="taken_by",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="takes_over",
                to="memberships.membership",
                verbose_name="who takes it over",
            ),
        ),
        migrations.AddField(
            model_name="conductconcernhistory",
            name="about",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="conductconcern",
            name="about",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conduct_concerns",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="applicationhistory",
            name="membership",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="membership",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="memberships.membership",
            ),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="collaborations.collaboration",
                verbose_name="collaboration",
            ),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="continues",
            field=core.models.OwnedForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="carries on",
            ),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.membership"
            ),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="officeholder",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="officeholder",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="office_holders",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="officeholder",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="offices", to=settings.AUTH_USER_MODEL, verbose_name="person"
            ),
        ),
        migrations.AddField(
            model_name="officeholderhistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="officeholderhistory",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="officeholderhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.officeholder"
            ),
        ),
        migrations.AddField(
            model_name="officeholderhistory",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="settingrole",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="settingrole",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="people",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="settingrole",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="setting_roles",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="settingrolehistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="settingrolehistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="memberships.settingrole"
            ),
        ),
        migrations.AddField(
            model_name="settingrolehistory",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="settingrolehistory",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="stafftold",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="stafftold",
            name="confirmed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
            ),
        ),
        migrations.AddField(
            model_name="stafftold",
            name="membership",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="staff_told",
                to="memberships.membership",
                verbose_name="member",
            ),
        ),
        migrations.AddConstraint(
            model_name="conductstep",
            constraint=models.UniqueConstraint(fields=("authority", "concern", "to_state"), name="memberships_concern_step_once"),
        ),
        migrations.AddIndex(
            model_name="coveredcount",
            index=models.Index(fields=["authority", "day"], name="memberships_covered_count"),
        ),
        migrations.AddIndex(
            model_name="ledcount",
            index=models.Index(fields=["authority", "day"], name="memberships_led_count"),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["authority", "collaboration", "left_on"], name="memberships_of_group"),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["authority", "provider", "left_on"], name="memberships_of_setting"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("left_on__isnull", True), ("left_on__gt", models.F("joined_on")), _connector="OR"),
                name="memberships_left_after_joining",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
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
                name="memberships_one_membership_at_a_time",
                violation_error_message="This setting is already a member of this collaboration in that time.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="dd830a5f83951b940530f2ba58d4723fab802bbb",
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
                    func='INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id"); RETURN NULL;',
                    hash="2387e3ca5e83e1b75cbf1e22b868dc738b52d75a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_996d8",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="covered_count_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, true AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM new_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m\n         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id FROM providers_provider r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="84b020191a72c87bef3c5e3409ab6a75dcfe3fa4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_covered_count_insert_32d51",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="covered_count_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, false AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM old_rows m) t UNION ALL SELECT t.*, true AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM new_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m\n         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id FROM providers_provider r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="869a685af0777cf9cd6dbfe605c984414ea38260",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_covered_count_update_7fd6a",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="covered_count_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, false AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM old_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m\n         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id FROM providers_provider r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="eb6e6cbf5ce5cada078f273ad2839270e3473060",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_covered_count_delete_acf6f",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="led_count_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, false AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM old_rows m JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id) t UNION ALL SELECT t.*, true AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM new_rows m JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m\n          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id\n         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id, r.state FROM collaborations_collaboration r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="21408ca5b5077727f087c453294939a0c4389edc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_led_count_update_19759",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="memberships_membership",
                    when="AFTER",
                ),
            ),
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
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="812807d854b656cd3fe7a0ab8150db05800fb4ab",
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
                    func='INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="962ece638d4df759097989beea0de72582b92144",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8289d",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="led_count_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, true AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM new_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m\n          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id\n         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id, r.state FROM collaborations_collaboration r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="8c49b25f799919e15109c51975b97616372fe27f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_led_count_insert_5e7f3",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="led_count_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, false AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM old_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t UNION ALL SELECT t.*, true AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM new_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m\n          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id\n         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id, r.state FROM collaborations_collaboration r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="1d29c5a6a11f3fb41cf649f2373f40feb7226b81",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_led_count_update_7a24f",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderappointment",
            trigger=pgtrigger.compiler.Trigger(
                name="led_count_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;",
                    func="\n            FOR touched IN\n                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,\n                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,\n                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans\n                  FROM (SELECT t.*, false AS is_new FROM (\n    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span\n      FROM old_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing\n            LOOP\n                CONTINUE WHEN touched.old_spans = touched.new_spans;\n                \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m\n          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id\n         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;\n                before := others + touched.old_spans;\n                after := others + touched.new_spans;\n                CONTINUE WHEN before = after;\n                \n        SELECT r.district_id, r.state FROM collaborations_collaboration r\n         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;\n                CONTINUE WHEN NOT FOUND;\n                FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);\n                END LOOP;\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="d369cd24a9c3ce753f0f884610ed19d5e023ae4f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_led_count_delete_191dc",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="memberships_leaderappointment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["authority", "provider", "state"], name="memberships_invitations_of"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent")),
                fields=("authority", "collaboration", "provider"),
                name="memberships_one_open_invitation",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="a2fc8c6b63904ef21c5a88018c7552e7e8eaf55a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e148",
                    table="memberships_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="15c39892cf3341d5ed8f0185c9ddbf70f47cb99f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_faf63",
                    table="memberships_invitation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["authority", "membership"], name="memberships_hand_overs_of"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;',
                    hash="ba6a8d7076635cc795974bca824fca33e878f336",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30971",
                    table="memberships_handover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;',
                    hash="ad1bc515887364db0d79a1034f7e9dfdc747fb02",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1ab6c",
                    table="memberships_handover",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="conductconcern",
            index=models.Index(fields=["authority", "collaboration", "state"], name="memberships_concerns_of"),
        ),
        migrations.AddConstraint(
            model_name="conductconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "decided"), _negated=True), models.Q(("decision", ""), _negated=True), _connector="OR"
                ),
                name="memberships_concern_decided_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conductconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="88ff9b57a919b81426be249e46e0c3b92104ac01",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67cbc",
                    table="memberships_conductconcern",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conductconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="ebdc0f8f89fed55ed7e51e65c327de7a7d09c3e4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe8f9",
                    table="memberships_conductconcern",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["authority", "provider", "state"], name="memberships_applications_of"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("authority", "collaboration", "provider"),
                name="memberships_one_open_application",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["accepted", "declined"]), _negated=True),
                    models.Q(("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="memberships_decided_application_says_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="61cd666337a1a66798779d3699a67c39a696ad67",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_462f7",
                    table="memberships_application",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="0b0b7007b5b4a695ef885eba8d0c7654eaf9aab3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_37725",
                    table="memberships_application",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="officeholder",
            index=models.Index(fields=["authority", "membership", "ends_on"], name="memberships_offices_of"),
        ),
        migrations.AddConstraint(
            model_name="officeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="memberships_office_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="officeholder",
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
                name="memberships_one_office_at_a_time",
                violation_error_message="This person already holds an office in that time.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officeholder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="bfcbe98640008b6e20480e31fad4b12a21f2921b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0366",
                    table="memberships_officeholder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officeholder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="513f46dc0d0cec9628f33a23f23d053f313839bd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_628a2",
                    table="memberships_officeholder",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="settingrole",
            index=models.Index(fields=["authority", "provider"], name="memberships_people_of"),
        ),
        migrations.AddConstraint(
            model_name="settingrole",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                name="memberships_setting_role_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="settingrole",
            constraint=models.UniqueConstraint(fields=("authority", "user", "provider", "starts_on"), name="memberships_setting_role_once"),
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
        migrations.AddConstraint(
            model_name="stafftold",
            constraint=models.UniqueConstraint(
                fields=("authority", "membership", "confirmed_on"), name="memberships_staff_told_once_a_day"
            ),
        ),
    ]
