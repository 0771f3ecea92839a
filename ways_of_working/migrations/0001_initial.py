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
        ("collaborations", "0001_initial"),
        ("documents", "0001_initial"),
        ("memberships", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "clock",
                    models.CharField(
                        choices=[
                            ("work", "The work of the group"),
                            ("terms", "The ways of working"),
                            ("membership", "The membership"),
                            ("elections", "The chair and the administrator"),
                        ],
                        max_length=12,
                        verbose_name="review of",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("opened_at", models.DateTimeField(verbose_name="opened at")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("words", models.TextField(blank=True, verbose_name="what you found and agreed")),
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
                        related_name="reviews",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
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
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReviewHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "clock",
                    models.CharField(
                        choices=[
                            ("work", "The work of the group"),
                            ("terms", "The ways of working"),
                            ("membership", "The membership"),
                            ("elections", "The chair and the administrator"),
                        ],
                        max_length=12,
                        verbose_name="review of",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("opened_at", models.DateTimeField(verbose_name="opened at")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("words", models.TextField(blank=True, verbose_name="what you found and agreed")),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="ways_of_working.review",
                    ),
                ),
            ],
            options={
                "db_table": "ways_of_working_review_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[("agrees", "We agree"), ("change", "We ask for a change"), ("abstains", "We abstain")],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what should change")),
                ("answered_at", models.DateTimeField(verbose_name="at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms_answers",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to ways of working",
                "verbose_name_plural": "answers to ways of working",
                "ordering": ["membership__provider__search_text", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="reply")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "answer",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="ways_of_working.termsanswer",
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("note", models.TextField(blank=True, verbose_name="what is new")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="words")),
                ("values", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at")),
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
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "template of ways of working",
                "verbose_name_plural": "templates of ways of working",
                "ordering": ["-version"],
                "permissions": [("publish_termstemplate", "Can publish a template of ways of working")],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsTemplateHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("note", models.TextField(blank=True, verbose_name="what is new")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="words")),
                ("values", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at")),
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
                        to="ways_of_working.termstemplate",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "ways_of_working_termstemplate_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="WaysOfWorking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("circulated", "With the members"),
                            ("adopted", "Adopted"),
                            ("superseded", "Replaced by a later version"),
                            ("discarded", "Put aside"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("is_material", models.BooleanField(default=True, verbose_name="asks the members again")),
                ("change_words", models.TextField(blank=True, verbose_name="what changes, and why")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("circulated_at", models.DateTimeField(blank=True, null=True, verbose_name="sent to the members at")),
                ("answer_by_on", models.DateField(blank=True, null=True, verbose_name="answer by")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
                ("superseded_on", models.DateField(blank=True, null=True, verbose_name="held until")),
                ("record", models.JSONField(blank=True, default=dict, editable=False, verbose_name="adoption record")),
                (
                    "adopted_by",
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
                    "before",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_versions",
                        to="ways_of_working.waysofworking",
                    ),
                ),
                (
                    "circulated_by",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ways_of_working",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "document",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="begun by"
                    ),
                ),
                (
                    "template",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ways_of_working.termstemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "verbose_name": "ways of working",
                "verbose_name_plural": "ways of working",
                "ordering": ["collaboration__name", "-version"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(blank=True, help_text="Of a section of your own.", max_length=120, verbose_name="title")),
                ("is_used", models.BooleanField(default=True, verbose_name="this section is used")),
                ("texts", models.JSONField(blank=True, default=dict)),
                ("values", models.JSONField(blank=True, default=dict)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
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
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="ways_of_working.waysofworking",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsReminder",
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
                    "membership",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms_reminders",
                        to="memberships.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="ways_of_working.waysofworking",
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
            name="TermsAnswerHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
                        choices=[("agrees", "We agree"), ("change", "We ask for a change"), ("abstains", "We abstain")],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what should change")),
                ("answered_at", models.DateTimeField(verbose_name="at")),
                (
                    "answered_by",
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
                        to="ways_of_working.termsanswer",
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ways_of_working.waysofworking",
                    ),
                ),
            ],
            options={
                "db_table": "ways_of_working_termsanswer_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="termsanswer",
            name="ways",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="ways_of_working.waysofworking"
            ),
        ),
        migrations.CreateModel(
            name="WaysOfWorkingHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("circulated", "With the members"),
                            ("adopted", "Adopted"),
                            ("superseded", "Replaced by a later version"),
                            ("discarded", "Put aside"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("is_material", models.BooleanField(default=True, verbose_name="asks the members again")),
                ("change_words", models.TextField(blank=True, verbose_name="what changes, and why")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("circulated_at", models.DateTimeField(blank=True, null=True, verbose_name="sent to the members at")),
                ("answer_by_on", models.DateField(blank=True, null=True, verbose_name="answer by")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
                ("superseded_on", models.DateField(blank=True, null=True, verbose_name="held until")),
                ("record", models.JSONField(blank=True, default=dict, editable=False, verbose_name="adoption record")),
                (
                    "adopted_by",
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
                    "before",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ways_of_working.waysofworking",
                    ),
                ),
                (
                    "circulated_by",
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
                    "document",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
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
                        to="ways_of_working.waysofworking",
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
                (
                    "template",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ways_of_working.termstemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "db_table": "ways_of_working_waysofworking_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                fields=("authority", "collaboration", "clock", "due_on"), name="ways_of_working_review_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_on__isnull", True)),
                fields=("authority", "collaboration", "clock"),
                name="ways_of_working_one_open_review",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ways_of_working_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."words"); RETURN NULL;',
                    hash="1834338033668ab979eff409639beaa29d3f52d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c88d3",
                    table="ways_of_working_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ways_of_working_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                    hash="522e63336854a8bfb86b0283dbada6b768c57c70",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a116e",
                    table="ways_of_working_review",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="termsreply",
            index=models.Index(fields=["authority", "answer"], name="ways_of_working_replies_of"),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.UniqueConstraint(fields=("authority", "version"), name="ways_of_working_template_version_once"),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")), fields=("authority",), name="ways_of_working_one_draft_template"
            ),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "draft"), models.Q(("in_force_from__isnull", False), ("published_at__isnull", False)), _connector="OR"
                ),
                name="ways_of_working_published_template_dated",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termstemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ways_of_working_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;',
                    hash="54cfea26873dbd2f3db77b5488451c10416798ad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_26536",
                    table="ways_of_working_termstemplate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termstemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ways_of_working_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;',
                    hash="e3f93a6261c160f7211ff9905ae98298c163706b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_60bd4",
                    table="ways_of_working_termstemplate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="waysofworking",
            index=models.Index(fields=["authority", "collaboration", "state"], name="ways_of_working_terms_of"),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(fields=("authority", "collaboration", "version"), name="ways_of_working_terms_version_once"),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "circulated"])),
                fields=("authority", "collaboration"),
                name="ways_of_working_one_terms_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "adopted")), fields=("authority", "collaboration"), name="ways_of_working_one_terms_adopted"
            ),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["adopted", "superseded"]), _negated=True),
                    models.Q(("adopted_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="ways_of_working_adopted_terms_say_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waysofworking",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ways_of_working_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;',
                    hash="3fa3bad4dde1c5213996281ad96e15582bd662e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39327",
                    table="ways_of_working_waysofworking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waysofworking",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ways_of_working_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;',
                    hash="507c6a7371ca70553d079e44eef4a3666f2c383d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8f2f",
                    table="ways_of_working_waysofworking",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="termssection",
            constraint=models.UniqueConstraint(fields=("authority", "ways", "key"), name="ways_of_working_terms_section_once"),
        ),
        migrations.AddIndex(
            model_name="termsreminder",
            index=models.Index(fields=["authority", "membership"], name="ways_of_working_reminders_of"),
        ),
        migrations.AddConstraint(
            model_name="termsreminder",
            constraint=models.UniqueConstraint(
                fields=("authority", "ways", "membership", "sent_on"), name="ways_of_working_terms_reminded_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="termsanswer",
            constraint=models.UniqueConstraint(fields=("authority", "ways", "membership"), name="ways_of_working_one_terms_answer"),
        ),
        migrations.AddConstraint(
            model_name="termsanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("answer", "change"), _negated=True), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="ways_of_working_change_in_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termsanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ways_of_working_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;',
                    hash="9f4cf5ea0d9b142f75087e1bb22cd977d3170811",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6fd4",
                    table="ways_of_working_termsanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termsanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ways_of_working_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;',
                    hash="74c5d263152def9905ff51ef793aa3ae1eaa4fe3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c14e4",
                    table="ways_of_working_termsanswer",
                    when="AFTER",
                ),
            ),
        ),
    ]
