# What the benchmarks share: their tools, hyperfine's medians, and the table. To be sourced.

source web/lib.sh

install_tools() { # TOOL...
  local tool missing=()
  for tool in "$@"; do
    # `type -P`: the program, not the shell's own word.
    type -P "$tool" >/dev/null || missing+=("$tool")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  apt_install "${missing[@]}"
}

# Puts this page and that of each revision into PAGES, as NAME=FOLDER. A revision is built once, in a
# work tree under target/bench-first.
export_pages() { # [REVISION...]
  local revision commit tree pages=("now=$PWD/dist")
  for revision in "$@"; do
    commit=$(git rev-parse --short "$revision^{commit}")
    tree=$target_dir/bench-first/$commit
    [[ -d $tree ]] || git worktree add --quiet --detach "$tree" "$commit"
    [[ -f $tree/dist/index.html ]] || (cd "$tree" && timed "building $commit" "4 min" web/build)
    pages+=("$commit=$tree/dist")
  done
  export PAGES="${pages[*]}"
}

# Leaves the medians of the commands, in seconds, one a line, in FILE.
measure() { # FILE HYPERFINE-ARGUMENTS...
  local file=$1
  shift
  hyperfine --shell none --style none --export-json "$file.times.json" "$@" >/dev/null
  jq '.results[].median' "$file.times.json" >"$file.medians"
}

row() { # NAME VALUE [RATIO [MARK CONDITION]]
  local verdict=
  if (($# > 3)); then
    verdict="mark: $4, $([[ $(calc "$5" 0) == 1 ]] && echo met || echo MISSED)"
  fi
  printf '  %-26s%12s   %-30s%s\n' "$1" "$2" "${3-}" "$verdict" | sed 's/ *$//'
}

calc() { # EXPRESSION DIGITS
  awk "BEGIN { printf \"%.$2f\", ($1) }"
}

