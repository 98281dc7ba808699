// The module for scripts, in Node: the same results and reports as the command line's.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { convert } from '../../dist/module/node.js';
import { converted, fixture, fixtures, generated } from './fixtures.mjs';

const article = fixture('good/article.json');
const container = 'xxxx-dev-xxxx-batch-container';

for (const lang of ['en', 'ja']) {
  test(`every fixture and 200 generated documents, ${lang}`, () => {
    for (const { name, bytes } of [...fixtures(), ...generated(200)]) {
      const { result = null, report, ...refused } = convert(bytes, { lang });
      const answer = { result, json: JSON.stringify(report ?? refused) };
      assert.deepEqual(answer, converted(bytes, lang), name);
    }
  });
}

test('a text is the same as its bytes', () => {
  assert.deepEqual(convert(article), convert(Buffer.from(article)));
});

test('objects are plain and numbers whole', () => {
  const { result, report } = convert(fixture('good/big-integers.json'));
  assert.match(result, /9007199254740993|\d{17,}/);
  assert.equal(Object.getPrototypeOf(report), Object.prototype);
  assert.ok(Array.isArray(report.changes));
  assert.deepEqual(structuredClone(report), report);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('edits are those of the command line', () => {
  const options = {
    cpu: '512',
    memory: '2048',
    family: 'nightly',
    taskRoleArn: '',
    images: [{ value: 'app:1' }],
    environment: [{ container, name: 'MODE', value: 'daily' }],
    secrets: [{ name: 'TOKEN', value: '/app/token' }],
    tags: [{ name: 'team', value: 'batch' }],
    showValues: true,
  };
  const line = [
    ...['--cpu', '512', '--memory', '2048', '--family', 'nightly', '--task-role', ''],
    ...['--image', 'app:1', '--env', `${container}:MODE=daily`, '--secret', 'TOKEN=/app/token'],
    ...['--tag', 'team=batch', '--show-values'],
  ];
  const { result, report } = convert(article, options);
  assert.deepEqual(
    { result, json: JSON.stringify(report) },
    converted(Buffer.from(article), 'en', line),
  );
});

test('an edit that matches nothing is an answer, not a crash', () => {
  const { error } = convert(article, { environment: [{ name: 'NOT_THERE' }] });
  assert.equal(error.id, 'edit');
  assert.match(error.message, /NOT_THERE/);
});

test('arguments of the wrong form are thrown back', () => {
  assert.throws(() => convert(42), /string or a Uint8Array/);
  assert.throws(() => convert('{}', { lang: 'fr' }), /fr/);
  assert.throws(() => convert('{}', { langauge: 'en' }), /langauge/);
});

test('it can be required', () => {
  const required = createRequire(import.meta.url)('../../dist/module');
  assert.equal(required.convert, convert);
});
