// What the tests paste, and what the command line says of it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './page.mjs';

const taskdef = process.env.TASKDEF ?? join(root, 'target/debug/taskdef');
const generator = process.env.GENERATE ?? join(root, 'target/debug/examples/generate');
const folder = join(root, 'tests/fixtures');

/** A fixture's text, such as `good/article.json`. */
export function fixture(name) {
  return readFileSync(join(folder, name), 'utf8');
}

/** The path of a fixture. */
export function fixturePath(name) {
  return join(folder, name);
}

/** Every fixture: its name, such as `good/article.json`, and its bytes. */
export function fixtures() {
  const kinds = ['good', 'kept', 'faulty', 'refused', 'broken'];
  const all = kinds.flatMap((kind) =>
    readdirSync(join(folder, kind)).map((file) => {
      const name = `${kind}/${file}`;
      return { name, bytes: readFileSync(join(folder, name)) };
    }),
  );
  assert.ok(all.length >= 100, `only ${all.length} fixtures`);
  return all;
}

/** What `generate` of tests/generate prints: a document a line. */
export function generate(...options) {
  const lines = execFileSync(generator, options, { maxBuffer: 1 << 28, encoding: 'utf8' });
  return lines.trimEnd().split('\n');
}

/** `count` documents made from AWS's model, the same ones every time: half of them as the console
    gives them, half with everything that can be wrong. */
export function generated(count) {
  const half = ['--seed', '1', '--count', `${count / 2}`];
  const texts = [...generate(...half), ...generate(...half, '--wild')];
  assert.equal(texts.length, count);
  return texts.map((text, at) => ({ name: `generated ${at}`, bytes: Buffer.from(text) }));
}

/** What `taskdef convert --report json` answers: the result (or `null`) and the report's JSON. */
export function converted(bytes, lang = 'en', edits = []) {
  const options = ['convert', '--report', 'json', '--lang', lang, ...edits];
  const { status, stdout, stderr } = spawnSync(taskdef, options, { input: bytes });
  assert.ok([0, 3, 4].includes(status), `status ${status}: ${stderr}`);
  return { result: status === 3 ? null : `${stdout}`, json: `${stderr}`.trimEnd() };
}
