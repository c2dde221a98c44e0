#!/usr/bin/env bash
# Imports a CSV, starts a run and polls its status with curl, for networks that let no stream through.
#
#   set -a; . .local/demo.env; set +a; docs/examples/enrich.sh board.csv
set -euo pipefail
: "${API:?}" "${TOKEN:?}" "${ORGANIZATION_ID:?}" "${1:?Usage: enrich.sh FILE.csv}"

call() { # METHOD PATH [JSON]
  curl -sS --fail-with-body -X "$1" "$API/$2" -H "Authorization: Bearer $TOKEN" \
    ${3+-H 'Content-Type: application/json' --data-binary "$3"}
}
# Reads a member of a JSON answer, for example: field state.status
field() { node -e 'console.log(process.argv[1].split(".").reduce((o, key) => o?.[key], JSON.parse(require("fs").readFileSync(0))) ?? "")' "$1"; }

body=$(node -e '
  const [file, organization_id] = process.argv.slice(1);
  const csv = new TextDecoder("utf-8", { fatal: true }).decode(require("fs").readFileSync(file));
  console.log(JSON.stringify({ organization_id, name: require("path").basename(file), csv }));
' "$1" "$ORGANIZATION_ID")
bom_id=$(call POST boms "$body" | field bom_id)
# An organization may have its BOMs start by themselves.
started=$(call POST "enrichment/$bom_id/start" "{\"organization_id\": \"$ORGANIZATION_ID\"}") ||
  [[ $(field code <<< "$started") == run_active ]] || { echo "$started" >&2; exit 1; }

until [[ ${status:-} =~ ^(completed|failed|cancelled)$ ]]; do
  sleep 1
  event=$(call GET "enrichment/$bom_id/status")
  status=$(field state.status <<< "$event")
  echo "$status $(field state.percent_complete <<< "$event") %"
done
[[ $status == completed ]]
