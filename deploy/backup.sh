#!/usr/bin/env bash
# A backup: the database, the files, and a manifest by which a restore is checked (docs/how-to/backup-and-restore.md).
#   DATABASE_OWNER_URL  the database, as its owner: row-level security would hide rows from anybody else
#   BACKUP_FOLDER       a folder for each backup is made in it
#   FILES_FOLDER        the folder of files; empty where they lie in a store that keeps its own versions
#   KEYS_FOLDER         where the keys go: another place than BACKUP_FOLDER, or the one opens the other
# The keys are those of the environment whose names end in _KEY, _KEYS, _KEY_FALLBACKS.
set -euo pipefail
umask 077
: "${DATABASE_OWNER_URL:?}" "${BACKUP_FOLDER:?}" "${KEYS_FOLDER:?}"

name=$(date -u +%Y-%m-%dT%H-%M-%SZ)
part="$BACKUP_FOLDER/.$name"
rm -rf "$BACKUP_FOLDER"/.20*
mkdir -p "$part" "$KEYS_FOLDER"
trap 'rm -rf "$part"' EXIT

ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$DATABASE_OWNER_URL" "$@"; }

# One snapshot for the dump and for the numbers beside it: people go on working meanwhile.
coproc HOLDER { psql -X -q -A -t -v ON_ERROR_STOP=1 "$DATABASE_OWNER_URL"; }
exec {say}>&"${HOLDER[1]}" {hear}<&"${HOLDER[0]}"
echo "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT pg_export_snapshot();" >&"$say"
read -r -t 60 -u "$hear" snapshot

pg_dump --format=custom --snapshot="$snapshot" --file="$part/database.dump" "$DATABASE_OWNER_URL"

# What follows is asked in the holder's own snapshot.
cat "$(dirname "$0")/count-rows.sql" >&"$say"
printf '%s\n' "SELECT 'end';" >&"$say"
: >"$part/rows"
while read -r -t 600 -u "$hear" line && [ "$line" != end ]; do
    printf '%s\n' "$line" >>"$part/rows"
done
echo "COMMIT;" >&"$say"
exec {say}>&- {hear}<&-

if [ -n "${FILES_FOLDER:-}" ]; then
    # After the database: each row has its bytes. What is newer belongs to no row, and is tidied away after a restore.
    tar --create --file="$part/files.tar" --directory="$FILES_FOLDER" --exclude='*.part' .
fi

env | grep -E '^[A-Z_]*_(KEY|KEYS|KEY_FALLBACKS)=' | sort >"$KEYS_FOLDER/keys-$name.env" || true

manifest=$(cd "$part" && sha256sum -- *)
printf '%s\n' "$manifest" >"$part/manifest"
mv "$part" "$BACKUP_FOLDER/$name"
trap - EXIT

size=$(du -sb "$BACKUP_FOLDER/$name" | cut -f1)
ask -c "INSERT INTO documents_backup (ended_at, name, size) VALUES (now(), '$name', $size)"

# Old ones go only after a new one is whole.
find "$BACKUP_FOLDER" -mindepth 1 -maxdepth 1 -type d -name '20*' -mtime +"${KEEP_DAYS:-35}" -exec rm -rf {} +
echo "$BACKUP_FOLDER/$name"
