// Nothing that somebody has put in is lost: not by a paste, not by a button, not by the browser's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { address, dist, fill, form, onPage, paste, pasteByKeys, result, settled, text, withPage } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const permissions = ['clipboard-read', 'clipboard-write'];
const article = fixture('good/article.json');
const minified = fixture('good/minified.json');
// The memory goes along with the CPU.
const edits = ['--cpu', '512', '--memory', '1024', '--image', 'app:7'];
const edited = converted(article, 'en', edits).result;
const uri = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/batch:7';

/** Pastes the article and makes two edits, as a person would. */
async function work(page) {
  await pasteByKeys(page, article);
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await fill(page, '#image-0', 'app:7');
  await page.locator('#lesson-title').click();
  assert.equal(await result(page), edited);
}

/** That nothing of it is lost: by the keys, by the line that offers it, and back again. */
async function comesBack(page, replaced) {
  for (const [undo, redo] of [['Control+z', 'Control+Shift+z'], ['Meta+z', 'Meta+Shift+z']]) {
    await page.keyboard.press(undo);
    await settled(page);
    assert.equal(await result(page), edited);
    await page.keyboard.press(redo);
    await settled(page);
    assert.equal(await page.locator('#paste').inputValue(), replaced);
  }
  await page.locator('#bring-back').click();
  await settled(page);
  assert.equal(await page.locator('#paste').inputValue(), article);
  assert.equal(await result(page), edited);
}

onPage('a paste over a work can be undone, and undone again', { permissions }, async ({ page }) => {
  await work(page);
  await pasteByKeys(page, minified);
  assert.equal(await page.locator('#paste').inputValue(), minified);
  await comesBack(page, minified);
  // What had taken its place is not lost either.
  await page.locator('#bring-back').click();
  assert.equal(await page.locator('#paste').inputValue(), minified);
});

onPage('a paste over all that the box holds, too', { permissions }, async ({ page }) => {
  await work(page);
  await page.locator('#paste').press('Control+a');
  await pasteByKeys(page, minified);
  await page.locator('#paste:not(:focus)').waitFor();
  await comesBack(page, minified);
});

onPage('a paste into the middle of the box is a step of its own', { permissions }, async ({ page }) => {
  await work(page);
  await page.locator('#paste').press('Control+End');
  await page.keyboard.type('  ');
  await settled(page);
  await pasteByKeys(page, '\n');
  await page.locator('#paste:not(:focus)').waitFor();
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('#paste').inputValue(), `${article}  `);
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('#paste').inputValue(), article);
  assert.equal(await result(page), edited);
});

onPage('Clear can be undone, in the box too', async ({ page }) => {
  await page.locator('#example').click();
  await page.locator('#clear').click();
  await page.locator('#paste').click();
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('#paste').inputValue(), article);
  await page.keyboard.press('Control+y');
  assert.equal(await page.locator('#paste').inputValue(), '');
  // What is typed in the box is undone there first.
  await page.keyboard.type('{}');
  await settled(page);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.notEqual(await page.locator('#paste').inputValue(), article);
});

for (const [name, press] of [['Clear', '#clear'], ['the example', '#example']]) {
  onPage(`${name} takes the place of a work and gives it back`, { permissions }, async ({ page }) => {
    await work(page);
    await page.locator(press).click();
    await comesBack(page, press === '#clear' ? '' : article);
  });
}

onPage('a file takes the place of a work and gives it back', { permissions }, async ({ page }) => {
  await work(page);
  await page.locator('#file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(minified) });
  await page.locator('.paste-head', { hasText: 'other.json' }).waitFor();
  await comesBack(page, minified);
  assert.doesNotMatch(await text(page, '.paste-head'), /other/);
});

onPage('an accepted finding comes back', async ({ page }) => {
  await paste(page, article);
  const before = await page.locator('.place').count();
  await page.locator('.place').first().click();
  await page.locator('#accept').click();
  assert.equal(await page.locator('.place').count(), before - 1);
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('.place').count(), before);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await page.locator('.place').count(), before - 1);
});

onPage('after a choice by mouse the keys undo it', async ({ page }) => {
  await paste(page, article);
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  assert.match(await result(page), /"cpu": "512"/);
  await page.locator('#cpu :checked').focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.match(await result(page), /"cpu": "256"/);
});

