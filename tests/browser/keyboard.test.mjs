// The whole way by keyboard alone, and input methods, whose Enter means a word and nothing else.

import assert from 'node:assert/strict';
import { form, onPage, paste, result, settled } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);

/** Presses Tab until the element of this id has the focus. */
async function tabTo(page, id) {
  const passed = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (passed.at(-1) === id) return;
  }
  assert.fail(`Tab does not reach ${id}: ${passed.join(' ')}`);
}

onPage('from example to download without a mouse', async ({ page }) => {
  await tabTo(page, 'example');
  await page.keyboard.press('Enter');
  await tabTo(page, 'panel-edit');
  await page.keyboard.press('Enter');
  await tabTo(page, 'INPUT');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await tabTo(page, 'env-name');
  await page.keyboard.type('MODE');
  await tabTo(page, 'env-value');
  await page.keyboard.type('daily');
  await page.keyboard.press('Enter');
  await tabTo(page, 'download');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  assert.equal(download.suggestedFilename(), 'taskdef-update.json');
  assert.match(await result(page), /"cpu": "512"/);
  assert.match(await result(page), /"name": "MODE"/);
});

onPage('from line to line, to the reason and back', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').focus();
  await page.keyboard.press('Tab');
  await page.locator('#row-1:focus').waitFor();
  const line = () => page.locator('.row:focus-within .no').textContent();
  const seen = [];
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'Home', 'ArrowDown', 'n', 'n', 'p']) {
    await page.keyboard.press(key);
    await settled(page);
    seen.push(await line());
  }
  assert.deepEqual(seen, ['2', '3', '4', '3', '162', '2', '3', '13', '61', '13']);
  await page.keyboard.press('Enter');
  await page.locator('#why-title:focus').waitFor();
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await line(), '13');
  // Letters mean nothing where someone writes.
  await page.locator('#paste').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('n');
  assert.equal(await page.locator('#why').count(), 0);
});

onPage('to a fold, to what is in it, and to the field of a line', async ({ page }) => {
  await paste(page, article);
  await page.locator('#show-all').focus();
  await page.keyboard.press('Tab');
  const stops = [];
  while (!stops.at(-1)?.startsWith('fold-')) {
    await page.keyboard.press('ArrowDown');
    await settled(page);
    stops.push(await focused(page));
    assert.ok(stops.length < 50, stops.join(' '));
  }
  assert.equal(await page.locator(`#${stops.at(-1)}`).getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Space');
  await page.locator(`#${stops.at(-1)}[aria-expanded="true"]`).waitFor();
  await page.keyboard.press('ArrowUp');
  await settled(page);
  assert.equal(await focused(page), stops.at(-2));
  // Tab leaves the lesson: neither marks nor folds are stops of their own.
  assert.equal(await page.locator('#lesson .fold [tabindex="0"]').count(), 0);
  await page.locator('.place', { hasText: 'IMAGE1_NAME' }).click();
  await page.locator('.row[data-chosen] .over').focus();
  await page.keyboard.press('e');
  await page.locator('#image-0:focus').waitFor();
});

onPage('language and colours', async ({ page }) => {
  await paste(page, article);
  await page.locator('#view-convert').focus();
  await tabTo(page, 'lang');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  await page.locator('.privacy summary').focus();
  await tabTo(page, 'theme');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});

onPage('every stop can be seen', { viewport: { width: 390, height: 600 } }, async ({ page }) => {
  await paste(page, article);
  await page.locator('.place').first().click();
  for (let step = 0; step < 76; step += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const { activeElement: stop } = document;
      if (stop === document.body) return null;
      const visible = stop.classList.contains('off-screen') ? stop.closest('label') : stop;
      const box = visible.getBoundingClientRect();
      const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
      const sees = (y) => {
        const top = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
        return top && (visible.contains(top) || top.contains(visible));
      };
      const outline = getComputedStyle(visible).outlineStyle;
      // A browser centres what is higher than the window: a part of that is enough.
      const isHigh = box.height > innerHeight;
      const parts = Array.from({ length: 20 }, (_, part) => box.top + ((part + 0.5) * box.height) / 20);
      const seen = isHigh ? parts.some((y) => y > 0 && sees(y)) : sees((box.top + box.bottom) / 2);
      return seen && outline !== 'none' ? null : `${stop.outerHTML.slice(0, 120)} ${outline}`;
    });
    assert.equal(hidden, null);
  }
});

/** Commits a word by an input method, as a Japanese keyboard does. */
async function compose(page, session, word) {
  for (let end = 1; end <= word.length; end += 1) {
    const text = word.slice(0, end);
    await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
  // The Enter that takes the word: the browser tells the page of a key, but it is the input method's.
  await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true, isComposing: true });
    document.activeElement.dispatchEvent(event);
  });
  await session.send('Input.insertText', { text: word });
}

onPage('an input method commits a word and nothing else', async ({ page, context }) => {
  await paste(page, article);
  await form(page);
  const before = await page.locator('.variables li').count();
  const session = await context.newCDPSession(page);
  await page.locator('#env-name').fill('NAME');
  await page.locator('#env-value').focus();
  await compose(page, session, '日本');
  await compose(page, session, '語');
  assert.equal(await page.locator('#env-value').inputValue(), '日本語');
  assert.equal(await page.locator('.variables li').count(), before);
  await page.keyboard.press('Enter');
  assert.match(await result(page), /"value": "日本語"/);
});

onPage('an input method can write in the paste', async ({ page, context }) => {
  await paste(page, '{"family": "a", "containerDefinitions": [{"name": "app", "image": "app:1", "dockerLabels": {"note": ""}}]}');
  const session = await context.newCDPSession(page);
  await page.locator('#paste').press('Control+End');
  for (let step = 0; step < '"}}]}'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await compose(page, session, '毎日');
  await compose(page, session, '実行');
  await page.locator('#paste').blur();
  assert.match(await page.locator('#paste').inputValue(), /"note": "毎日実行"/);
  assert.match(await result(page), /"note": "毎日実行"/);
});
