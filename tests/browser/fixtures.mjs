// What the tests paste, and what the command line says of it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './page.mjs';

export const taskdef = process.env.TASKDEF ?? join(root, 'target/debug/taskdef');
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

/** What `taskdef convert --report json` answers: the result (or `null`) and the report's JSON, in
    JavaScript's notation, which escapes fewer characters. */
export function converted(bytes, lang = 'en', edits = []) {
  const options = ['convert', '--report', 'json', '--lang', lang, ...edits];
  const { status, stdout, stderr } = spawnSync(taskdef, options, { input: bytes });
  assert.ok([0, 3, 4].includes(status), `status ${status}: ${stderr}`);
  const json = JSON.stringify(JSON.parse(`${stderr}`));
  return { result: status === 3 ? null : `${stdout}`, json };
}

/** What `taskdef check --format json` says of one text, with the members of its one file in place of
    the list of files; why it is none, if it is no task definition. */
export function checked(bytes, options) {
  const line = ['check', '--format', 'json', '--no-config', ...given(options)];
  const { status, stdout, stderr } = spawnSync(taskdef, line, { input: bytes });
  assert.ok([0, 3, 4].includes(status), `status ${status}: ${stderr}`);
  const { version, status: told, tool, model, files, ...counts } = JSON.parse(`${stdout}`);
  const [{ file, fixed, error, ...one }] = files;
  assert.deepEqual([files.length, file, fixed, told], [1, 'stdin', 0, status]);
  return JSON.stringify(error ? { version, error } : { version, tool, model, ...one, ...counts });
}

/** What `taskdef generate` makes: the file's text and its notes; the message, if it makes none. */
export function made(bytes, kind, options) {
  const line = ['generate', kind, ...given({ lang: 'en', ...options })];
  const { status, stdout, stderr } = spawnSync(taskdef, line, { input: bytes });
  assert.ok([0, 2, 3, 4].includes(status), `status ${status}: ${stderr}`);
  return status === 0 ? { text: `${stdout}`, notes: `${stderr}` } : { message: `${stderr}` };
}

/** The way that `taskdef next` tells. */
export function wayTo(bytes, options) {
  const line = ['next', '--format', 'json', ...given(options)];
  return JSON.parse(execFileSync(taskdef, line, { input: bytes }));
}

/** The texts of the files that `taskdef generate --all` writes, by their names. */
export function everyMade(bytes, options) {
  const into = mkdtempSync(join(tmpdir(), 'taskdef-all-'));
  try {
    execFileSync(taskdef, ['generate', '--all', '-d', into, ...given(options)], { input: bytes });
    const names = readdirSync(into);
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(into, name), 'utf8')]));
  } finally {
    rmSync(into, { recursive: true });
  }
}

/** The module's options as those of the command line, where an option with several values is
    called by one. */
function given(options) {
  const one = { services: 'service', rules: 'rule', schedules: 'schedule', kmsKeys: 'kmsKey', baseImages: 'baseImage', capacityProviders: 'capacityProvider', paths: 'path' };
  return Object.entries(options).flatMap(([name, values]) => {
    const option = (one[name] ?? name).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [values].flat().flatMap((value) => {
      if (value === false) return [];
      return value === true ? `--${option}` : [`--${option}`, `${value}`];
    });
  });
}