for (const locale of ['en-US', 'ja-JP']) {
  onPage(`a stray paste is told and changes nothing, ${locale}`, { permissions, locale }, async ({ page }) => {
    await work(page);
    await page.evaluate(() => scrollTo(0, 1000));
    await pasteByKeys(page, uri);
    assert.match(await text(page, '.stray'), locale === 'ja-JP' ? /タスク定義ではない/ : /not a task definition/);
    assert.ok(await page.locator('.stray').evaluate((told) => {
      const { top, bottom } = told.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }));
    assert.equal(await result(page), edited);
    assert.equal(await page.locator('#error').count(), 0);
    await page.locator('#stray-close').click();
    assert.equal(await page.locator('.stray').count(), 0);
    // Who means it can have it, and can have the other back.
    await pasteByKeys(page, uri);
    await page.locator('#stray-use').click();
    await page.locator('#error').waitFor();
    assert.equal(await page.locator('#paste').inputValue(), uri);
    await comesBack(page, uri);
  });
}

onPage('the tour gives the own work back at its end', { permissions }, async ({ page }) => {
  await work(page);
  await page.locator('#view-learn').click();
  await page.locator('#tour').click();
  await page.locator('#why-title:focus').waitFor();
  await page.keyboard.press('n');
  assert.match(await text(page, '#why'), /comes back when the tour ends/);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await page.locator('#why').count(), 0);
  assert.equal(await result(page), edited);
  await form(page);
  assert.ok(await page.locator('#undo').isEnabled());
});

onPage('views are entries of the history, with their names and nothing else', { permissions }, async ({ page }) => {
  await work(page);
  const at = async () => {
    await settled(page);
    const state = await page.evaluate(() => history.state);
    const shown = await page.locator('header nav [aria-current]').getAttribute('id');
    assert.equal(shown, `view-${state}`);
    return state;
  };
  const url = page.url();
  const length = await page.evaluate(() => history.length);
  const seen = [await at()];
  for (const view of ['compare', 'learn', 'convert']) {
    await page.locator(`#view-${view}`).click();
    seen.push(await at());
  }
  assert.deepEqual(seen, ['convert', 'compare', 'learn', 'convert']);
  assert.equal(await page.evaluate(() => history.length), length + 3);
  assert.equal(page.url(), url);
  for (const step of ['goBack', 'goBack', 'goBack', 'goForward']) {
    await page[step]();
    seen.push(await at());
  }
  assert.deepEqual(seen.slice(4), ['learn', 'compare', 'convert', 'compare']);
  // Pasting leads back to the result, and is an entry too.
  await pasteByKeys(page, article);
  assert.equal(await at(), 'convert');
  await page.goBack();
  assert.equal(await at(), 'compare');
});

/** Presses a link to a rule and comes back; the page must be the same one all the time. */
async function toARule(page) {
  await paste(page, article);
  await page.evaluate(() => (globalThis.same = true));
  await page.locator('.place').first().click();
  const before = page.url();
  await page.locator('#why a', { hasText: 'About this rule' }).click();
  await page.locator('.cards article:focus').waitFor();
  assert.equal(page.url().replace(/#.*/, ''), before);
  await page.locator('.cards .id').nth(3).click();
  await page.goBack();
  await page.goBack();
  await page.locator('#lesson').waitFor();
  assert.equal(page.url(), before);
  await page.goForward();
  await page.locator('.cards').waitFor();
  await page.locator('#view-convert').click();
  await page.locator('#lesson').waitFor();
  assert.equal(page.url(), before);
  assert.equal(await page.locator('#paste').inputValue(), article);
  assert.ok(await page.evaluate(() => globalThis.same));
}

for (const at of ['', 'index.html', '?x=1', 'index.html?utm_source=chat']) {
  test(`links within the page load nothing, at /${at}`, () =>
    withPage({ at: new URL(at, address).href }, async ({ page, watch }) => {
      await toARule(page);
      assert.deepEqual(watch.complaints(), []);
    }));
}

test('links within the page load nothing, from a disk', () =>
  withPage({}, async ({ page, watch }) => {
    await watch.load(() => page.goto(pathToFileURL(join(dist, 'taskdef.html')).href));
    await toARule(page);
  }));

onPage('leaving asks if there are edits, and only then', { permissions }, async ({ page }) => {
  const asked = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await work(page);
  const leave = () => page.goto('about:blank', { timeout: 2000 }).catch(() => {});
  await leave();
  assert.deepEqual(asked, ['beforeunload']);
  assert.equal(await result(page), edited);
  await page.locator('#undo').click();
  await page.locator('#undo').click();
  await leave();
  assert.deepEqual(asked, ['beforeunload']);
  assert.equal(page.url(), 'about:blank');
});
