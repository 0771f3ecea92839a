import accounts.models
import core.models
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=40, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]*$', 'Use small letters, digits and hyphens.'), accounts.models.not_reserved], verbose_name='short name in addresses')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('team_name', models.CharField(default='Early years team', max_length=100, verbose_name='name of the early years team')),
                ('brand_colour', models.CharField(default='#1d70b8', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Enter a colour such as #1d70b8.'), accounts.models.readable_on_white], verbose_name='brand colour')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name="team's e-mail address")),
                ('contact_phone', models.CharField(blank=True, max_length=30, verbose_name="team's telephone number")),
                ('postal_address', models.TextField(blank=True, verbose_name='postal address')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('accessibility_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address for accessibility problems')),
                ('accessibility_tested_on', models.DateField(blank=True, null=True, verbose_name='accessibility last tested on')),
                ('data_protection_email', models.EmailField(blank=True, max_length=254, verbose_name="data protection officer's e-mail address")),
                ('privacy_notice_url', models.URLField(blank=True, verbose_name='address of the full privacy notice')),
                ('public_page', models.BooleanField(default=False, help_text='Anybody may then read which collaborations there are and how to join.', verbose_name='public page of collaborations')),
                ('joining_words', models.TextField(blank=True, verbose_name='how to join, on the public page')),
                ('social_care_phone', models.CharField(blank=True, max_length=30, verbose_name="children's social care")),
                ('out_of_hours_phone', models.CharField(blank=True, max_length=30, verbose_name="children's social care out of hours")),
                ('designated_officer_phone', models.CharField(blank=True, max_length=30, verbose_name='local authority designated officer')),
                ('safeguarding_url', models.URLField(blank=True, verbose_name='page on reporting a concern')),
            ],
            options={
                'verbose_name': 'local authority',
                'verbose_name_plural': 'local authorities',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('full_name', models.CharField(max_length=150, verbose_name='full name')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('is_platform_operator', models.BooleanField(default=False, verbose_name='platform operator')),
                ('joined_at', models.DateTimeField(auto_now_add=True, verbose_name='account made at')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['full_name'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='accounts_user_email_once')],
            },
        ),
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.authority')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'authority'), name='accounts_affiliation_once')],
            },
        ),
        migrations.CreateModel(
            name='RoleAppointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('officer', 'Early years officer'), ('manager', 'Early years manager'), ('finance', 'Finance officer'), ('quality_lead', 'Quality lead'), ('auditor', 'Auditor')], max_length=20, verbose_name='role')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, help_text='The first day without the role. Leave empty if it goes on.', null=True, verbose_name='until')),
                ('appointed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_appointments', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'role',
                'verbose_name_plural': 'roles',
                'ordering': ['user__full_name', 'role', 'starts_on'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'user', 'role', 'starts_on'), name='accounts_role_once'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='accounts_role_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='RoleAppointmentHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('officer', 'Early years officer'), ('manager', 'Early years manager'), ('finance', 'Finance officer'), ('quality_lead', 'Quality lead'), ('auditor', 'Auditor')], max_length=20, verbose_name='role')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, help_text='The first day without the role. Leave empty if it goes on.', null=True, verbose_name='until')),
                ('appointed_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='accounts.roleappointment')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'db_table': 'accounts_roleappointment_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='TaskLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(max_length=40)),
                ('about_id', models.BigIntegerField()),
                ('email', models.EmailField(max_length=254)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'purpose', 'about_id'], name='accounts_links_about')],
                'constraints': [models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('withdrawn_at__isnull', True), _connector='OR'), name='accounts_link_used_or_withdrawn')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleappointment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;', hash='3ebcd62b2c8cff35c98176b495c7c99e138b7e17', operation='UPDATE', pgid='pgtrigger_update_update_eea9b', table='accounts_roleappointment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleappointment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;', hash='56a73d497a2c93ef44c0b02490fced50b65f07c6', operation='DELETE', pgid='pgtrigger_delete_delete_2f516', table='accounts_roleappointment', when='AFTER')),
        ),
    ]
