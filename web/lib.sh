# What the scripts share: tests/run, the benchmarks and those of the page source it.
# shellcheck shell=bash

PATH=$PATH:${HOME-}/.cargo/bin
target_dir=${CARGO_TARGET_DIR:-$PWD/target}
# What finishes wasm files and serves them; tests/run names the one that it has built.
tool=${TASKDEF_WEB_TOOL-}

has() {
  command -v "$1" >/dev/null
}

say() {
  echo "$0: $*"
}

fail() {
  echo "$0: $*" >&2
  exit 1
}

# Says what it does and how long that took.
timed() { # WHAT FIRST_TIME COMMAND...
  local what=$1 first=$2 start=$SECONDS
  shift 2
  say "$what (first time: $first)"
  "$@" || return
  say "$what: took $((SECONDS - start)) s"
}

apt_install() { # PACKAGE...
  has apt-get || {
    say "no apt-get here; install by hand: $*" >&2
    return 1
  }
  local root=(env DEBIAN_FRONTEND=noninteractive)
  if ((EUID)); then root=(sudo "${root[@]}"); fi
  "${root[@]}" apt-get update -qq || return
  # Its chatter is for nobody; its errors are on stderr.
  "${root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Prints a Python that can make venvs. The first on the PATH may be one that can't.
python() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  return 1
}

# A venv in the folder `tools` that holds what a requirements file says. Its stamp makes the next run instant; a moved
# folder or a changed file makes it anew.
venv() { # NAME REQUIREMENTS
  local dir=$tools/$1 stamp
  stamp=$({ echo "$dir"; cat "$2"; } | sha256sum)
  if [[ -x $dir/bin/python && -f $dir/stamp && $(<"$dir/stamp") == "$stamp" ]]; then
    return
  fi
  echo "making ${dir#"$PWD/"}"
  rm -rf "$dir"
  "$(python)" -m venv "$dir"
  "$dir/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --requirement "$2"
  echo "$stamp" >"$dir/stamp"
}

# Installs what a folder's package-lock.json says, unless it is there.
npm_install() { # DIR
  local stamp=$1/node_modules/.stamp sum
  sum=$(sha256sum <"$1/package-lock.json")
  if [[ -f $stamp && $(<"$stamp") == "$sum" ]]; then return; fi
  npm ci --prefix "$1" --ignore-scripts --no-fund --no-audit --loglevel=error || return
  echo "$sum" >"$stamp"
}

# Cargo, a C linker, and `$tool`, unless the environment names one.
build_tool() {
  if [[ -n $tool ]]; then return; fi
  tool=$target_dir/debug/taskdef-web-tool
  has cargo || fail "cargo is missing: install rustup first"
  has cc || timed "installing a C linker" "30 s" apt_install gcc libc6-dev
  local first=(-q)
  [[ -x $tool ]] || {
    say "compiling web/tool (first time: 2 min)"
    first=()
  }
  cargo build "${first[@]}" --locked --package taskdef-web-tool
}
