import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0014_isolation_of_decisions"),
        ("accounts", "__first__"),
        ("collaborations", "0004_one_name_for_one_thing"),
        ("meetings", "0008_isolation_of_votes"),
        ("memberships", "0008_leads_of_a_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="Election",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[("chair", "Chair"), ("administrator", "Administrator")],
                        max_length=16,
                        verbose_name="office",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("called", "Called"),
                            ("nominations", "Nominations open"),
                            ("ballot", "Ballot open"),
                            ("tied", "Votes equal"),
                            ("elected", "Elected"),
                            ("nobody", "Nobody elected"),
                            ("in_post", "In post"),
                            ("due", "Due again"),
                            ("withdrawn", "Called off"),
                        ],
                        default="called",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what people should know")),
                ("nominate_until", models.DateField(verbose_name="nominations until")),
                ("starts_on", models.DateField(verbose_name="in post from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "term_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="months in post"),
                ),
                ("called_at", models.DateTimeField(verbose_name="called at")),
                (
                    "called_off_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was called off"),
                ),
                ("elected_on", models.DateField(blank=True, null=True, verbose_name="elected on")),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unopposed", "Unopposed"),
                            ("votes", "By most votes"),
                            ("lot", "By lot, after equal votes"),
                        ],
                        max_length=10,
                        verbose_name="how it was decided",
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
                    "ballot",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elections",
                        to="meetings.vote",
                        verbose_name="ballot",
                    ),
                ),
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="called by",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elections",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "elected",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="elected",
                    ),
                ),
                (
                    "elected_for",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="memberships.membership",
                        verbose_name="of the member",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="result recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "election",
                "verbose_name_plural": "elections",
                "ordering": ["-called_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "state"], name="meetings_elections_of")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["ballot", "called", "nominations", "tied"])),
                        fields=("authority", "collaboration", "office"),
                        name="meetings_one_election",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "elected"), _negated=True),
                            models.Q(
                                ("elected__isnull", False),
                                ("elected_for__isnull", False),
                                ("elected_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="meetings_elected_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("nominated_at", models.DateTimeField(verbose_name="nominated at")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Stands"), ("declined", "Does not stand")],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "statement",
                    models.CharField(blank=True, max_length=600, verbose_name="what the candidate says"),
                ),
                ("is_first", models.BooleanField(default=False, verbose_name="has most votes")),
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
                    "election",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="meetings.election",
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
                    "nominated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="nominated by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "nomination",
                "verbose_name_plural": "nominations",
                "ordering": ["nominated_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "person"], name="meetings_nominations_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "election", "person"), name="meetings_nominated_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="meetings_answer_has_time",
                    ),
                ],
            },
        ),
    ]
