// Puts the binary in the place of the script that starts it, which saves the start of Node at every call. On Windows
// npm starts a command by Node, so the script stays there. Whatever fails, the script stays too, and works.
import { copyFileSync, linkSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "bin", "taskdef");
const next = `${script}.next`;

if (process.platform !== "win32") {
  try {
    const name = `taskdef-${process.platform}-${process.arch}`;
    const binary = createRequire(import.meta.url).resolve(`${name}/bin/taskdef`);
    try {
      linkSync(binary, next);
    } catch {
      // Another file system, or none that knows links.
      copyFileSync(binary, next);
    }
    renameSync(next, script);
  } catch {
    rmSync(next, { force: true });
  }
}
