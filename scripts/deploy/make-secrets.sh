#!/bin/sh
# Makes the secrets docker-compose.yml names, at random, into .secrets beside it (or the folder given). Those that are
# there stay as they are: the password of a database that exists is not changed by changing the file.
set -eu
folder=${1:-$(dirname "$0")/../../.secrets}

# Containers run as users of their own, so each file is readable by all; the folder keeps the people of this machine out.
mkdir -p "$folder"
chmod 700 "$folder"

if [ -e "$folder/postgres_password" ] && [ -e "$folder/cadre_read" ]; then
  echo "the secrets in $folder stay as they are"
  exit 0
fi
if [ -e "$folder/postgres_password" ] || [ -e "$folder/cadre_read" ]; then
  echo "only one of postgres_password and cadre_read is in $folder; they belong together: restore the other, or remove it" >&2
  exit 1
fi

password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" >"$folder/postgres_password"
printf 'postgres://cadre:%s@postgres:5432/cadre' "$password" >"$folder/cadre_read"
chmod 444 "$folder/postgres_password" "$folder/cadre_read"
echo "made the secrets in $folder"
