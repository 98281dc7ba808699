# How the binary is compiled for one target. cli/package/build sources it, on a Mac with bash 3.2.
# shellcheck shell=bash

# Compiles for a target, and puts the binary into a folder.
compile() { # TARGET TO
  local target=$1 start=$SECONDS name=taskdef
  local build=(build --target "$target") flags=() environment=(env)
  add_std
  case $target in
    *-apple-darwin) environment+=(MACOSX_DEPLOYMENT_TARGET="$(oldest_mac)") ;;
    *) zig ;;
  esac
  map_paths
  say "compiling for $target (first time: 5 min)"
  "${environment[@]}" cargo "${build[@]}" --locked --release --package taskdef-cli
  [[ $target != *-windows-* ]] || name=taskdef.exe
  mkdir -p "$2"
  cp "$target_dir/$target/release/$name" "$2/$name"
  say "$target is built: took $((SECONDS - start)) s"
}

# Rust's standard library for the target: rustup's, or where its server can't be reached, compiled from the
# sources that came with the compiler. That takes unstable flags, so a release does without: neither CI nor a Mac,
# where nobody has tried it, goes that way.
add_std() {
  local limit=()
  # macOS has no such command.
  ! has timeout || limit=(timeout 120)
  if has_std || { timed "adding std for $target by rustup" "20 s, at most 2 min" \
    ${limit[@]+"${limit[@]}"} rustup target add "$target" && has_std; }; then return; fi
  [[ -z ${CI-} && $target != *-apple-darwin ]] || fail "rustup can't add std for $target, and a release takes no other"
  say "rustup can't add it; building it from its sources"
  [[ -d $(rustc --print sysroot)/lib/rustlib/src/rust/library/std ]] || rustup component add rust-src
  environment+=(RUSTC_BOOTSTRAP=1 "CARGO_UNSTABLE_BUILD_STD=std,panic_abort")
  # It would look for files of musl that only rustup's brings; zig has its own.
  [[ $target != *-musl ]] || flags+=(-Clink-self-contained=no)
}

has_std() {
  [[ -d $(rustc --print sysroot)/lib/rustlib/$target/lib ]]
}

# Zig links, and compiles what is C, against a libc of any age that it brings along.
zig() {
  venv zig "$ours/zig-requirements.txt"
  environment+=(PATH="$(cd "$tools/zig/bin" && pwd):$PATH")
  build=(zigbuild --target "$target")
  case $target in
    *-linux-gnu) build=(zigbuild --target "$target.2.17") ;;
  esac
}

oldest_mac() {
  case $target in
    aarch64-*) echo 11.0 ;;
    *) echo 10.12 ;;
  esac
}

# No path of this machine goes into the binary, neither by messages of panics nor by C.
map_paths() {
  local sources=${CARGO_HOME:-${HOME-}/.cargo}/registry/src registry encoded sysroot
  sysroot=$(rustc --print sysroot)
  flags+=("--remap-path-prefix=$PWD=" "--remap-path-prefix=$sysroot/lib/rustlib/src/rust=std")
  local c="-g0 -ffile-prefix-map=$PWD="
  for registry in "$sources"/*/; do
    flags+=("--remap-path-prefix=${registry%/}=")
    c="$c -ffile-prefix-map=${registry%/}="
  done
  # Characters 31 part the flags, so that a path may hold a space.
  encoded=$(
    IFS=$'\x1f'
    echo "${flags[*]}"
  )
  environment+=(CARGO_ENCODED_RUSTFLAGS="$encoded" CFLAGS="$c")
}
