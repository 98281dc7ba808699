// The lesson: every line of the paste, what becomes of it, and why.

import assert from 'node:assert/strict';
import { marks, onPage, paste, settled, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const secret = JSON.stringify(
  { family: 'nightly', containerDefinitions: [{ name: 'app', image: 'app:1', memory: 128, environment: [{ name: 'DB_PASSWORD', value: 'tr0ub4dor&3' }] }] },
  null,
  2,
);

onPage('every line of the paste stands there, marked by sign, word and colour', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  const numbers = await page.locator('.rows .no').allTextContents();
  assert.deepEqual(numbers, article.trimEnd().split('\n').map((_, at) => `${at + 1}`));
  const found = await marks(page);
  assert.equal(found.length, 46);
  const at = (line) => found.find((mark) => mark.line === `${line}`);
  assert.deepEqual(at(2), { line: '2', mark: 'gone', code: '"ipcMode": null,', note: 'null A field that is not set' });
  assert.equal(at(61).mark, 'warn');
  assert.match(at(61).code, /<IMAGE1_NAME>/);
  assert.match(at(158).note, /^Read-only/);
  // A sign for each, and a line through what goes.
  assert.equal(await page.locator('.row:has(.over) .sign').count(), 46);
  const struck = page.locator('.row[data-mark="gone"] code').first();
  assert.match(await struck.evaluate((code) => getComputedStyle(code).textDecorationLine), /line-through/);
});

onPage('neighbours that say nothing share a note', async ({ page }) => {
  await paste(page, article);
  const notes = (await marks(page)).map((mark) => mark.note).filter(Boolean);
  assert.ok(notes.length < 30, `${notes.length} notes`);
  assert.ok(notes.includes('null × 9 A field that is not set'), notes.join('\n'));
});

onPage('a line has its reason, its source and its cure', async ({ page }) => {
  await paste(page, article);
  await page.locator('.row', { hasText: '"revision": 5' }).locator('.over').click();
  const reason = await text(page, '#why');
  for (const part of ['line 158', 'read-only-field', 'AWS’s error if it stays', 'Unknown parameter in input', 'What to do']) {
    assert.ok(reason.includes(part), `${part} in ${reason}`);
  }
  const source = page.locator('#why > .links a[target]');
  assert.match(await source.getAttribute('href'), /^https:\/\//);
  assert.match(await source.getAttribute('rel'), /noopener noreferrer/);
  await page.locator('#close').click();
  assert.equal(await page.locator('#why').count(), 0);
});

onPage('the bar counts, and steps from mark to mark', async ({ page }) => {
  await paste(page, article);
  const chips = await page.locator('.chips button').allTextContents();
  assert.deepEqual(chips, ['To check 4', 'Removed 42']);
  await page.locator('[data-chip="to-check"]').click();
  const lines = [];
  for (let step = 0; step < 4; step += 1) {
    lines.push(await page.locator('[data-chosen] .no').textContent());
    await page.locator('#next').click();
  }
  assert.deepEqual(lines, ['3', '13', '61', '83']);
  await page.locator('#previous').click();
  assert.equal(await page.locator('[data-chosen] .no').textContent(), '83');
});

onPage('to step or to point moves no line', async ({ page }) => {
  await paste(page, article);
  const place = () => page.locator('.row', { hasText: '"essential": true' }).evaluate((row) => row.offsetTop);
  const before = await place();
  await page.locator('[data-chip="removed"]').click();
  for (let step = 0; step < 10; step += 1) await page.locator('#next').click();
  assert.equal(await place(), before);
  await page.locator('.row:has(.over)').nth(3).hover();
  assert.equal(await place(), before);
});

onPage('the bar stays in sight', async ({ page }) => {
  await paste(page, article);
  await page.locator('.row').last().scrollIntoViewIfNeeded();
  const bar = await page.locator('.bar').boundingBox();
  assert.equal(bar.y, 0);
  assert.ok(bar.height <= 76, `${bar.height}`);
});

onPage('what is kept folds, and the search of the browser finds it', async ({ page }) => {
  await paste(page, article);
  const line = page.locator('.row', { hasText: '"protocol"' });
  assert.equal(await line.getAttribute('hidden'), 'until-found');
  const fold = page.locator('.fold button').first();
  assert.match((await fold.textContent()).trim(), /^5 lines kept as they are: \w/);
  await fold.click();
  assert.equal(await fold.getAttribute('aria-expanded'), 'true');
  assert.equal(await line.getAttribute('hidden'), null);
});

onPage('a secret is hidden until someone asks for it', async ({ page }) => {
  await paste(page, secret);
  const line = page.locator('.row', { has: page.locator('.reveal') });
  assert.doesNotMatch(await line.textContent(), /tr0ub4dor/);
  await line.locator('.reveal').click();
  assert.match(await line.textContent(), /tr0ub4dor/);
  await line.locator('.reveal').click();
  assert.doesNotMatch(await line.textContent(), /tr0ub4dor/);
});

onPage('a finding is mended by one press, or kept', async ({ page }) => {
  await paste(page, fixture('faulty/misspelt-key.json'));
  const before = await page.locator('.place').count();
  await page.locator('.place').first().click();
  await page.locator('#fix').click();
  await settled(page);
  assert.equal(await page.locator('.place').count(), before - 1);
  await paste(page, article);
  await page.locator('.place', { hasText: 'IMAGE1_NAME' }).click();
  await page.locator('#accept', { hasText: 'CodeDeploy fills it in' }).click();
  assert.match(await text(page, '.verdict h1'), /3 things to check/);
});

onPage('a minified text reads line by line too', async ({ page }) => {
  await paste(page, JSON.stringify(JSON.parse(article)));
  await page.locator('#show-all').click();
  assert.ok((await page.locator('.row').count()) > 150);
  assert.deepEqual([...new Set(await page.locator('.rows .no').allTextContents())], ['1']);
});

onPage('the lines keep their classes without colours', { forcedColors: 'active' }, async ({ page }) => {
  await paste(page, article);
  await page.locator('.place').first().click();
  const outline = await page.locator('[data-chosen]').evaluate((row) => getComputedStyle(row).outlineStyle);
  assert.equal(outline, 'solid');
});
