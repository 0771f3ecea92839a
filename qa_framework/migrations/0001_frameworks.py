import core.models
import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0016_day_of_the_weekly_email'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Framework',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(editable=False, max_length=40, verbose_name='key')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'quality framework',
                'verbose_name_plural': 'quality frameworks',
                'ordering': ['key'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'key'), name='qa_framework_key')],
            },
        ),
        migrations.CreateModel(
            name='FrameworkArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='about it')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'area of a quality framework',
                'verbose_name_plural': 'areas of quality frameworks',
                'ordering': ['position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FrameworkLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('award', models.CharField(blank=True, max_length=40, verbose_name='award')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'level of a quality framework',
                'verbose_name_plural': 'levels of quality frameworks',
                'ordering': ['position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FrameworkStandard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('area', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='standards', to='qa_framework.frameworkarea', verbose_name='area')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'standard of a quality framework',
                'verbose_name_plural': 'standards of quality frameworks',
                'ordering': ['position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FrameworkVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='version')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='about it')),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('setting', 'Nurseries, pre-schools and other settings'), ('childminder', 'Childminders'), ('school', 'Schools'), ('collaboration', 'Collaborations')], max_length=13), blank=True, default=list, size=None, verbose_name='for whom')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'In use'), ('replaced', 'Replaced'), ('ended', 'Out of use')], default='draft', editable=False, max_length=9, verbose_name='state')),
                ('started_at', models.DateTimeField(verbose_name='begun at')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published at')),
                ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='in use until')),
                ('why_ended', models.CharField(blank=True, max_length=300, verbose_name='why it is out of use')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('began_from', core.models.OwnedForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='qa_framework.frameworkversion', verbose_name='begun from')),
                ('framework', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='qa_framework.framework', verbose_name='framework')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
            ],
            options={
                'verbose_name': 'version of a quality framework',
                'verbose_name_plural': 'versions of quality frameworks',
                'ordering': ['name__in_order', '-number'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'framework', 'number'), name='qa_framework_version_number'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('authority', 'framework'), name='qa_framework_one_draft'), models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('authority', 'framework'), name='qa_framework_one_in_use'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'draft'), ('published_at', None), ('published_by', None)), models.Q(models.Q(('state', 'draft'), _negated=True), ('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='qa_framework_published_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('replaced', 'ended')), ('left_at__isnull', False)), models.Q(models.Q(('state__in', ('replaced', 'ended')), _negated=True), ('left_at', None)), _connector='OR'), name='qa_framework_left_at')],
            },
        ),
        migrations.CreateModel(
            name='FrameworkStandardHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(db_index=False, editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('area', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkarea', verbose_name='area')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.frameworkstandard')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'db_table': 'qa_framework_frameworkstandard_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='frameworkstandard',
            name='version',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='standards', to='qa_framework.frameworkversion', verbose_name='version'),
        ),
        migrations.CreateModel(
            name='FrameworkLevelHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(db_index=False, editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('award', models.CharField(blank=True, max_length=40, verbose_name='award')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.frameworklevel')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'db_table': 'qa_framework_frameworklevel_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='frameworklevel',
            name='version',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='levels', to='qa_framework.frameworkversion', verbose_name='version'),
        ),
        migrations.CreateModel(
            name='FrameworkAreaHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('key', models.SlugField(db_index=False, editable=False, max_length=40)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='about it')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.frameworkarea')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'db_table': 'qa_framework_frameworkarea_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='frameworkarea',
            name='version',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='qa_framework.frameworkversion', verbose_name='version'),
        ),
        migrations.CreateModel(
            name='Descriptor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=1500, verbose_name='what it looks like')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('level', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='descriptors', to='qa_framework.frameworklevel', verbose_name='level')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='descriptors', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'descriptor of a standard',
                'verbose_name_plural': 'descriptors of standards',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FrameworkVersionHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='version')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='about it')),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('setting', 'Nurseries, pre-schools and other settings'), ('childminder', 'Childminders'), ('school', 'Schools'), ('collaboration', 'Collaborations')], max_length=13), blank=True, default=list, size=None, verbose_name='for whom')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'In use'), ('replaced', 'Replaced'), ('ended', 'Out of use')], default='draft', editable=False, max_length=9, verbose_name='state')),
                ('started_at', models.DateTimeField(verbose_name='begun at')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published at')),
                ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='in use until')),
                ('why_ended', models.CharField(blank=True, max_length=300, verbose_name='why it is out of use')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('began_from', core.models.OwnedForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='begun from')),
                ('framework', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.framework', verbose_name='framework')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.frameworkversion')),
                ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                ('started_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
            ],
            options={
                'db_table': 'qa_framework_frameworkversion_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='StandardWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(blank=True, choices=[('childminder', 'Childminders'), ('school', 'Schools')], max_length=13, verbose_name='in whose words')),
                ('statement', models.TextField(blank=True, max_length=1500, verbose_name='what it asks')),
                ('prompts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), blank=True, default=list, size=12, verbose_name='evidence to look for')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('standard', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='words', to='qa_framework.frameworkstandard', verbose_name='standard')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='words', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'words of a standard',
                'verbose_name_plural': 'words of standards',
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'standard', 'kind'), name='qa_framework_words_once')],
            },
        ),
        migrations.CreateModel(
            name='DescriptorHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('text', models.TextField(max_length=1500, verbose_name='what it looks like')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.descriptor')),
                ('level', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworklevel', verbose_name='level')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
                ('words', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.standardwords', verbose_name='words')),
            ],
            options={
                'db_table': 'qa_framework_descriptor_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='descriptor',
            name='words',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='descriptors', to='qa_framework.standardwords', verbose_name='words'),
        ),
        migrations.CreateModel(
            name='StandardWordsHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(blank=True, choices=[('childminder', 'Childminders'), ('school', 'Schools')], max_length=13, verbose_name='in whose words')),
                ('statement', models.TextField(blank=True, max_length=1500, verbose_name='what it asks')),
                ('prompts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), blank=True, default=list, size=12, verbose_name='evidence to look for')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.standardwords')),
                ('standard', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkstandard', verbose_name='standard')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'db_table': 'qa_framework_standardwords_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Successor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('new', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='qa_framework.frameworkstandard', verbose_name='what comes after it')),
                ('old', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='qa_framework.frameworkstandard', verbose_name='standard that ends')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'successor of a standard',
                'verbose_name_plural': 'successors of standards',
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'version', 'old', 'new'), name='qa_framework_successor_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='SuccessorHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('new', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkstandard', verbose_name='what comes after it')),
                ('old', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkstandard', verbose_name='standard that ends')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='qa_framework.successor')),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qa_framework.frameworkversion', verbose_name='version')),
            ],
            options={
                'db_table': 'qa_framework_successor_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkversion',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.state <> 'draft')", func="\n        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n        IF NOT (NEW.state = OLD.state OR (OLD.state = 'published' AND NEW.state IN ('replaced', 'ended')))\n           OR (to_jsonb(OLD) - '{state,left_at,why_ended,started_by_id,published_by_id}'::text[])\n              IS DISTINCT FROM\n              (to_jsonb(NEW) - '{state,left_at,why_ended,started_by_id,published_by_id}'::text[])\n           OR (NEW.state = OLD.state AND (OLD.left_at, OLD.why_ended) IS DISTINCT FROM (NEW.left_at, NEW.why_ended))\n        THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n        RETURN NEW;\n    ", hash='cfb8668bdb16d083f4f33ae7607cc1212d67a832', operation='UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_12d54', table='qa_framework_frameworkversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_frameworkversion_history" ("about", "authority_id", "began_from_id", "framework_id", "id", "kinds", "left_at", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_at", "started_by_id", "state", "why_ended") VALUES (OLD."about", OLD."authority_id", OLD."began_from_id", OLD."framework_id", OLD."id", OLD."kinds", OLD."left_at", OLD."name", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_at", OLD."started_by_id", OLD."state", OLD."why_ended"); RETURN NULL;', hash='bd9d6a86927f38f42d3bdedaa2b3fc3497dbbcd5', operation='UPDATE', pgid='pgtrigger_update_update_591fa', table='qa_framework_frameworkversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_frameworkversion_history" ("about", "authority_id", "began_from_id", "framework_id", "id", "kinds", "left_at", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_at", "started_by_id", "state", "why_ended") VALUES (OLD."about", OLD."authority_id", OLD."began_from_id", OLD."framework_id", OLD."id", OLD."kinds", OLD."left_at", OLD."name", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_at", OLD."started_by_id", OLD."state", OLD."why_ended"); RETURN NULL;', hash='e62549f3f63be7cb829eaf41c63d2bf77773226d', operation='DELETE', pgid='pgtrigger_delete_delete_23d23', table='qa_framework_frameworkversion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='frameworkstandard',
            constraint=models.UniqueConstraint(fields=('authority', 'version', 'key'), name='qa_framework_standard_key'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkstandard',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='40e9cb089f19bc70efe6e90de0ad34bf8700faae', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_3050a', table='qa_framework_frameworkstandard', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkstandard',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_frameworkstandard_history" ("area_id", "authority_id", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."area_id", OLD."authority_id", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='318ffa1c6b3822ea51e0b4fdb9c83f6a17b16ee3', operation='UPDATE', pgid='pgtrigger_update_update_20f63', table='qa_framework_frameworkstandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkstandard',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_frameworkstandard_history" ("area_id", "authority_id", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."area_id", OLD."authority_id", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='eaa764ba1ea53f238dccd822dc6b7be51d9de893', operation='DELETE', pgid='pgtrigger_delete_delete_bece1', table='qa_framework_frameworkstandard', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='frameworklevel',
            constraint=models.UniqueConstraint(fields=('authority', 'version', 'key'), name='qa_framework_level_key'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworklevel',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='0f14677f1355407c098a06933512319451da75fd', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_234d2', table='qa_framework_frameworklevel', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworklevel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_frameworklevel_history" ("authority_id", "award", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."authority_id", OLD."award", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='977ef5b7359e7f451ca8450b899dd338dfff4546', operation='UPDATE', pgid='pgtrigger_update_update_c3632', table='qa_framework_frameworklevel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworklevel',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_frameworklevel_history" ("authority_id", "award", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."authority_id", OLD."award", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='ea0f2266ecfcefb44aa131160bc969498cd46849', operation='DELETE', pgid='pgtrigger_delete_delete_9d7f3', table='qa_framework_frameworklevel', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='frameworkarea',
            constraint=models.UniqueConstraint(fields=('authority', 'version', 'key'), name='qa_framework_area_key'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkarea',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='cd446cafe98c22906dbd76f00be0227becd8fb1c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_9b1af', table='qa_framework_frameworkarea', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkarea',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_frameworkarea_history" ("about", "authority_id", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."about", OLD."authority_id", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='f65426bd4a03860efb2233809b8e5917227db479', operation='UPDATE', pgid='pgtrigger_update_update_5dd5e', table='qa_framework_frameworkarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frameworkarea',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_frameworkarea_history" ("about", "authority_id", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id") VALUES (OLD."about", OLD."authority_id", OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."position", OLD."version_id"); RETURN NULL;', hash='c96b5ad12490ed41252f1375ccfd3900996a3e89', operation='DELETE', pgid='pgtrigger_delete_delete_e597e', table='qa_framework_frameworkarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standardwords',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='295687f456d0127191b9e16f482081c6524d2259', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_4c9ce', table='qa_framework_standardwords', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standardwords',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_standardwords_history" ("authority_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prompts", "standard_id", "statement", "version_id") VALUES (OLD."authority_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."prompts", OLD."standard_id", OLD."statement", OLD."version_id"); RETURN NULL;', hash='7a60e3a9b72fd4f23175eed89b619439b429c8ef', operation='UPDATE', pgid='pgtrigger_update_update_cb58b', table='qa_framework_standardwords', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standardwords',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_standardwords_history" ("authority_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prompts", "standard_id", "statement", "version_id") VALUES (OLD."authority_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prompts", OLD."standard_id", OLD."statement", OLD."version_id"); RETURN NULL;', hash='bdb38b214af60ab2abc95a3eff06455d57a35b83', operation='DELETE', pgid='pgtrigger_delete_delete_6546c', table='qa_framework_standardwords', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='descriptor',
            constraint=models.UniqueConstraint(fields=('authority', 'words', 'level'), name='qa_framework_descriptor_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='descriptor',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='8e323568100f57d3a835617debdc4ae1a2fdec82', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_e0729', table='qa_framework_descriptor', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='descriptor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_descriptor_history" ("authority_id", "id", "level_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version_id", "words_id") VALUES (OLD."authority_id", OLD."id", OLD."level_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."text", OLD."version_id", OLD."words_id"); RETURN NULL;', hash='2b91e309c4567779548e095e956eb76edef750b9', operation='UPDATE', pgid='pgtrigger_update_update_45976', table='qa_framework_descriptor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='descriptor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_descriptor_history" ("authority_id", "id", "level_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version_id", "words_id") VALUES (OLD."authority_id", OLD."id", OLD."level_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."text", OLD."version_id", OLD."words_id"); RETURN NULL;', hash='1ff2181a4dadab4448c0f16cbda9cd39b4554419', operation='DELETE', pgid='pgtrigger_delete_delete_6e82c', table='qa_framework_descriptor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successor',
            trigger=pgtrigger.compiler.Trigger(name='published_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' THEN \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = OLD.authority_id AND v.id = OLD.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            \n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id FOR SHARE OF v;\n    PERFORM 1 FROM qa_framework_frameworkversion AS v\n      WHERE v.authority_id = NEW.authority_id AND v.id = NEW.version_id AND v.state <> 'draft';\n    IF FOUND THEN RAISE EXCEPTION 'a published framework stays as it is' USING ERRCODE = 'restrict_violation'; END IF;\n\n            RETURN NEW;\n        ", hash='9ac6c5f7c2b24ab2bfeb17badc322af045dbae10', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_published_is_kept_4eaae', table='qa_framework_successor', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qa_framework_successor_history" ("authority_id", "id", "new_id", "old_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (OLD."authority_id", OLD."id", OLD."new_id", OLD."old_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."version_id"); RETURN NULL;', hash='7b68cec676a9859965d3bb29705454c92c9c73a3', operation='UPDATE', pgid='pgtrigger_update_update_31c22', table='qa_framework_successor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qa_framework_successor_history" ("authority_id", "id", "new_id", "old_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (OLD."authority_id", OLD."id", OLD."new_id", OLD."old_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."version_id"); RETURN NULL;', hash='4ef606fa6c664e9eb257865f1606ca6327a0a3da', operation='DELETE', pgid='pgtrigger_delete_delete_e8982', table='qa_framework_successor', when='AFTER')),
        ),
    ]
