// The module for scripts, in Node: the same results, findings and files as the command line's.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, convert, explainField, generate, generateAll, next } from '../../dist/module/node.js';
import { checked, converted, everyMade, fixture, fixtures, generated, made, taskdef, wayTo } from './fixtures.mjs';
import { root } from './page.mjs';

const article = fixture('good/article.json');
const container = 'xxxx-dev-xxxx-batch-container';

// Every file, with a value for each option that it takes.
const TARGETS = {
  cluster: 'jobs',
  services: ['worker', 'second'],
  rules: ['bus/nightly'],
  schedules: ['group/nightly', 'weekly'],
  run: true,
};
const BATCH = { batch: ['first', 'schedule=nightly', 'second'], oneImage: true };
const BUILD = {
  style: 'taskdef',
  builder: 'gradle',
  dockerHub: true,
  reports: true,
  parameterPath: '/build/batch',
  taskdefUrl: 's3://tools/0.1.0/taskdef',
};
const PLACE = {
  repository: 'other',
  container,
  baseImages: ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/base:1'],
};
const PASSED = {
  ruleRole: 'arn:aws:iam::111122223333:role/rule',
  scheduleRole: 'arn:aws:iam::111122223333:role/schedule',
  kmsKeys: ['arn:aws:kms:ap-northeast-1:111122223333:key/k', 'arn:aws:kms:ap-northeast-1:111122223333:key/l'],
};
const KINDS = {
  buildspec: {
    ...{ format: 'json', comments: 'ja', runtime: 'corretto11', taskdefFile: 'ecs/batch.json', keepLatest: true },
    ...{ noWait: true, taskdefSha256: '0a'.repeat(32), ...TARGETS, ...BUILD, ...PLACE },
  },
  policy: {
    vpc: true,
    ...{ for: 'task-events', format: 'cloudformation', comments: 'ja', region: 'eu-west-1', project: 'build' },
    ...{ account: '111122223333', bucket: 'artifacts', ...TARGETS, ...BUILD, ...PLACE, ...PASSED },
  },
  pipeline: {
    ...{ source: 'connection', format: 'json', comments: 'ja', paths: ['jobs/**', 'lib/**'], approval: true },
    ...{ vpc: true, notify: 'arn:aws:sns:eu-west-1:111122223333:failures' },
    ...{ ...TARGETS, ...BUILD, ...PLACE, ...PASSED },
  },
  appspec: { format: 'json', comments: 'ja', container, port: 9090 },
  imagedefinitions: { container, image: 'app:1' },
  imagedetail: { container, image: 'app:1' },
  taskdef: { container },
  eventbridge: {
    ...{ by: 'state-machine', format: 'json', comments: 'ja', cluster: 'jobs', expression: 'rate(1 hour)', timeZone: 'Asia/Tokyo' },
    ...{ disabled: true, timeout: '90m', retries: 2, command: '["report"]', container },
  },
  alerts: { format: 'json', cluster: 'jobs', mail: 'a@example.com', deadLetterQueue: 'lost', container },
  'github-actions': {
    ...{ branch: 'release/1', role: 'arn:aws:iam::111122223333:role/deploy', region: 'eu-west-1', taskdefFile: 'a.json' },
    ...{ keepLatest: true, noWait: true, taskdefSha256: '0a'.repeat(32), ...TARGETS, ...BUILD, ...PLACE },
  },
};

/** Asserts that the module makes the same file as the command line, or refuses with its words. */
function assertMade(bytes, kind, options, name) {
  const { text, notes, error } = generate(bytes, kind, options);
  const wanted = made(bytes, kind, options);
  if (error) {
    assert.ok(wanted.message?.includes(error.message), `${name}: ${error.message}`);
  } else {
    assert.deepEqual({ text, notes: notes.map((note) => `${note}\n`).join('') }, wanted, name);
  }
  return error?.id;
}

