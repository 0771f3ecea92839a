#!/usr/bin/env bash
# A backup back into an empty database and an empty folder, and a comparison with what was backed up.
#   DATABASE_OWNER_URL  the empty database, as its owner; the roles are there (deploy/roles.sql)
#   FILES_FOLDER        the empty folder of files, where the backup has files
# The keys come first: put them into the environment of web and workers (docs/how-to/backup-and-restore.md).
set -euo pipefail
umask 077
: "${DATABASE_OWNER_URL:?}"
backup=${1:?"usage: restore.sh FOLDER-OF-THE-BACKUP"}

refuse() { echo "Not restored: $1" >&2; exit 1; }
ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$DATABASE_OWNER_URL" "$@"; }

[ -f "$backup/manifest" ] || refuse "there is no manifest in $backup."
(cd "$backup" && sha256sum --check --quiet --strict manifest) || refuse "the backup is damaged."
[ "$(ask -c "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')")" = 0 ] ||
    refuse "the database is not empty."
if [ -f "$backup/files.tar" ]; then
    : "${FILES_FOLDER:?the backup has files: say where they go}"
    mkdir -p "$FILES_FOLDER"
    [ -z "$(ls -A "$FILES_FOLDER")" ] || refuse "$FILES_FOLDER is not empty."
fi

pg_restore --exit-on-error --single-transaction --no-owner --dbname="$DATABASE_OWNER_URL" "$backup/database.dump"
if [ -f "$backup/files.tar" ]; then
    tar --extract --file="$backup/files.tar" --directory="$FILES_FOLDER"
fi

here=$(mktemp)
trap 'rm -f "$here"' EXIT
ask -f "$(dirname "$0")/count-rows.sql" >"$here"
diff "$backup/rows" "$here" || refuse "the tables do not hold what the backup counted."
ask -c "ANALYZE"
echo "Restored $(wc -l <"$here") tables from $backup. Now check what they say: manage.py verify_restore"
