#!/usr/bin/env node
// Starts the binary of the package for this machine. Where npm runs scripts, install.js has put the binary here.
"use strict";

const { spawnSync } = require("node:child_process");

const name = `taskdef-${process.platform}-${process.arch}`;
const program = process.platform === "win32" ? "taskdef.exe" : "taskdef";

function binary() {
  try {
    return require.resolve(`${name}/bin/${program}`);
  } catch {
    const why = `the package ${name} is not installed: either there is none for this machine, or optional dependencies were left out`;
    process.stderr.write(`taskdef: ${why}\n`);
    process.exit(1);
  }
}

const done = spawnSync(binary(), process.argv.slice(2), { stdio: "inherit", windowsHide: true });
if (done.error) {
  process.stderr.write(`taskdef: ${done.error.message}\n`);
  process.exit(1);
}
// Ended by a signal, it ends us in the same way.
if (done.signal) process.kill(process.pid, done.signal);
process.exitCode = done.status ?? 1;
