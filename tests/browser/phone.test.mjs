// A phone: everything that the page has is one press away.

import assert from 'node:assert/strict';
import { clipboard, onPage, paste, settled, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const viewport = { width: 390, height: 844 };

/** Whether an element stands in the window, clear of the bar at its bottom. */
const inSight = (page, selector) => page.locator(selector).first().evaluate((one) => {
  const box = one.getBoundingClientRect();
  const bar = document.querySelector('.dock').getBoundingClientRect();
  return box.top >= 0 && box.top < bar.top;
});

for (const locale of ['en-US', 'ja-JP']) {
  onPage(`checks, form, files and copy are one press away, ${locale}`, { viewport, locale, permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
    await paste(page, article);
    // The lines begin above the middle of the window.
    const top = await page.locator('#lesson').evaluate((rows) => rows.getBoundingClientRect().top);
    assert.ok(top < viewport.height * 0.52, `${top}`);
    assert.equal(await page.locator('.keys').isVisible(), false);
    const bar = await page.locator('.dock').boundingBox();
    assert.equal(Math.round(bar.y + bar.height), viewport.height);
    const heights = await page.locator('.dock button').evaluateAll((all) => all.map((one) => one.offsetHeight));
    assert.ok(heights.length === 5 && heights.every((height) => height >= 44), heights.join());
    await page.locator('#dock-edit').click();
    await settled(page);
    assert.ok(await inSight(page, '#panel-edit'));
    assert.ok(await page.locator('#image-0').isVisible());
    await page.locator('#dock-files').click();
    await settled(page);
    assert.ok(await inSight(page, '#file-0'));
    await page.locator('#dock-checks').click();
    await settled(page);
    assert.ok(await inSight(page, '#verdict'));
    assert.ok(await page.locator('.checks > li').last().isVisible());
    await page.locator('#dock-copy').click();
    await page.locator('.dock .said:not(:empty)').waitFor();
    assert.match(await text(page, '.dock .said'), /4/);
    assert.match(await clipboard(page), /"family"/);
  });
}

onPage('the reason stands above the bar', { viewport }, async ({ page }) => {
  await paste(page, article);
  await page.locator('.place').first().click();
  const [why, bar] = [await page.locator('#why').boundingBox(), await page.locator('.dock').boundingBox()];
  assert.ok(why.y + why.height <= bar.y + 1, `${why.y + why.height} ${bar.y}`);
  assert.ok(await inSight(page, '[data-chosen]'));
});

onPage('on a desk there is no such bar', async ({ page }) => {
  await paste(page, article);
  assert.equal(await page.locator('.dock').isVisible(), false);
});

onPage('the header is one row', { viewport }, async ({ page }) => {
  for (const lang of ['ja', 'en']) {
    await page.locator('#lang').selectOption(lang);
    const { height } = await page.locator('header').boundingBox();
    assert.ok(height <= 64, `${lang}: ${height}`);
  }
});

onPage('from the box the keyboard goes straight to the checks', async ({ page }) => {
  await paste(page, article);
  await page.locator('#paste').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'to-checks');
  assert.ok(await page.locator('#to-checks').isVisible());
  await page.keyboard.press('Enter');
  await page.locator('#verdict:focus').waitFor();
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.place')));
});
