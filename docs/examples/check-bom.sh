#!/usr/bin/env bash
# Fails a build when a BOM contradicts its parts: imports it, looks all of it up, and lists what is wrong. Approve a line
# that is right as it is on the page or with "bomstream review", and the build passes.
#
#   check-bom.sh board.csv
#
# BOMSTREAM names the command where it is not "npx bomstream". The project and a key for programs are in the environment:
# SUPABASE_URL and BOMSTREAM_KEY.
set -euo pipefail
: "${1:?Usage: check-bom.sh FILE}"
read -ra bomstream <<< "${BOMSTREAM:-npx bomstream}"

# The same file is the same BOM: what was decided of its lines still holds.
bom=$("${bomstream[@]}" import "$1")
"${bomstream[@]}" start "$bom" --mode all --watch > /dev/null
echo "BOM $bom"

code=0
"${bomstream[@]}" lines "$bom" --wrong --exit-code || code=$?
[[ $code == 2 ]] && echo "These lines contradict their parts." >&2
exit "$code"
