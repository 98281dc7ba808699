// The module's types, which are written by hand, say what the module takes and answers.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { check, convert, generate } from '../../dist/module/node.js';
import { fixtures } from './fixtures.mjs';
import { root } from './page.mjs';

const program = ts.createProgram([fileURLToPath(new URL('types.ts', import.meta.url))], {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
});
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(
  checker.getSymbolAtLocation(program.getSourceFile(join(root, 'dist/module/taskdef.d.ts'))),
);

/** The type of this name. */
function type(name) {
  return checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name));
}

/** The members of a type: their names and types. */
function members(type) {
  const properties = checker.getPropertiesOfType(type);
  return new Map(properties.map((property) => [property.name, checker.getTypeOfSymbol(property)]));
}

test('scripts compile, and mistakes do not', () => {
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  assert.deepEqual(faults, []);
});

// Every function with its options; `generate` has others for each kind of file.
const kinds = members(type('GenerateOptions'));
const functions = [
  { name: 'convert', call: (options) => convert('{}', options), options: type('Options') },
  { name: 'check', call: (options) => check('{}', options), options: type('CheckOptions') },
  ...[...kinds].map(([kind, options]) => ({
    name: `generate ${kind}`,
    call: (options) => generate('{}', kind, options),
    options,
  })),
];

/** What a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof TypeError, `${error}`);
    return error.message;
  }
  return '';
}

/** The values that a message offers in place of one that there is not. */
function offered(message) {
  const [, list] = message.match(/can't be `[^`]*`; there is (.*)/) ?? [];
  return list && [...list.matchAll(/`([^`]*)`/g)].map(([, value]) => value).sort();
}

// Each word of the sources of the module and of its options, as a member would be called: no option can have
// another name.
const sources = ['web/src/module', 'core/src/edit', 'core/src/generate/option'].map((folder) => join(root, folder));
const files = sources.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
const words = new Set(
  files
    .filter((file) => file.endsWith('.rs'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/[a-zA-Z]\w*/g))
    .map((word) => word.replaceAll(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())),
);

test('the options are those that the module takes', () => {
  assert.ok(words.size > 200, `${words.size} words`);
  for (const { name, call, options } of functions) {
    const taken = [...words].filter((word) => !/no option/.test(thrown(() => call({ [word]: null }))));
    assert.deepEqual(taken.sort(), [...members(options).keys()].sort(), name);
  }
  const variable = (word) => () => convert('{}', { environment: [{ [word]: null }] });
  const taken = [...words].filter((word) => !/no option/.test(thrown(variable(word))));
  assert.deepEqual(taken.sort(), [...members(type('Named')).keys()].sort());
});

test('the values of options are those that the module takes', () => {
  assert.deepEqual(offered(thrown(() => generate('{}', '?'))), [...kinds.keys()].sort());
  let lists = 0;
  for (const { name, call, options } of functions) {
    for (const [option, type] of members(options)) {
      const literals = (type.isUnion() ? type.types : []).filter((one) => one.isStringLiteral());
      const values = literals.length ? literals.map(({ value }) => value).sort() : undefined;
      assert.deepEqual(offered(thrown(() => call({ [option]: '?' }))), values, `${name}: ${option}`);
      lists += values ? 1 : 0;
    }
  }
  assert.ok(lists >= 20, `${lists} options with a list of values`);
});

/** What a member is called, by the interface that declares it. */
function label(property) {
  const [declaration] = property.declarations;
  return `${declaration.parent.name?.text ?? 'error'}.${property.name}`;
}

/** Every member and string that a type allows. */
function allowed(type, at, found = new Set()) {
  if (type.isUnion()) {
    for (const one of type.types) allowed(one, at, found);
  } else if (type.isStringLiteral()) {
    found.add(`${at} ${type.value}`);
  } else if (checker.isArrayType(type)) {
    allowed(checker.getTypeArguments(type)[0], at, found);
  } else if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
    for (const property of checker.getPropertiesOfType(type)) {
      if (found.has(label(property))) continue;
      found.add(label(property));
      allowed(checker.getTypeOfSymbol(property), label(property), found);
    }
  }
  return found;
}

/** Of what a type allows, what a value has. Throws if the value is of another type. */
function matched(value, type, at) {
  const { Null, Undefined, String, Number, BooleanLiteral, Object: Plain, Intersection } = ts.TypeFlags;
  if (type.isUnion()) {
    const faults = [];
    for (const one of type.types) {
      try {
        return matched(value, one, at);
      } catch (fault) {
        faults.push(fault);
      }
    }
    throw faults.at(-1);
  }
  const wanted = checker.typeToString(type);
  const fault = () => assert.fail(`${at}: ${JSON.stringify(value)?.slice(0, 200)} is not ${wanted}`);
  if (type.isStringLiteral()) return value === type.value ? [`${at} ${value}`] : fault();
  if (type.flags & Null) return value === null ? [] : fault();
  if (type.flags & Undefined) return value === undefined ? [] : fault();
  if (type.flags & String) return typeof value === 'string' ? [] : fault();
  if (type.flags & Number) return typeof value === 'number' ? [] : fault();
  if (type.flags & BooleanLiteral) return `${value}` === wanted ? [] : fault();
  if (checker.isArrayType(type)) {
    if (!Array.isArray(value)) return fault();
    const [element] = checker.getTypeArguments(type);
    return value.flatMap((one) => matched(one, element, at));
  }
  if (!(type.flags & (Plain | Intersection)) || Object(value) !== value || Array.isArray(value)) return fault();
  const known = members(type);
  for (const key of Object.keys(value)) assert.ok(known.has(key), `${at}: ${key} is not in ${wanted}`);
  return checker.getPropertiesOfType(type).flatMap((property) => {
    const inner = matched(value[property.name], known.get(property.name), label(property));
    return property.name in value ? [label(property), ...inner] : inner;
  });
}

test('answers have the members that their types name, and each of them is found in some answer', () => {
  const one = '{"family": "a", "containerDefinitions": [{"name": "app", "image": "app:1", "memory": 128}]}';
  // Of each rule a hundred findings are told, and the others counted.
  const containerDefinitions = Array.from({ length: 101 }, (_, at) => ({ name: `app${at}`, image: 'app', memory: 128 }));
  const many = JSON.stringify({ family: 'a', containerDefinitions });
  const answers = { convert: [convert(one, { cpu: '512' })], check: [check(many)], generate: [] };
  for (const { bytes } of fixtures()) {
    answers.convert.push(convert(bytes, { family: 'other' }));
    answers.check.push(check(bytes), check(bytes, { asIs: true }));
    for (const kind of kinds.keys()) answers.generate.push(generate(bytes, kind));
  }
  const [seen, all] = [new Set(), new Set()];
  for (const [name, given] of Object.entries(answers)) {
    const call = checker.getTypeOfSymbol(exported.find((symbol) => symbol.name === name));
    const answer = call.getCallSignatures()[0].getReturnType();
    for (const one of allowed(answer, name)) all.add(one);
    for (const one of given.flatMap((value) => matched(value, answer, name))) seen.add(one);
  }
  assert.ok(all.size >= 50, `${all.size} members and strings`);
  assert.deepEqual([...all].filter((one) => !seen.has(one)), []);
});
