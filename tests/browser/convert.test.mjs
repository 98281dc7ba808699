// From a paste to a result, and what is said when there is none.

import assert from 'node:assert/strict';
import { kept, onPage, paste, pasteByKeys, result, settled, text } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const { result: wanted } = converted(article);

onPage('Ctrl+V gives what the command line gives', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await page.locator('#paste').focus();
  await pasteByKeys(page, article);
  assert.equal(await result(page), wanted);
  const verdict = await text(page, '.verdict');
  assert.match(await text(page, '.paste-head'), /xxxx-dev-xxxx-batch-task/);
  for (const part of ['4 things to check before you register', 'Read-only 5', 'null 32', '<IMAGE1_NAME>']) {
    assert.ok(verdict.includes(part), `${part} in ${verdict}`);
  }
  // The box folds up, and gives the sight to what came of it.
  assert.equal(await page.locator('#paste').evaluate((box) => box.offsetHeight), 38);
});

onPage('Ctrl+V anywhere on the page does the same', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await pasteByKeys(page, article);
  assert.equal(await result(page), wanted);
  assert.equal(await page.locator('#paste').inputValue(), article);
  await page.locator('#copy').focus();
  await pasteByKeys(page, fixture('good/minified.json'));
  assert.equal(await result(page), converted(fixture('good/minified.json')).result);
});

onPage('the example is one press away', async ({ page }) => {
  await page.locator('#example').click();
  assert.equal(await result(page), wanted);
});

onPage('the result follows each key', async ({ page }) => {
  await paste(page, '{"family": "a", "containerDefinitions": []}');
  assert.match(await result(page), /"family": "a"/);
  await page.locator('#paste').press('Control+Home');
  for (let step = 0; step < '{"family": "a'.length; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.type('bc');
  await settled(page);
  await page.keyboard.press('Escape');
  assert.match(await result(page), /"family": "abc"/);
});

onPage('what was mended is told', async ({ page }) => {
  await paste(page, fixture('good/mended-trailing-commas.json'));
  assert.match(await text(page, '.mended'), /Read with \d corrections/);
  assert.match(await text(page, '.mended'), /line \d+ .*comma/i);
  assert.equal(
    await result(page),
    converted(fixture('good/mended-trailing-commas.json')).result,
  );
});

onPage('an unreadable text has its place, and shows no value', async ({ page }) => {
  await paste(page, '{\n  "family": "a",\n  "password": "hunter2" x\n}');
  const error = await text(page, '#error');
  assert.match(error, /line 3/);
  assert.match(error, /\nline 3, column \d+/);
  assert.ok(!error.includes('hunter2'), error);
  assert.equal(await page.locator('#lesson').count(), 0);
});

onPage('the mark is where reading stopped, after wide characters too', async ({ page }) => {
  await paste(page, '{\n  "family": "a",\n　　　"image": "hunter2" x\n}');
  const found = await page.locator('#error pre').evaluate((pre) => {
    const mark = pre.querySelector('mark');
    const before = document.createRange();
    before.setStart(pre, 0);
    before.setEndBefore(mark);
    const decoration = getComputedStyle(mark).textDecorationLine;
    const { right, bottom } = before.getBoundingClientRect();
    const { left, width, bottom: low } = mark.getBoundingClientRect();
    return { text: before.toString(), gap: Math.abs(left - right), drop: Math.abs(low - bottom), width, decoration };
  });
  assert.match(found.text, /^　　　"image": "hunter2" $/);
  assert.ok(found.gap < 1 && found.drop < 1 && found.width > 4, JSON.stringify(found));
  assert.equal(found.decoration, 'underline');
});

onPage('where reading stopped is one press away', async ({ page }) => {
  const lines = Array.from({ length: 60 }, (_, at) => `  "key${at}": ${at},`);
  await paste(page, ['{', ...lines, '  "é😀": "x" y', '}'].join('\n'));
  await page.locator('#to-place').click();
  await settled(page);
  const { before, line } = await page.locator('#paste').evaluate((box) => ({
    before: box.value.slice(0, box.selectionStart).split('\n'),
    line: box.scrollTop / parseFloat(getComputedStyle(box).lineHeight),
  }));
  assert.equal(before.length, 62);
  assert.equal(before.at(-1), '  "é😀": "x" ');
  assert.ok(line > 40, `line ${line} is the first in sight`);
});

onPage('something else is refused by its name', async ({ page }) => {
  await paste(page, fixture('refused/cloudformation-template.json'));
  assert.match(await text(page, '#error'), /CloudFormation/);
});

onPage('an old result never passes for a new one', async ({ page }) => {
  await paste(page, article);
  await paste(page, article.slice(0, -20));
  assert.match(await text(page, '.stale-note'), /without your latest change/);
  assert.ok(await page.locator('#lesson').evaluate((lesson) => lesson.parentElement.inert));
  // It can't be copied or taken away: no click and no key reaches what is inert.
  await assert.rejects(page.locator('#copy').click({ timeout: 500 }));
  await page.locator('#paste').focus();
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    assert.ok(!(await page.evaluate(() => document.activeElement.closest('[inert]'))));
  }
  await paste(page, article);
  assert.equal(await page.locator('#error').count(), 0);
  assert.equal(await result(page), wanted);
});

