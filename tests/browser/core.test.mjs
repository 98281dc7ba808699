// One core: in the browser, the same bytes as from the command line, for every fixture and for 200
// documents made from AWS's model.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onPage, withPage } from './page.mjs';
import { converted, fixtures, generated } from './fixtures.mjs';

const documents = [...fixtures(), ...generated(200)].map((document) => ({
  ...document,
  wanted: converted(document.bytes),
}));

onPage('the page shows the same results', async ({ page }) => {
  let results = 0;
  for (const { name, bytes, wanted } of documents) {
    const file = { name: 'taskdef.json', mimeType: 'application/json', buffer: bytes };
    await page.locator('#file').setInputFiles(file);
    await page.locator('#file-text, #error').first().waitFor();
    const shown = (await page.locator('#error').count()) ? null : await page.locator('#file-text').textContent();
    assert.equal(shown, wanted.result, name);
    results += shown === null ? 0 : 1;
    await page.locator('#clear').click();
  }
  assert.ok(results >= 200, `${results} results`);
});

test('the module in the browser gives the same results and the same reports', async () => {
  await withPage({}, async ({ page }) => {
    for (const lang of ['en', 'ja']) {
      for (const { name, bytes, wanted } of lang === 'en' ? documents : withReports(lang)) {
        const answer = await page.evaluate(convert, { values: [...bytes], lang });
        assert.deepEqual(answer, wanted, `${lang}: ${name}`);
      }
    }
  });
});

/** Every fixture with what the command line says of it in a language. */
function withReports(lang) {
  return fixtures().map((one) => ({ ...one, wanted: converted(one.bytes, lang) }));
}

/** Runs in the browser. The JSON of the report is the same text only if its members are the same
    and in the same order. */
async function convert({ values, lang }) {
  const module = await import('./module/taskdef.js');
  await module.default();
  const { result = null, report, ...refused } = module.convert(new Uint8Array(values), { lang });
  return { result, json: JSON.stringify(report ?? refused) };
}
