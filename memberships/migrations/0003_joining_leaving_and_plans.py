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
    dependencies = [
        ("accounts", "0003_single_task_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("collaborations", "0003_life"),
        ("documents", "0002_walls"),
        ("memberships", "0002_walls"),
        ("providers", "0005_returns_and_offers"),
    ]

    operations = [
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
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="memberships.membership",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["applied_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider", "state"], name="memberships_applications_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("authority", "collaboration", "provider"),
                        name="memberships_one_open_application",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["accepted", "declined"]), _negated=True),
                            models.Q(("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="memberships_decided_application_says_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                (
                    "applied_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied by",
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
                    "decided_by",
                    models.ForeignKey(
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
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.application",
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
                (
                    "about",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conduct_concerns",
                        to="memberships.membership",
                        verbose_name="member",
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
                        related_name="conduct_concerns",
                        to="collaborations.collaboration",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="raised by"
                    ),
                ),
            ],
            options={
                "verbose_name": "concern about conduct",
                "verbose_name_plural": "concerns about conduct",
                "ordering": ["-raised_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "collaboration", "state"], name="memberships_concerns_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "decided"), _negated=True), models.Q(("decision", ""), _negated=True), _connector="OR"
                        ),
                        name="memberships_concern_decided_how",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConductConcernHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                (
                    "about",
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
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.conductconcern",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="raised by",
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
                (
                    "concern",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="memberships.conductconcern",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority", "concern", "to_state"), name="memberships_concern_step_once")],
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
                    "done_by",
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hand_overs",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "taken_by",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="takes_over",
                        to="memberships.membership",
                        verbose_name="who takes it over",
                    ),
                ),
            ],
            options={
                "verbose_name": "hand-over",
                "verbose_name_plural": "hand-overs",
                "ordering": ["kind", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "membership"], name="memberships_hand_overs_of")],
            },
        ),
        migrations.CreateModel(
            name="HandOverHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                    "done_by",
                    models.ForeignKey(
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
                        to="memberships.handover",
                    ),
                ),
                (
                    "taken_by",
                    core.models.OwnedForeignKey(
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
                        related_name="invitations",
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
                        related_name="invitations",
                        to="memberships.membership",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["sent_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider", "state"], name="memberships_invitations_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "sent")),
                        fields=("authority", "collaboration", "provider"),
                        name="memberships_one_open_invitation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("full_name", models.CharField(max_length=150, verbose_name="name of the person")),
                ("words", models.TextField(blank=True, verbose_name="what the members say")),
                ("decision", models.TextField(verbose_name="how the members decided")),
                ("decided_on", models.DateField(verbose_name="decided on")),
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
                    "membership",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="memberships.membership",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.invitation",
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
                    "sent_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "db_table": "memberships_invitation_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                ("text", models.TextField(verbose_name="message")),
                (
                    "audience",
                    models.CharField(
                        choices=[("leaders", "Their leaders"), ("managers", "The managers of all their member settings")],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                ("about", models.TextField(help_text="Their names at the time.", verbose_name="collaborations")),
                ("sent_at", models.DateTimeField(verbose_name="when")),
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
                    "job",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.job"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="from"
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["-sent_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="MessageCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
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
                    "message",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="copies", to="memberships.message"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="to"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority", "message", "user"), name="memberships_one_copy_a_person")],
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
                        related_name="office_holders",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "office holder",
                "verbose_name_plural": "office holders",
                "ordering": ["office", "starts_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "membership", "ends_on"], name="memberships_offices_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                        name="memberships_office_ends_later",
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
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeHolderHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                        to="memberships.officeholder",
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
                "db_table": "memberships_officeholder_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Reorganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("divide", "Divide a collaboration"), ("merge", "Merge collaborations")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being drawn up"),
                            ("agreed", "Agreed with the leaders"),
                            ("done", "Carried out"),
                            ("abandoned", "Put aside"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(verbose_name="why")),
                ("takes_effect_on", models.DateField(blank=True, null=True, verbose_name="first day of the new collaborations")),
                ("met_leaders_on", models.DateField(blank=True, null=True, verbose_name="met the leaders on")),
                ("met_words", models.TextField(blank=True, verbose_name="what was agreed with the leaders")),
                ("records_holder", models.CharField(blank=True, max_length=200, verbose_name="who holds the old records")),
                ("balance_words", models.TextField(blank=True, verbose_name="how the balance is shared")),
                (
                    "copies_ways_of_working",
                    models.BooleanField(default=True, verbose_name="the new collaborations begin with a copy of the ways of working"),
                ),
                ("started_at", models.DateTimeField(verbose_name="drawn up at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="carried out at")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    "done_by",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="drawn up by",
                    ),
                ),
            ],
            options={
                "verbose_name": "division or merger",
                "verbose_name_plural": "divisions and mergers",
                "ordering": ["-started_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlannedSuccessor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="collaborations.collaboration",
                    ),
                ),
                (
                    "district",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.district",
                        verbose_name="district",
                    ),
                ),
                (
                    "plan",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="successors",
                        to="memberships.reorganisation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority", "plan", "name"), name="memberships_successor_name_once")],
            },
        ),
        migrations.CreateModel(
            name="PlannedMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("leaves", models.BooleanField(default=False)),
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
                    "leader",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.leaderappointment",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="memberships.membership"
                    ),
                ),
                (
                    "successor",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="memberships.plannedsuccessor",
                    ),
                ),
                (
                    "plan",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="memberships.reorganisation",
                    ),
                ),
            ],
            options={
                "ordering": ["membership__provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority", "plan", "membership"), name="memberships_placed_once")],
            },
        ),
        migrations.CreateModel(
            name="ReorganisationHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("divide", "Divide a collaboration"), ("merge", "Merge collaborations")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being drawn up"),
                            ("agreed", "Agreed with the leaders"),
                            ("done", "Carried out"),
                            ("abandoned", "Put aside"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(verbose_name="why")),
                ("takes_effect_on", models.DateField(blank=True, null=True, verbose_name="first day of the new collaborations")),
                ("met_leaders_on", models.DateField(blank=True, null=True, verbose_name="met the leaders on")),
                ("met_words", models.TextField(blank=True, verbose_name="what was agreed with the leaders")),
                ("records_holder", models.CharField(blank=True, max_length=200, verbose_name="who holds the old records")),
                ("balance_words", models.TextField(blank=True, verbose_name="how the balance is shared")),
                (
                    "copies_ways_of_working",
                    models.BooleanField(default=True, verbose_name="the new collaborations begin with a copy of the ways of working"),
                ),
                ("started_at", models.DateTimeField(verbose_name="drawn up at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="carried out at")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="memberships.reorganisation",
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
                        verbose_name="drawn up by",
                    ),
                ),
            ],
            options={
                "db_table": "memberships_reorganisation_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReorganisationSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state_before", models.CharField(max_length=20)),
                ("is_open", models.BooleanField(default=True)),
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
                        related_name="reorganisations",
                        to="collaborations.collaboration",
                    ),
                ),
                (
                    "plan",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="memberships.reorganisation",
                    ),
                ),
            ],
            options={
                "ordering": ["collaboration__name", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_open", True)), fields=("authority", "collaboration"), name="memberships_one_open_plan"
                    ),
                    models.UniqueConstraint(fields=("authority", "plan", "collaboration"), name="memberships_plan_source_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Being read"),
                            ("ready", "Ready to be checked"),
                            ("loading", "Being loaded"),
                            ("loaded", "Loaded"),
                            ("discarded", "Put aside"),
                            ("failed", "Could not be read"),
                        ],
                        default="reading",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("counts", models.JSONField(default=dict)),
                ("digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("problem", models.TextField(blank=True, verbose_name="problem")),
                ("started_at", models.DateTimeField(verbose_name="when")),
                ("loaded_at", models.DateTimeField(blank=True, null=True, verbose_name="loaded at")),
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
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "job",
                    core.models.OwnedForeignKey(
                        db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.job"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="who"
                    ),
                ),
            ],
            options={
                "verbose_name": "spreadsheet of collaborations",
                "verbose_name_plural": "spreadsheets of collaborations",
                "ordering": ["-started_at", "-pk"],
                "permissions": [("import_collaborations", "Can load collaborations from a spreadsheet")],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["reading", "ready", "loading"])),
                        fields=("authority",),
                        name="memberships_one_sheet_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="line")),
                ("kind", models.CharField(max_length=20, verbose_name="about")),
                (
                    "result",
                    models.CharField(
                        choices=[("new", "New"), ("known", "Already here"), ("refused", "Cannot be loaded")],
                        max_length=10,
                        verbose_name="result",
                    ),
                ),
                ("values", models.JSONField(default=dict)),
                ("remarks", models.JSONField(default=list)),
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
                    "sheet",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="memberships.sheetimport"
                    ),
                ),
            ],
            options={
                "ordering": ["number", "kind", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "sheet", "result", "number"], name="memberships_lines_of")],
            },
        ),
        migrations.CreateModel(
            name="StaffTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="how they were told")),
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff_told",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation that staff know",
                "verbose_name_plural": "confirmations that staff know",
                "ordering": ["-confirmed_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "membership", "confirmed_on"), name="memberships_staff_told_once_a_day")
                ],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leaderappointment",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leaderappointment",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="membership",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="membership",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="leaderappointment",
            name="members_decision",
            field=models.TextField(blank=True, editable=False, verbose_name="the members' decision"),
        ),
        migrations.AddField(
            model_name="leaderappointmenthistory",
            name="members_decision",
            field=models.TextField(blank=True, editable=False, verbose_name="the members' decision"),
        ),
        migrations.AddField(
            model_name="membership",
            name="at_risk_since",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="attendance at risk since"),
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
            name="meetings_attended",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings attended"),
        ),
        migrations.AddField(
            model_name="membership",
            name="meetings_held",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings held"),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="at_risk_since",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="attendance at risk since"),
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
            name="meetings_attended",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings attended"),
        ),
        migrations.AddField(
            model_name="membershiphistory",
            name="meetings_held",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="meetings held"),
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="5b10b31e2d28f4de1e7443b5865ed7e867562b97",
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
                    func='INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="30f3b412c0503296393be3dc716df917c67d1bcb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_faf63",
                    table="memberships_invitation",
                    when="AFTER",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="reorganisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "memberships_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;',
                    hash="ff7597bda9b057a22c7457892cb6c98f65db689f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_40137",
                    table="memberships_reorganisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reorganisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "memberships_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;',
                    hash="73bb71b362a45a978ec1a88fe5d304c5c30701d9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_39d12",
                    table="memberships_reorganisation",
                    when="AFTER",
                ),
            ),
        ),
    ]