onPage('an error finding has its line and its cure', async ({ page }) => {
  await paste(page, fixture('faulty/misspelt-key.json'));
  const checks = await text(page, '.checks');
  assert.match(checks, /line \d+/);
  assert.match(checks, /Did you mean/);
});

onPage('Clear leaves the page as it was, but for what it offers', async ({ page }) => {
  const before = await text(page, '#app');
  await page.locator('#example').click();
  await page.locator('#clear').click();
  assert.equal(await page.locator('#paste').inputValue(), '');
  assert.equal(await page.locator('#lesson').count(), 0);
  await page.locator('.offer').evaluate((offer) => offer.remove());
  assert.equal(await text(page, '#app'), before);
});

onPage('nothing of what was pasted is stored or stands in the address', async ({ page, context }) => {
  const [before, filesBefore] = [page.url(), await kept(page)];
  await paste(page, article);
  assert.equal(page.url(), before);
  const stored = JSON.stringify(await context.storageState({ indexedDB: true }));
  assert.ok(!stored.includes('xxxx-dev'), stored);
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert.equal(session, '{}');
  // The page's own files, as tests/browser/offline.test.mjs checks.
  assert.deepEqual(await kept(page), filesBefore);
});

onPage('a value that looks like HTML stays text', async ({ page }) => {
  const family = '<img src=x onerror=alert(1)></script>';
  await paste(page, JSON.stringify({ family, containerDefinitions: [{ name: family, image: family }] }));
  assert.ok((await result(page)).includes(family));
  assert.equal(await page.locator('#app img, #app script').count(), 0);
});

onPage('the box stays the same one, whatever becomes of its text', async ({ page }) => {
  await page.locator('#paste').focus();
  await page.keyboard.type('{"family": "a", "containerDefinitions": []');
  await settled(page);
  await page.locator('#error').waitFor();
  await page.keyboard.type('}');
  await settled(page);
  await page.locator('#lesson').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'paste');
  await page.keyboard.press('Backspace');
  await page.locator('#error').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'paste');
});

onPage('what is typed while a paste is being converted is not lost', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  const long = JSON.stringify({ ...JSON.parse(article), family: 'a'.repeat(20_000) }, null, 2);
  await page.locator('#paste').evaluate((box, json) => {
    box.focus();
    box.value = json;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, long);
  await page.keyboard.type('\n\n');
  await settled(page);
  assert.equal(await page.locator('#paste').inputValue(), `${long}\n\n`);
  assert.equal(await page.locator('#error').count(), 0);
});
