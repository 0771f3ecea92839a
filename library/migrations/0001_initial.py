import core.models
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('collaborations', '0001_initial'),
        ('documents', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='GroupDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('audience', models.CharField(choices=[('group', 'Everybody in the group'), ('leaders', 'The leaders'), ('named', 'People you name')], default='group', max_length=10, verbose_name='who may open it')),
                ('copyright_note', models.CharField(blank=True, max_length=300, verbose_name='copyright')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='removed at')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='collaborations.collaboration', verbose_name='collaboration')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
            ],
            options={
                'verbose_name': 'document of a group',
                'verbose_name_plural': 'documents of groups',
                'ordering': ['title', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'collaboration', 'title'], name='library_documents_of')],
            },
        ),
        migrations.CreateModel(
            name='DocumentVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('added_at', models.DateTimeField(verbose_name='added at')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('file', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('document', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='library.groupdocument')),
            ],
            options={
                'ordering': ['-number'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'file'], name='library_version_of_file')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'document', 'number'), name='library_document_version_once')],
            },
        ),
        migrations.CreateModel(
            name='DocumentReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='library.groupdocument')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='library_reader_ends'), models.UniqueConstraint(condition=models.Q(('ends_on__isnull', True)), fields=('authority', 'document', 'user'), name='library_reader_once')],
            },
        ),
        migrations.CreateModel(
            name='GroupDocumentHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('audience', models.CharField(choices=[('group', 'Everybody in the group'), ('leaders', 'The leaders'), ('named', 'People you name')], default='group', max_length=10, verbose_name='who may open it')),
                ('copyright_note', models.CharField(blank=True, max_length=300, verbose_name='copyright')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='removed at')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='collaborations.collaboration', verbose_name='collaboration')),
                ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='library.groupdocument')),
            ],
            options={
                'db_table': 'library_groupdocument_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='DocumentOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='library.documentversion')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'version', '-at'], name='library_openings_of')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupdocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "library_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;', hash='8ec5eb57b58e66856dbdeccc28951def2b3bba78', operation='UPDATE', pgid='pgtrigger_update_update_0b503', table='library_groupdocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupdocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "library_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;', hash='d6d2389d6a0f135f86df6c14cacc0e41c6c99638', operation='DELETE', pgid='pgtrigger_delete_delete_9c6c5', table='library_groupdocument', when='AFTER')),
        ),
    ]