for (const lang of ['en', 'ja']) {
  test(`every fixture and 200 generated documents, ${lang}`, () => {
    for (const { name, bytes } of [...fixtures(), ...generated(200)]) {
      const { result = null, report, ...refused } = convert(bytes, { lang });
      const answer = { result, json: JSON.stringify(report ?? refused) };
      assert.deepEqual(answer, converted(bytes, lang), name);
    }
  });

  test(`check finds the same in every fixture, ${lang}`, () => {
    for (const { name, bytes } of fixtures()) {
      for (const options of [{ lang }, { lang, asIs: true, showValues: true }]) {
        assert.equal(JSON.stringify(check(bytes, options)), checked(bytes, options), name);
      }
    }
  });

  test(`generate makes the same files of every good fixture, ${lang}`, () => {
    let files = 0;
    for (const { name, bytes } of fixtures().filter(({ name }) => name.startsWith('good/'))) {
      for (const kind of Object.keys(KINDS)) {
        files += assertMade(bytes, kind, { lang }, `${kind} of ${name}`) ? 0 : 1;
      }
    }
    assert.ok(files >= 200, `${files} files`);
  });
}

test('next and generateAll are those of the command line', () => {
  const bytes = Buffer.from(article);
  for (const lang of ['en', 'ja']) {
    for (const startedBy of ['service', 'rule', 'schedule', 'state-machine', 'hand']) {
      for (const route of ['pipeline', 'taskdef', 'console']) {
        const options = { lang, startedBy, with: route, stateMachine: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m', taskdefFile: 'a b.json' };
        assert.deepEqual(next(bytes, options), wayTo(bytes, options));
        const files = generateAll(bytes, options).map(({ name, text }) => [name, text]);
        assert.deepEqual(Object.fromEntries(files), everyMade(bytes, options));
      }
    }
  }
  assert.equal(next(bytes).error.id, 'no-starter');
  assert.equal(generateAll('{}', { startedBy: 'hand' }).error.id, generate('{}', 'policy').error.id);
  assert.throws(() => next(bytes, { startedBy: 'me' }), /`startedBy`.*`me`.*`state-machine`/);
  assert.throws(() => next(bytes, { source: 'connection' }), /`source` for `next`/);
});

test('explainField says what the command line does', () => {
  for (const lang of ['en', 'ja']) {
    for (const field of ['cpu=512', 'awsvpc', 'revision', 'containerDefinitions[].memory', 'awslogs-group']) {
      const printed = execFileSync(taskdef, ['explain', field, '--format', 'json', '--lang', lang]);
      assert.deepEqual(explainField(field, { lang }), JSON.parse(printed).topics[0].fields);
    }
  }
  assert.deepEqual(explainField('nothing'), []);
  assert.throws(() => explainField(5), /the field should be a string/);
  assert.throws(() => explainField('cpu', { value: '512' }), /value/);
});

test('options of generate are those of the command line', () => {
  const bytes = Buffer.from(article);
  for (const [kind, options] of Object.entries(KINDS)) {
    const { text } = generate(bytes, kind, options);
    assert.ok(text, kind);
    assertMade(bytes, kind, options, `${kind} with all`);
    for (const [name, value] of Object.entries(options)) {
      assertMade(bytes, kind, { [name]: value }, `${kind} with ${name}`);
    }
    if (options.services && kind !== 'github-actions') {
      const { text } = generate(bytes, kind, { ...BATCH, cluster: 'jobs' });
      assert.ok(text, `${kind} of a batch`);
      assertMade(bytes, kind, { ...BATCH, cluster: 'jobs' }, `${kind} of a batch`);
      assertMade(bytes, kind, { serviceVariable: true }, `${kind} with a variable`);
      const table = '[{"family": "first", "schedules": ["nightly"]}, {"family": "second"}]';
      assert.deepEqual(generate(bytes, kind, { batchTable: table }), generate(bytes, kind, { batch: BATCH.batch }));
    }
    if (options.container) {
      assert.equal(assertMade(bytes, kind, { container: 'other' }, kind), 'no-such-container');
    }
  }
  const words = {
    for: ['codebuild', 'execution-role', 'task-role', 'task-events', 'batch'],
    builder: ['maven', 'gradle', 'node', 'docker', 'none'],
    style: ['aws-cli', 'taskdef'],
    format: ['json', 'cloudformation'],
  };
  for (const [name, values] of Object.entries(words)) {
    for (const value of values) assertMade(bytes, 'policy', { [name]: value }, value);
  }
  assertMade(bytes, 'eventbridge', { by: 'schedule' }, 'schedule');
  assertMade(bytes, 'pipeline', { source: 'codecommit', format: 'yaml' }, 'codecommit');
});

test('a file has its name', () => {
  assert.equal(generate(article, 'buildspec').name, 'buildspec.yml');
  assert.equal(generate(article, 'policy', { format: 'cloudformation' }).name, 'policy.yml');
});

test('a text is the same as its bytes', () => {
  const bytes = Buffer.from(article);
  assert.deepEqual(convert(article), convert(bytes));
  assert.deepEqual(check(article), check(bytes));
  assert.deepEqual(generate(article, 'pipeline'), generate(bytes, 'pipeline'));
});

test('objects are plain and numbers whole', () => {
  const { result, report } = convert(fixture('faulty/big-integers.json'));
  assert.match(result, /9007199254740993|\d{17,}/);
  assert.equal(Object.getPrototypeOf(report), Object.prototype);
  assert.ok(Array.isArray(report.changes));
  assert.deepEqual(structuredClone(report), report);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  for (const answer of [check(article), generate(article, 'policy'), generate(article, 'appspec')]) {
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.deepEqual(structuredClone(answer), answer);
  }
  assert.match(generate(fixture('faulty/big-integers.json'), 'taskdef').text, /: 9007199254740993\b/);
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
    commands: [{ container, value: ['run', '--now'] }],
    containerCpus: [{ value: 128 }],
    containerMemories: [{ container, value: 1024 }],
    containerMemoryReservations: [{ value: 512 }],
    tags: [{ name: 'team', value: 'batch' }],
    showValues: true,
  };
  const line = [
    ...['--cpu', '512', '--memory', '2048', '--family', 'nightly', '--task-role', ''],
    ...['--image', 'app:1', '--env', `${container}:MODE=daily`, '--secret', 'TOKEN=/app/token'],
    ...['--command', `${container}=["run", "--now"]`, '--container-cpu', '128'],
    ...['--container-memory', `${container}=1024`, '--container-memory-reservation', '512'],
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

test('what can not be read is an answer of each', () => {
  for (const { name, bytes } of fixtures()) {
    const { version, error } = convert(bytes, { lang: 'ja' });
    if (!error) continue;
    assert.deepEqual(check(bytes, { lang: 'ja' }), { version, error }, name);
    assert.deepEqual(generate(bytes, 'policy', { lang: 'ja' }), { version, error }, name);
  }
});

test('a refusal has a name and the words of the command line', () => {
  const one = '{"family": "batch", "containerDefinitions": [{"name": "app", "image": "<IMAGE1_NAME>"}]}';
  const refusals = {
    'no-family': [one.replace('"family": "batch", ', ''), 'eventbridge', {}],
    'nothing-needed': [one, 'policy', { for: 'execution-role' }],
    'no-container': [one.replace(/\[.*\]/, '[]'), 'taskdef', {}],
    'no-port': [one, 'appspec', {}],
    'no-image': [one, 'imagedefinitions', {}],
    'dynamic-reference': [one.replace('batch', '{{resolve:ssm:a}}'), 'eventbridge', {}],
    unpinned: [one, 'buildspec', { taskdefUrl: 'https://example.com/latest/taskdef' }],
    'bad-checksum': [one, 'buildspec', { taskdefSha256: 'abc' }],
    'several-containers': [one.replace('[{', '[{"name": "side", "image": "side:1"}, {'), 'buildspec', {}],
    batch: [one, 'buildspec', { batch: ['a', 'a'] }],
    'no-runtime': [one, 'buildspec', { builder: 'docker', runtime: 'corretto11' }],
  };
  for (const [id, [text, kind, options]] of Object.entries(refusals)) {
    for (const lang of ['en', 'ja']) {
      assert.equal(assertMade(Buffer.from(text), kind, { ...options, lang }, id), id);
    }
    assert.deepEqual(Object.keys(generate(text, kind, options)), ['version', 'error']);
  }
});

test('arguments of the wrong form are thrown back', () => {
  const thrown = [
    [() => convert(42), /string or a Uint8Array/],
    [() => check(), /string or a Uint8Array/],
    [() => generate(null, 'policy'), /string or a Uint8Array/],
    [() => convert('{}', { lang: 'fr' }), /`lang`.*`fr`/],
    [() => check('{}', { lang: 'fr' }), /`lang`.*`fr`/],
    [() => generate('{}', 'policy', { lang: 'fr' }), /`lang`.*`fr`/],
    [() => convert('{}', { langauge: 'en' }), /langauge/],
    [() => convert('{}', { tags: [{ key: 'team' }] }), /key/],
    [() => convert('{}', 'ja'), /object/],
    [() => convert('{}', []), /object/],
    [() => check('{}', ['ja']), /object/],
    [() => generate('{}', 'policy', []), /object/],
    [() => convert('{}', { tags: 'team' }), /"team", expected a list/],
    [() => convert('{}', { tags: [{ name: 'team', container: 'app' }] }), /`container`/],
    [() => convert('{}', { images: 'app:1' }), /"app:1", expected a list/],
    [() => convert('{}', { images: [{ container: 'app' }] }), /value/],
    [() => convert('{}', { images: [{ name: 'app', value: 'app:1' }] }), /`name`/],
    [() => convert('{}', { containerCpus: [{ value: 1.5 }] }), /1\.5/],
    [() => convert('{}', { containerCpus: [{ value: '256' }] }), /"256"/],
    [() => convert('{}', { commands: [{ value: 'run' }] }), /"run"/],
    [() => convert('{}', { commands: [{ value: [1] }] }), /1/],
    [() => convert('{}', { noRepair: 'yes' }), /yes/],
    [() => check('{}', { asis: true }), /asis/],
    [() => check('{}', { cpu: '512' }), /cpu/],
    [() => generate('{}', 'dockerfile'), /`kind`.*`dockerfile`.*`buildspec`/],
    [() => generate('{}'), /kind/],
    [() => generate('{}', 'appspec', { ports: 80 }), /`ports` for `appspec`/],
    [() => generate('{}', 'appspec', { cluster: 'jobs' }), /`cluster` for `appspec`/],
    [() => generate('{}', 'appspec', { port: 70_000 }), /70000/],
    [() => generate('{}', 'appspec', 'ja'), /object/],
    [() => generate('{}', 'policy', { for: 'me' }), /`for`.*`me`.*`codebuild`/],
    [() => generate('{}', 'policy', { format: 'yaml' }), /`format`.*`yaml`.*`cloudformation`/],
    [() => generate('{}', 'policy', { services: 'worker' }), /"worker", expected a list/],
  ];
  for (const [call, message] of thrown) {
    assert.throws(call, (error) => error instanceof TypeError && message.test(error.message), `${call}`);
  }
});

test('an option that is undefined is left out', () => {
  const lang = undefined;
  assert.deepEqual(convert(article, { lang, noRepair: undefined }), convert(article));
  assert.deepEqual(check(article, { lang, asIs: undefined }), check(article, null));
  const policy = generate(article, 'policy', { lang, services: undefined });
  assert.deepEqual(policy, generate(article, 'policy'));
});

test('of options only what is their own counts', () => {
  class Inherited {
    get lang() {
      return 'ja';
    }
    get cluster() {
      return 'EVIL';
    }
  }
  const hidden = Object.defineProperty({}, 'lang', { value: 'ja' });
  const others = [new Inherited(), Object.create({ lang: 'ja', cluster: 'EVIL' }), hidden, {}];
  const same = (options) => {
    assert.deepEqual(convert(article, options), convert(article));
    assert.deepEqual(check(article, options), check(article));
    assert.deepEqual(generate(article, 'policy', options), generate(article, 'policy'));
  };
  others.forEach(same);
  const tags = [Object.create({ name: 'EVIL', value: 'x' })];
  assert.deepEqual(convert(article, { tags }), convert(article, { tags: [{}] }));
  Object.assign(Object.prototype, { lang: 'ja', cluster: 'EVIL', name: 'EVIL', value: 'x' });
  try {
    others.forEach(same);
    assert.deepEqual(convert(article, { tags }), convert(article, { tags: [{}] }));
  } finally {
    for (const name of ['lang', 'cluster', 'name', 'value']) delete Object.prototype[name];
  }
  const own = Object.assign(Object.create(null), { lang: 'ja' });
  assert.deepEqual(check(article, own), check(article, { lang: 'ja' }));
  assert.deepEqual(check(article, { get lang() { return 'ja'; } }), check(article, own));
});

test('a member called __proto__ is no option', () => {
  const evil = JSON.parse('{"__proto__": {"lang": "ja", "cluster": "EVIL", "name": "EVIL"}}');
  const calls = [
    () => convert(article, evil),
    () => check(article, evil),
    () => generate(article, 'policy', evil),
    () => convert(article, { tags: [evil] }),
  ];
  for (const call of calls) assert.throws(call, /TypeError: there is no option `__proto__`/, `${call}`);
});

test('what options throw is thrown on, and nothing is broken by it', () => {
  const thrower = () => {
    throw new RangeError('mine');
  };
  const traps = [{ ownKeys: thrower }, { getOwnPropertyDescriptor: thrower }, { get: thrower }];
  for (const trap of traps) {
    const options = new Proxy({ lang: 'ja' }, trap);
    const calls = [
      () => convert(article, options),
      () => check(article, options),
      () => generate(article, 'policy', options),
      () => convert(article, { tags: [new Proxy({ name: 'team' }, trap)] }),
    ];
    for (const call of calls) assert.throws(call, { name: 'RangeError', message: 'mine' }, `${call}`);
  }
  const list = new Proxy([{ name: 'team' }], { get: thrower });
  assert.throws(() => convert(article, { tags: list }), { name: 'RangeError', message: 'mine' });
  assert.throws(() => check(article, { get lang() { return thrower(); } }), RangeError);
  const circle = [];
  circle.push(circle, { name: circle });
  const around = {};
  around.name = around;
  for (const tags of [circle, [[circle]], around, [around]]) {
    assert.throws(() => convert(article, { tags }), TypeError);
  }
  assert.throws(() => check(article, { lang: new Proxy([], traps[2]) }), RangeError);
  assert.throws(() => check(article, { lang: new Proxy({}, traps[2]) }), TypeError);
  assert.ok(convert(article).result);
});

test('half a character is not replaced', () => {
  const [before, after] = article.split('"family": "');
  const whole = `${before}"family": "é😀`;
  const half = `${whole}\ud83d${after}`;
  const lines = whole.split('\n');
  const calls = [convert, check, (text, options) => generate(text, 'policy', options)];
  for (const call of calls) {
    for (const lang of ['en', 'ja']) {
      const { version, error } = call(half, { lang });
      assert.equal(version, 1);
      assert.equal(error.id, 'lone-surrogate');
      assert.deepEqual([error.line, error.column], [lines.length, [...lines.at(-1)].length + 1]);
    }
    assert.equal(call('\ude00{}').error.id, 'lone-surrogate');
    assert.notEqual(call('\ufffd😀').error?.id, 'lone-surrogate');
  }
  const thrown = [
    [() => convert('{}', { family: 'a\ud83d' }), /`family`.*index 1/],
    [() => convert('{}', { tags: [{ name: 'a', value: '😀\ude00' }] }), /`tags`.*index 2/],
    [() => check('{}', { lang: '\ud83d' }), /`lang`.*index 0/],
    [() => generate('{}', 'policy', { services: ['a', '\ud83d'] }), /`services`.*index 0/],
  ];
  for (const [call, message] of thrown) {
    assert.throws(call, (error) => error instanceof TypeError && message.test(error.message), `${call}`);
  }
  assert.ok(convert(article, { family: '\ufffd' }).report);
});

test("the guide's example prints what it says", () => {
  const [, example] = readFileSync(join(root, 'web/guide/page.md'), 'utf8').match(/```js\n(.*?)```/s);
  const node = ['--input-type=module', '--eval', example];
  const printed = execFileSync(process.execPath, node, { cwd: root, encoding: 'utf8' });
  const said = example.matchAll(/^\/\/ (.*\n)/gm);
  assert.equal(printed, [...said].map(([, line]) => line).join(''));
});

test('it can be required', () => {
  const required = createRequire(import.meta.url)('../../dist/module');
  assert.deepEqual([required.convert, required.check, required.generate], [convert, check, generate]);
});
