# What the tests of the command line share: a folder to work in, and checks.
# PRESSGRAPH names the command to test.
set -u
PG=${PRESSGRAPH:-$(cd "$(dirname "$0")/../.." && pwd)/build/pressgraph}
W=$(mktemp -d)
trap 'chmod -R u+rwx "$W"; rm -rf "$W"' EXIT
cd "$W" || exit 2
unset NO_COLOR
failed=0

# t NAME STATUS COMMAND...: runs it; standard output to ./out, messages to ./err.
t() {
  name=$1 wanted=$2
  shift 2
  "$@" >out 2>err </dev/null
  got=$?
  if [ $got -ne "$wanted" ]; then
    bad "exit status $got, not $wanted; $(head -c 300 err)"
    return 1
  fi
  good
}
good() { echo "ok - $name"; }
bad() { echo "not ok - $name: $1"; failed=1; }
# Checks on what the last command left.
has() { local name="$name, $1 has '$2'"; if grep -qF -- "$2" "$1"; then good; else bad "$(head -c 300 "$1")"; fi; }
hasnt() { local name="$name, $1 lacks '$2'"; if grep -qF -- "$2" "$1"; then bad "$(head -c 300 "$1")"; else good; fi; }
none() { local name="$name, $1 is empty"; if [ -s "$1" ]; then bad "$(head -c 300 "$1")"; else good; fi; }
is() { local name="$name, $1"; if [ "$2" = "$3" ]; then good; else bad "'$2' is not '$3'"; fi; }
