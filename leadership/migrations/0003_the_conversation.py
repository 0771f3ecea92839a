import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models

#: Cases of before stand where what is known of them says: closed, with an officer, or with nobody.
STANDING = """
    UPDATE leadership_leadershipcase
       SET stage = CASE WHEN closed_at IS NOT NULL THEN 'closed'
                        WHEN assigned_to_id IS NOT NULL THEN 'contact' ELSE 'opened' END,
           stage_since = (COALESCE(closed_at, opened_at) AT TIME ZONE 'Europe/London')::date"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0016_day_of_the_weekly_email"),
        ("accounts", "__first__"),
        ("collaborations", "0006_came_to_first_meeting"),
        ("documents", "0010_columns_of_an_export"),
        ("leadership", "0002_isolation"),
        ("memberships", "0012_statistics_of_members"),
        ("ofsted", "0009_who_adopted_may_be_merged"),
    ]

    operations = [
        migrations.CreateModel(
            name="Away",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "time away",
                "verbose_name_plural": "times away",
                "ordering": ["starts_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "user", "starts_on"], name="leadership_away_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="leadership_away_for_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseLetter",
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
                            ("expectation", "After the first conversation"),
                            ("stays", "What changes when the leader stays"),
                            ("thanks", "Thank you to a leader who has stepped down"),
                            ("again", "Leading again after a new inspection"),
                        ],
                        max_length=20,
                        verbose_name="letter",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="subject")),
                ("body", models.TextField(max_length=8000, verbose_name="words")),
                ("at", models.DateTimeField(verbose_name="at")),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "file",
                    core.models.OwnedOneToOneField(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "sent_by",
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
                "verbose_name": "letter of a case",
                "verbose_name_plural": "letters of a case",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "case"], name="leadership_letters_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sent_at", None)),
                        fields=("authority", "case", "kind"),
                        name="leadership_one_letter_being_written",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file", None), ("sent_at", None)),
                            models.Q(("file__isnull", False), ("sent_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="leadership_letter_sent_with_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseStep",
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
                            ("contact", "First conversation"),
                            ("talk", "Another conversation"),
                            ("support", "Support offered"),
                            ("letter", "Letter sent"),
                            ("succession", "Succession talked over with the leader"),
                            ("stepped_down", "The leader has stepped down"),
                            ("stays", "The leader stays"),
                            ("hand_over", "Handed over to another officer"),
                            ("closed", "Case closed"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("on_day", models.DateField(verbose_name="day")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("telephone", "By telephone"),
                            ("visit", "At the setting"),
                            ("video", "By video call"),
                            ("email", "By email"),
                        ],
                        max_length=20,
                        verbose_name="how",
                    ),
                ),
                (
                    "preference",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leader", "The leader tells them"),
                            ("together", "The leader and the team tell them together"),
                            ("team", "The team tells them"),
                            ("later", "Not decided yet"),
                        ],
                        max_length=20,
                        verbose_name="how members are told",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="notes")),
                ("agreed", models.TextField(blank=True, max_length=4000, verbose_name="what was agreed")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "corrects",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="leadership.casestep",
                        verbose_name="corrects",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a case",
                "verbose_name_plural": "steps of a case",
                "ordering": ["on_day", "at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "case", "on_day"], name="leadership_steps_of"),
                    models.Index(fields=["authority", "corrects"], name="leadership_corrected"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseSupport",
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
                            ("visit", "Visit to the setting"),
                            ("meeting", "The team comes to a meeting of the collaboration"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("offered_on", models.DateField(verbose_name="offered on")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "No answer yet"),
                            ("yes", "Yes"),
                            ("thinking", "Wants to think about it"),
                            ("no", "No"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="answer",
                    ),
                ),
                ("planned_for", models.DateField(blank=True, null=True, verbose_name="planned for")),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="given on")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="notes")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support",
                        to="leadership.leadershipcase",
                    ),
                ),
            ],
            options={
                "verbose_name": "support in a case",
                "verbose_name_plural": "support in a case",
                "ordering": ["offered_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "case"], name="leadership_support_of"),
                    models.Index(
                        condition=models.Q(("given_on", None), ("planned_for__isnull", False)),
                        fields=["authority", "planned_for"],
                        name="leadership_support_planned",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaderWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(max_length=4000, verbose_name="words")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaders_words",
                        to="leadership.leadershipcase",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a leader",
                "verbose_name_plural": "words of leaders",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "case"], name="leadership_words_of")],
            },
        ),
        migrations.CreateModel(
            name="LetterTemplate",
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
                            ("expectation", "After the first conversation"),
                            ("stays", "What changes when the leader stays"),
                            ("thanks", "Thank you to a leader who has stepped down"),
                            ("again", "Leading again after a new inspection"),
                        ],
                        max_length=20,
                        verbose_name="letter",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="subject")),
                ("body", models.TextField(max_length=8000, verbose_name="words")),
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
            ],
            options={
                "verbose_name": "template of a letter",
                "verbose_name_plural": "templates of letters",
                "ordering": ["kind", "-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "kind", "-at"], name="leadership_templates_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="PossibleSuccessor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noted_at", models.DateTimeField(verbose_name="noted at")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="notes")),
                ("contacted_on", models.DateField(blank=True, null=True, verbose_name="contacted on")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "No answer yet"),
                            ("yes", "Yes"),
                            ("thinking", "Wants to think about it"),
                            ("no", "No"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="answer",
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="taken off at")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "contacted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="contacted by",
                    ),
                ),
                (
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="setting",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "possible successor",
                "verbose_name_plural": "possible successors",
                "ordering": ["noted_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "case"], name="leadership_successors_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("authority", "case", "membership", "user"),
                        name="leadership_successor_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "open"), ("contacted_on", None)),
                            ("contacted_on__isnull", False),
                            _connector="OR",
                        ),
                        name="leadership_answers_once_contacted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reinstatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("raised_at", models.DateTimeField(verbose_name="raised at")),
                ("discussed_on", models.DateField(blank=True, null=True, verbose_name="discussed on")),
                ("is_reinstated", models.BooleanField(blank=True, null=True, verbose_name="leads again")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="in words")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reinstatements",
                        to="leadership.leadershipcase",
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
            ],
            options={
                "verbose_name": "reinstatement",
                "verbose_name_plural": "reinstatements",
                "ordering": ["raised_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(("decided_at", None)),
                        fields=["authority", "raised_at"],
                        name="leadership_to_reinstate",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("authority", "case"),
                        name="leadership_one_reinstatement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("is_reinstated", None)),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("discussed_on__isnull", False),
                                ("is_reinstated__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="leadership_decided_after_talk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepDays",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contact_days", models.PositiveSmallIntegerField(verbose_name="first conversation")),
                ("support_days", models.PositiveSmallIntegerField(verbose_name="support offered")),
                ("letter_days", models.PositiveSmallIntegerField(verbose_name="letter sent")),
                ("succession_days", models.PositiveSmallIntegerField(verbose_name="next leader found")),
                ("remind_days", models.PositiveSmallIntegerField(verbose_name="reminded before")),
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
                "verbose_name": "days of the steps of a case",
                "verbose_name_plural": "days of the steps of a case",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority",), name="leadership_days_once")],
            },
        ),
        migrations.CreateModel(
            name="SupportSwitch",
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
                            ("leaders_days", "Invitations to Leaders’ Days"),
                            ("signposting", "Referring other settings to the collaboration"),
                            ("facilitation", "Help at a first meeting"),
                            ("attendance", "The team comes to meetings"),
                            ("payment", "Payment of the supplement"),
                        ],
                        max_length=20,
                        verbose_name="support",
                    ),
                ),
                ("off_on", models.DateField(verbose_name="from")),
                ("on_again_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="leader",
                    ),
                ),
            ],
            options={
                "verbose_name": "support switched off",
                "verbose_name_plural": "support switched off",
                "ordering": ["-off_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(("on_again_on", None)),
                        fields=["authority", "kind", "collaboration"],
                        name="leadership_switched_off",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("on_again_on", None)),
                        fields=("authority", "collaboration", "kind", "user"),
                        name="leadership_switched_off_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on_again_on", None), ("on_again_on__gte", models.F("off_on")), _connector="OR"
                        ),
                        name="leadership_on_again_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AwayHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.away",
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
                "db_table": "leadership_away_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CaseLetterHistory",
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
                            ("expectation", "After the first conversation"),
                            ("stays", "What changes when the leader stays"),
                            ("thanks", "Thank you to a leader who has stepped down"),
                            ("again", "Leading again after a new inspection"),
                        ],
                        max_length=20,
                        verbose_name="letter",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="subject")),
                ("body", models.TextField(max_length=8000, verbose_name="words")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "file",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.caseletter",
                    ),
                ),
                (
                    "sent_by",
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
                "db_table": "leadership_caseletter_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CaseSupportHistory",
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
                            ("visit", "Visit to the setting"),
                            ("meeting", "The team comes to a meeting of the collaboration"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("offered_on", models.DateField(verbose_name="offered on")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "No answer yet"),
                            ("yes", "Yes"),
                            ("thinking", "Wants to think about it"),
                            ("no", "No"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="answer",
                    ),
                ),
                ("planned_for", models.DateField(blank=True, null=True, verbose_name="planned for")),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="given on")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="notes")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.casesupport",
                    ),
                ),
            ],
            options={
                "db_table": "leadership_casesupport_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PossibleSuccessorHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("noted_at", models.DateTimeField(verbose_name="noted at")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="notes")),
                ("contacted_on", models.DateField(blank=True, null=True, verbose_name="contacted on")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "No answer yet"),
                            ("yes", "Yes"),
                            ("thinking", "Wants to think about it"),
                            ("no", "No"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="answer",
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="taken off at")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="leadership.leadershipcase",
                    ),
                ),
                (
                    "contacted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="contacted by",
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
                        verbose_name="setting",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.possiblesuccessor",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "db_table": "leadership_possiblesuccessor_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReinstatementHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("raised_at", models.DateTimeField(verbose_name="raised at")),
                ("discussed_on", models.DateField(blank=True, null=True, verbose_name="discussed on")),
                ("is_reinstated", models.BooleanField(blank=True, null=True, verbose_name="leads again")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="in words")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
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
                    "case",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="leadership.leadershipcase",
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
                        verbose_name="decided by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.reinstatement",
                    ),
                ),
            ],
            options={
                "db_table": "leadership_reinstatement_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StepDaysHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("contact_days", models.PositiveSmallIntegerField(verbose_name="first conversation")),
                ("support_days", models.PositiveSmallIntegerField(verbose_name="support offered")),
                ("letter_days", models.PositiveSmallIntegerField(verbose_name="letter sent")),
                ("succession_days", models.PositiveSmallIntegerField(verbose_name="next leader found")),
                ("remind_days", models.PositiveSmallIntegerField(verbose_name="reminded before")),
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
                        to="leadership.stepdays",
                    ),
                ),
            ],
            options={
                "db_table": "leadership_stepdays_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SupportSwitchHistory",
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
                            ("leaders_days", "Invitations to Leaders’ Days"),
                            ("signposting", "Referring other settings to the collaboration"),
                            ("facilitation", "Help at a first meeting"),
                            ("attendance", "The team comes to meetings"),
                            ("payment", "Payment of the supplement"),
                        ],
                        max_length=20,
                        verbose_name="support",
                    ),
                ),
                ("off_on", models.DateField(verbose_name="from")),
                ("on_again_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="leadership.supportswitch",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="leader",
                    ),
                ),
            ],
            options={
                "db_table": "leadership_supportswitch_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AlterModelOptions(
            name="leadershipcase",
            options={
                "base_manager_name": "objects",
                "ordering": ["-opened_at", "-pk"],
                "permissions": [
                    ("view_all_cases", "Can see every leadership case"),
                    ("assign_leadershipcase", "Can assign a leadership case"),
                    ("read_leaders_page", "Can read the leader's page of a case"),
                ],
                "verbose_name": "leadership case",
                "verbose_name_plural": "leadership cases",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leadershipcase",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leadershipcase",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="leadershipcase",
            name="opened_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="opened by",
            ),
        ),
        migrations.AddField(
            model_name="leadershipcase",
            name="published_on",
            field=models.DateField(blank=True, null=True, verbose_name="published on"),
        ),
        migrations.AddField(
            model_name="leadershipcase",
            name="stage",
            field=models.CharField(
                choices=[
                    ("opened", "An officer is to be found"),
                    ("contact", "The first conversation"),
                    ("support", "Support is offered"),
                    ("letter", "The letter"),
                    ("publication", "Waiting for the report"),
                    ("succession", "Finding who leads next"),
                    ("stepped_down", "The leader has stepped down"),
                    ("stays", "The leader stays"),
                    ("closed", "Closed"),
                ],
                default="opened",
                max_length=20,
                verbose_name="step",
            ),
        ),
        migrations.AddField(
            model_name="leadershipcase",
            name="stage_since",
            field=models.DateField(default=django.utils.timezone.now, verbose_name="step since"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="leadershipcase",
            name="told_leader_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="the leader reads it since"),
        ),
        migrations.AddField(
            model_name="leadershipcasehistory",
            name="opened_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="opened by",
            ),
        ),
        migrations.AddField(
            model_name="leadershipcasehistory",
            name="published_on",
            field=models.DateField(blank=True, null=True, verbose_name="published on"),
        ),
        migrations.AddField(
            model_name="leadershipcasehistory",
            name="stage",
            field=models.CharField(
                choices=[
                    ("opened", "An officer is to be found"),
                    ("contact", "The first conversation"),
                    ("support", "Support is offered"),
                    ("letter", "The letter"),
                    ("publication", "Waiting for the report"),
                    ("succession", "Finding who leads next"),
                    ("stepped_down", "The leader has stepped down"),
                    ("stays", "The leader stays"),
                    ("closed", "Closed"),
                ],
                default="opened",
                max_length=20,
                verbose_name="step",
            ),
        ),
        migrations.AddField(
            model_name="leadershipcasehistory",
            name="stage_since",
            field=models.DateField(default=django.utils.timezone.now, verbose_name="step since"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="leadershipcasehistory",
            name="told_leader_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="the leader reads it since"),
        ),
        migrations.AlterField(
            model_name="leadershipcase",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="closed by",
            ),
        ),
        migrations.AlterField(
            model_name="leadershipcase",
            name="ground",
            field=models.CharField(
                choices=[
                    ("below_line", "The judgement is below the line of the leading policy"),
                    ("decision_needed", "The leading policy leaves it to an officer"),
                    ("told", "An outcome that is not published yet"),
                    ("other", "Another reason"),
                ],
                max_length=20,
                verbose_name="ground",
            ),
        ),
        migrations.AlterField(
            model_name="leadershipcase",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("may_lead", "The leader may lead"),
                    ("stopped", "The leader has stopped leading"),
                    ("not_needed", "The check no longer finds anything"),
                    ("succeeded", "The leader has stepped down"),
                    ("stays", "The leader stays, without some of the support"),
                    ("never_published", "The outcome was not published"),
                ],
                max_length=20,
                verbose_name="outcome",
            ),
        ),
        migrations.AlterField(
            model_name="leadershipcasehistory",
            name="closed_by",
            field=models.ForeignKey(
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
        migrations.AlterField(
            model_name="leadershipcasehistory",
            name="ground",
            field=models.CharField(
                choices=[
                    ("below_line", "The judgement is below the line of the leading policy"),
                    ("decision_needed", "The leading policy leaves it to an officer"),
                    ("told", "An outcome that is not published yet"),
                    ("other", "Another reason"),
                ],
                max_length=20,
                verbose_name="ground",
            ),
        ),
        migrations.AlterField(
            model_name="leadershipcasehistory",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("may_lead", "The leader may lead"),
                    ("stopped", "The leader has stopped leading"),
                    ("not_needed", "The check no longer finds anything"),
                    ("succeeded", "The leader has stepped down"),
                    ("stays", "The leader stays, without some of the support"),
                    ("never_published", "The outcome was not published"),
                ],
                max_length=20,
                verbose_name="outcome",
            ),
        ),
        migrations.RunSQL(STANDING, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name="leadershipcase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "opened_by_id", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "published_on", "reason", "stage", "stage_since", "told_leader_at") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."opened_by_id", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."policy_id", OLD."published_on", OLD."reason", OLD."stage", OLD."stage_since", OLD."told_leader_at"); RETURN NULL;',
                    hash="9dbc840394aaa671be829781ac8ac5f6fbade7ed",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa479",
                    table="leadership_leadershipcase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadershipcase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "opened_by_id", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "published_on", "reason", "stage", "stage_since", "told_leader_at") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."opened_by_id", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."policy_id", OLD."published_on", OLD."reason", OLD."stage", OLD."stage_since", OLD."told_leader_at"); RETURN NULL;',
                    hash="34126c7592c26ddc13ca14b1bd71b983a06e3ed7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f47d3",
                    table="leadership_leadershipcase",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="leadershipcase",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_at__isnull", True), ("stage", "closed"), _connector="XOR"),
                name="leadership_closed_is_a_stage",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="away",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_away_history" ("at", "authority_id", "by_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="17932337bd50bf111dd91238da896a5a12c40c63",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08867",
                    table="leadership_away",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="away",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_away_history" ("at", "authority_id", "by_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="d83423a9f221014768c50cb25d1feebe309cd10b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_320de",
                    table="leadership_away",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_caseletter_history" ("at", "authority_id", "body", "by_id", "case_id", "file_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject") VALUES (OLD."at", OLD."authority_id", OLD."body", OLD."by_id", OLD."case_id", OLD."file_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."sent_at", OLD."sent_by_id", OLD."subject"); RETURN NULL;',
                    hash="1c9faf6c07dd9207c9cc854c4c3662fe03eeeacc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_37ba2",
                    table="leadership_caseletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_caseletter_history" ("at", "authority_id", "body", "by_id", "case_id", "file_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject") VALUES (OLD."at", OLD."authority_id", OLD."body", OLD."by_id", OLD."case_id", OLD."file_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."sent_by_id", OLD."subject"); RETURN NULL;',
                    hash="89796332ff5b952ed67eec913375c97fe956df78",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5b74b",
                    table="leadership_caseletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestep",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="346c8922df20b822ac1638a77da0617bbdb3099e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_9ef2e",
                    table="leadership_casestep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casesupport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_casesupport_history" ("answer", "at", "authority_id", "by_id", "case_id", "given_on", "id", "kind", "offered_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "words") VALUES (OLD."answer", OLD."at", OLD."authority_id", OLD."by_id", OLD."case_id", OLD."given_on", OLD."id", OLD."kind", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."planned_for", OLD."words"); RETURN NULL;',
                    hash="02f058c5ec1c9101a7ffde8ee954a854e223b348",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2bc00",
                    table="leadership_casesupport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casesupport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_casesupport_history" ("answer", "at", "authority_id", "by_id", "case_id", "given_on", "id", "kind", "offered_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "words") VALUES (OLD."answer", OLD."at", OLD."authority_id", OLD."by_id", OLD."case_id", OLD."given_on", OLD."id", OLD."kind", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."planned_for", OLD."words"); RETURN NULL;',
                    hash="dce1cd1a12b8581202eface4cc9f515bdb9540a9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e906",
                    table="leadership_casesupport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaderwords",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="ff17046fa7f8e8bc4d79b63500af468146d9fc34",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_f633b",
                    table="leadership_leaderwords",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                IF (to_jsonb(OLD) - '{by_id}'::text[]) = (to_jsonb(NEW) - '{by_id}'::text[]) THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'what was recorded stays as it is' USING ERRCODE = 'restrict_violation';\n        ",
                    hash="e79cc7fb5f9ecacb62d77c384cc16ae062c43aa0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_2f788",
                    table="leadership_lettertemplate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="possiblesuccessor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_possiblesuccessor_history" ("answer", "authority_id", "case_id", "contacted_by_id", "contacted_on", "id", "membership_id", "noted_at", "noted_by_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "user_id", "words") VALUES (OLD."answer", OLD."authority_id", OLD."case_id", OLD."contacted_by_id", OLD."contacted_on", OLD."id", OLD."membership_id", OLD."noted_at", OLD."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."removed_at", OLD."user_id", OLD."words"); RETURN NULL;',
                    hash="861529d36b70193873fe7a6a02bd321e2894bfbd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_25cdb",
                    table="leadership_possiblesuccessor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="possiblesuccessor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_possiblesuccessor_history" ("answer", "authority_id", "case_id", "contacted_by_id", "contacted_on", "id", "membership_id", "noted_at", "noted_by_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "user_id", "words") VALUES (OLD."answer", OLD."authority_id", OLD."case_id", OLD."contacted_by_id", OLD."contacted_on", OLD."id", OLD."membership_id", OLD."noted_at", OLD."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."user_id", OLD."words"); RETURN NULL;',
                    hash="e896461aed3eb07703195183ccfeab3d9bbcda54",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2b04d",
                    table="leadership_possiblesuccessor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reinstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_reinstatement_history" ("authority_id", "case_id", "decided_at", "decided_by_id", "discussed_on", "id", "is_reinstated", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "words") VALUES (OLD."authority_id", OLD."case_id", OLD."decided_at", OLD."decided_by_id", OLD."discussed_on", OLD."id", OLD."is_reinstated", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."raised_at", OLD."words"); RETURN NULL;',
                    hash="cb91ad58b354a9a9984f1eb251872114a3f0f04e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fce9",
                    table="leadership_reinstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reinstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_reinstatement_history" ("authority_id", "case_id", "decided_at", "decided_by_id", "discussed_on", "id", "is_reinstated", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "words") VALUES (OLD."authority_id", OLD."case_id", OLD."decided_at", OLD."decided_by_id", OLD."discussed_on", OLD."id", OLD."is_reinstated", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."raised_at", OLD."words"); RETURN NULL;',
                    hash="10fc065b203901b51894c63e5e45e713eb8e5943",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4c277",
                    table="leadership_reinstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stepdays",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_stepdays_history" ("authority_id", "contact_days", "id", "letter_days", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remind_days", "succession_days", "support_days") VALUES (OLD."authority_id", OLD."contact_days", OLD."id", OLD."letter_days", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."remind_days", OLD."succession_days", OLD."support_days"); RETURN NULL;',
                    hash="5e1871554520be4d6bcf63ff15604924dec7da8f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5cd44",
                    table="leadership_stepdays",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stepdays",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_stepdays_history" ("authority_id", "contact_days", "id", "letter_days", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remind_days", "succession_days", "support_days") VALUES (OLD."authority_id", OLD."contact_days", OLD."id", OLD."letter_days", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."remind_days", OLD."succession_days", OLD."support_days"); RETURN NULL;',
                    hash="26914a50a98ba95ea56b5b4ff12e88b9eb1e160c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d318c",
                    table="leadership_stepdays",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportswitch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "leadership_supportswitch_history" ("at", "authority_id", "by_id", "collaboration_id", "id", "kind", "off_on", "on_again_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."off_on", OLD."on_again_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="cc7d9cf8731c3f6545a9bd2ba6308c559f8e5693",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c26b0",
                    table="leadership_supportswitch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportswitch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "leadership_supportswitch_history" ("at", "authority_id", "by_id", "collaboration_id", "id", "kind", "off_on", "on_again_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."at", OLD."authority_id", OLD."by_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."off_on", OLD."on_again_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="a20872a88d730a9a17940a4244428f3e431dceb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e3153",
                    table="leadership_supportswitch",
                    when="AFTER",
                ),
            ),
        ),
    ]
