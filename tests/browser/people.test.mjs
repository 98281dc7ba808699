// For people who don't see the page, want no motion, or read it on paper; and for large pastes.

import assert from 'node:assert/strict';
import { file, form, onPage, paste, pasteByKeys, text } from './page.mjs';
import { fixture } from './fixtures.mjs';
import { many } from './states.mjs';

const permissions = ['clipboard-read', 'clipboard-write'];
const article = fixture('good/article.json');

onPage('the outcome is spoken once it has settled', async ({ page }) => {
  const spoken = await page.evaluateHandle(() => {
    const said = [];
    new MutationObserver(() => said.push(document.querySelector('#live').textContent)).observe(
      document.querySelector('#live'),
      { childList: true, characterData: true, subtree: true },
    );
    return said;
  });
  await paste(page, article);
  await page.locator('#live', { hasText: '4 things to check' }).waitFor({ state: 'attached' });
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await page.locator('#live', { hasText: '2 edits' }).waitFor({ state: 'attached' });
  const said = await spoken.evaluate((all) => [...new Set(all)]);
  assert.ok(said.length <= 2, said.join(' | '));
  assert.equal(await page.locator('#live').getAttribute('role'), 'status');
});

onPage('an error speaks for itself', async ({ page }) => {
  await paste(page, '{');
  assert.equal(await page.locator('#error').getAttribute('role'), 'alert');
});

onPage('each marked line is one button with its name first', async ({ page }) => {
  await paste(page, article);
  const names = await page.locator('.over').evaluateAll((all) => all.map((one) => one.ariaLabel));
  assert.ok(names.includes('revision, line 158, Read-only'), names.join('\n'));
  const before = page.locator('.rows del');
  assert.equal(await before.count(), 0);
  assert.equal(await page.locator('.over[tabindex="0"]').count(), 1);
});

onPage('AWS speaks English', { locale: 'ja-JP' }, async ({ page }) => {
  await paste(page, article);
  await page.locator('[data-chip="removed"]').click();
  assert.equal(await page.locator('#why .aws').getAttribute('lang'), 'en');
});

onPage('nothing moves for who wants no motion', { reducedMotion: 'reduce' }, async ({ page }) => {
  await paste(page, article);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
    }).length,
  );
  assert.equal(moving, 0);
});

onPage('on paper, every line and its note can be read', { colorScheme: 'dark' }, async ({ page }) => {
  await paste(page, article);
  await page.emulateMedia({ media: 'print' });
  const folded = page.locator('.row[hidden]').first();
  assert.ok((await folded.evaluate((row) => row.offsetHeight)) >= 20);
  assert.ok(await page.locator('.note', { hasText: 'Read-only' }).first().isVisible());
  assert.ok(!(await page.locator('#paste').isVisible()));
  assert.ok((await page.pdf()).length > 20_000);
});

onPage('500 containers: the quiet ones are a line each', { permissions }, async ({ page }) => {
  await pasteByKeys(page, many(500));
  await page.locator('#lesson').waitFor();
  assert.equal(await page.locator('.fold', { hasText: 'Container' }).count(), 499);
  assert.match(await text(page, '.fold'), /Container "app-0": \d+ lines/);
  assert.match(await text(page, '.checks'), /<IMAGE1_NAME>/);
  await page.locator('.fold button').nth(3).click();
  assert.match(await text(page, '#lesson'), /"app-3"/);
  assert.match(await file(page, 'taskdef-update.json'), /app-499/);
});

onPage('a paste of a megabyte says that it takes a moment', { permissions }, async ({ page }) => {
  const value = 'x'.repeat(200);
  const environment = Array.from({ length: 3700 }, (_, at) => ({ name: `KEY_${at}`, value }));
  const json = JSON.stringify({ family: 'large', containerDefinitions: [{ name: 'app', image: 'app:1', memory: 128, environment }] }, null, 2);
  assert.ok(json.length > 1_000_000);
  const said = await page.evaluateHandle(() => {
    const all = [];
    new MutationObserver(() => all.push(document.querySelector('.paste-head').textContent)).observe(
      document.querySelector('.paste-head'),
      { childList: true, characterData: true, subtree: true },
    );
    return all;
  });
  await pasteByKeys(page, json);
  await page.locator('#lesson').waitFor();
  assert.match(await file(page, 'taskdef-update.json'), /KEY_3699/);
  const texts = await said.evaluate((all) => all);
  assert.ok(texts.some((text) => text.includes('Converting')), texts.join(' | '));
  assert.doesNotMatch(texts.at(-1), /Converting/);
});
