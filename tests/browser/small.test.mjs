// Small windows, long names, and what stands beside the lines.

import assert from 'node:assert/strict';
import { form, onPage, paste, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');

onPage('a name of 255 characters breaks', { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  const name = 'n'.repeat(255);
  await paste(page, JSON.stringify({ family: name, containerDefinitions: [{ name, image: 'a:1', memory: 64, environment: [{ name, value: 'v' }] }] }));
  await form(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});

onPage('at 400 % zoom the lines can be read while one is chosen', { viewport: { width: 360, height: 225 } }, async ({ page }) => {
  await paste(page, article);
  await page.locator('.place').first().click();
  await page.locator('[data-chosen]').evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const covered = await page.evaluate(() =>
    [5, 60, 110, 160, 220].filter((y) => !document.elementFromPoint(150, y)?.closest('#lesson')));
  assert.deepEqual(covered, []);
});

onPage("AWS's error is an example where it was made for another field", async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  const heading = async (name) => {
    await page.locator(`.over[aria-label^="${name}, "]`).first().click();
    return text(page, '#why h3');
  };
  assert.equal(await heading('revision'), 'AWS’s error if it stays');
  assert.equal(await heading('ipcMode'), 'AWS’s error if it stays');
  assert.equal(await heading('secretOptions'), 'AWS’s error if it stays (an example)');
  assert.equal(await heading('compatibilities'), 'AWS’s error if it stays (an example)');
});

onPage('an old result has no bars that it did not have', async ({ page }) => {
  await paste(page, article);
  const edges = () => page.locator('#lesson :is(.note, .row:not([data-mark]))').evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).borderLeftColor));
  const before = await edges();
  await paste(page, article.slice(0, -20));
  await page.locator('.stale-note').waitFor();
  assert.deepEqual(await edges(), before);
});

onPage('the box of one line shows one line', async ({ page }) => {
  await paste(page, article);
  const lines = await page.locator('#paste').evaluate((box) => {
    const { lineHeight, paddingTop } = getComputedStyle(box);
    return (box.clientHeight - parseFloat(paddingTop)) / parseFloat(lineHeight);
  });
  assert.ok(lines <= 1, `${lines} lines`);
});

onPage('what turns the direction of writing is marked in a shown file, and stays as it is', async ({ page }) => {
  const family = 'a\u202eb\u2066c';
  await paste(page, JSON.stringify({ family, containerDefinitions: [{ name: 'app', image: 'a:1', memory: 64 }] }));
  await page.locator('#panel-take-away').click();
  assert.ok((await page.locator('#file-text').textContent()).includes(`"family": "${family}"`));
  assert.deepEqual(await page.locator('.turn').evaluateAll((all) => all.map((one) => one.dataset.code)), ['U+202E', 'U+2066']);
});

onPage('of a long text the first lines are drawn first, and the others follow', async ({ page }) => {
  const drawn = await page.evaluateHandle(() => {
    const counts = [];
    new MutationObserver(() => counts.push(document.querySelectorAll('#lesson .row').length)).observe(
      document.querySelector('#app'),
      { childList: true, subtree: true },
    );
    return counts;
  });
  await paste(page, article);
  await page.waitForFunction(() => document.querySelectorAll('#lesson .row').length === 163);
  const counts = [...new Set(await drawn.evaluate((all) => all))].filter(Boolean);
  assert.ok(counts.length >= 2 && counts[0] <= 100, counts.join());
});
