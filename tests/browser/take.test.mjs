// Taking the result away: copy and download.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fill, onPage, paste, plainHost, text } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const { result: wanted } = converted(article);

/** What the clipboard holds, by pasting it into the page's own box as a person would. */
async function clipboard(page) {
  await page.locator('#paste').press('Control+A');
  await page.keyboard.press('Control+V');
  return page.locator('#paste').inputValue();
}

onPage('copy, by the clipboard', { permissions: ['clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  await page.locator('#copy').click();
  await page.locator('.said', { hasText: 'Copied; 1 thing is still to check' }).waitFor();
  assert.equal(await clipboard(page), wanted);
});

onPage('copy on plain http, where there is no clipboard', { host: plainHost }, async ({ page }) => {
  assert.equal(await page.evaluate(() => typeof navigator.clipboard), 'undefined');
  await paste(page, article);
  await page.locator('#copy').click();
  await page.locator('.said', { hasText: 'Copied' }).waitFor();
  // The button keeps the focus: the text that was selected in its stead is gone.
  assert.equal(await page.evaluate(() => document.activeElement.id), 'copy');
  assert.equal(await page.locator('textarea').count(), 1);
  assert.equal(await clipboard(page), wanted);
});

onPage('copy where the browser refuses is no success', async ({ page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    document.execCommand = () => false;
  });
  await paste(page, article);
  await page.locator('#copy').click();
  await page.locator('.said', { hasText: 'did not allow copying' }).waitFor();
});

onPage('what was said of an old copy goes with a new result', async ({ page }) => {
  await paste(page, article);
  await page.locator('#copy').click();
  await page.locator('.said', { hasText: 'Copied' }).waitFor();
  await fill(page, '#cpu', '512');
  await page.locator('.said', { hasText: 'Copied' }).waitFor({ state: 'detached' });
});

onPage('copy the two commands', async ({ page }) => {
  await paste(page, article);
  await page.locator('#copy-commands').click();
  await page.locator('.said', { hasText: 'Copied' }).waitFor();
  assert.match(await clipboard(page), /^aws ecs register-task-definition .*\naws ecs update-service .*\n$/);
});

onPage('download gives the same bytes', async ({ page }) => {
  await paste(page, article);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#download').click(),
  ]);
  assert.equal(download.suggestedFilename(), 'taskdef-update.json');
  assert.equal(await readFile(await download.path(), 'utf8'), wanted);
  assert.match(await text(page, '#result'), /"family"/);
});
