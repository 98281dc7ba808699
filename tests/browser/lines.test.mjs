// Every line says what it is, also one that is kept: by pointer, by keyboard and on a phone.

import assert from 'node:assert/strict';
import { accessible, onPage, paste, settled, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The button of a line that is kept. */
const kept = (page, json) => page.locator('.row', { hasText: json }).locator('[role="button"]').first();

const said = {
  'en-US': { kept: 'Kept as it is', mode: /network interface of its own/, size: /0\.25 vCPU.*0\.5, 1 or 2 GB/, next: /0\.5 vCPU: 1 to 4 GB, in steps of 1 GB/, table: /32 vCPU/ },
  'ja-JP': { kept: 'そのまま残る行', mode: /ネットワークインターフェイス/, size: /0\.25 vCPU です。.*0\.5・1・2 GB/, next: /0\.5 vCPU：1～4 GB（1 GB 単位）/, table: /32 vCPU/ },
};

for (const [width, viewport] of Object.entries({ desk, phone })) {
  for (const [locale, words] of Object.entries(said)) {
    onPage(`a kept line is explained, ${width}, ${locale}`, { viewport, locale }, async ({ page }) => {
      await paste(page, article);
      await page.locator('#show-all').click();
      await kept(page, '"networkMode": "awsvpc"').click();
      await page.locator('#why .member').waitFor();
      assert.equal(await text(page, '#why .why-head strong'), words.kept);
      assert.equal(await text(page, '#why-title'), 'networkMode');
      assert.match(await text(page, '#why'), words.mode);
      const source = await page.locator('#why .member a').getAttribute('href');
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/.*networkMode$/);
      await kept(page, '"cpu": "256"').click();
      assert.match(await text(page, '#why'), words.size);
      // What goes with the next sizes is in sight, with the fold closed.
      assert.match(await page.locator('#why').innerText(), words.next);
      assert.doesNotMatch(await page.locator('#why').innerText(), words.table);
      await page.locator('#why summary').click();
      assert.match(await text(page, '#why details'), words.table);
      // A container's cpu is another field than the task's.
      await kept(page, '"cpu": 0').click();
      assert.equal(await text(page, '#why .path'), 'containerDefinitions[].cpu');
      await accessible(page, 'a kept line');
      await page.locator('#close').click();
      assert.equal(await page.locator('#why').count(), 0);
    });
  }
}

onPage('an element of a list, and a bracket that opens, are explained by their list', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  await page.locator('.row', { hasText: '"FARGATE"' }).last().locator('[role="button"]').click();
  await page.locator('#why .member').waitFor();
  assert.equal(await text(page, '#why .path'), 'requiresCompatibilities');
  assert.match(await text(page, '#why'), /AWS provides the machines/);
  await kept(page, '"containerDefinitions": [').click();
  assert.equal(await text(page, '#why .path'), 'containerDefinitions');
  await kept(page, '{').click();
  assert.match(await text(page, '#why'), /The task definition itself/);
});

onPage('a marked line says what it is below its reason', async ({ page }) => {
  await paste(page, article);
  await page.locator('.row', { hasText: '"revision": 5' }).locator('.over').click();
  await page.locator('#why .member').waitFor();
  assert.match(await text(page, '#why'), /What to do.*What this line is.*number of this revision/s);
});

onPage('the arrow keys go through every line, Enter to its text and Escape back', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  await page.locator('#show-all').focus();
  await page.keyboard.press('Tab');
  const lines = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('ArrowDown');
    await settled(page);
    lines.push(Number(await page.locator('.row:focus-within .no').textContent()));
  }
  assert.deepEqual(lines, lines.map((_, at) => lines[0] + at));
  // One stop of the Tab key, wherever one is.
  assert.equal(await page.locator('#lesson .rows [tabindex="0"]').count(), 1);
  const here = await page.locator('[data-chosen] [id^="row-"]').getAttribute('id');
  await page.keyboard.press('Enter');
  await page.locator('#why-title:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator(`#${here}:focus`).waitFor();
  assert.equal(await page.locator('#why').count(), 0);
  // Closed, Enter on the line opens it again.
  await page.keyboard.press('Enter');
  await page.locator('#why').waitFor();
});

onPage('the line under the pointer is explained while none is chosen, and nothing moves', { viewport: desk }, async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  // The column sticks to the window, which the line may have scrolled.
  const panels = () => page.locator('.side').evaluate((side) => {
    const top = (selector) => side.querySelector(selector).getBoundingClientRect().top;
    return top('.panels') - top('.no-reason');
  });
  await page.mouse.move(0, 0);
  const before = await panels();
  await kept(page, '"networkMode": "awsvpc"').hover();
  await page.locator('.no-reason .member').waitFor();
  assert.match(await text(page, '.no-reason'), /network interface of its own/);
  assert.equal(await panels(), before);
  await kept(page, '"cpu": "256"').click();
  await kept(page, '"networkMode": "awsvpc"').hover();
  assert.equal(await text(page, '#why-title'), 'cpu');
});

onPage('the line stays explained in another language, until lines come or go', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').click();
  await kept(page, '"networkMode": "awsvpc"').click();
  await page.locator('#lang').selectOption('ja');
  await page.locator('#why .member', { hasText: 'ネットワーク' }).waitFor();
  await paste(page, article.replace('"cpu": 0,', ''));
  assert.equal(await page.locator('#why').count(), 0);
});

onPage('what else can be pressed on a line does what it says', async ({ page }) => {
  const environment = [{ name: 'DB_PASSWORD', value: 'tr0ub4dor&3' }];
  await paste(page, JSON.stringify({ family: 'a', containerDefinitions: [{ name: 'app', image: 'app:1', environment }] }, null, 2));
  await page.locator('.reveal').click();
  assert.equal(await page.locator('#why').count(), 0);
  assert.match(await page.locator('.row', { has: page.locator('.reveal') }).textContent(), /tr0ub4dor/);
});

onPage('a fold says what it holds', async ({ page }) => {
  await paste(page, article);
  const folds = await page.locator('.fold button').allTextContents();
  assert.ok(folds.length > 1);
  for (const fold of folds) assert.match(fold, /^\d+ lines (kept as they are|removed with it): [\w"]/, fold);
});
