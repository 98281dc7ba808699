// Language and colours: the browser's first, a choice is remembered.

import assert from 'node:assert/strict';
import { onPage, paste, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = 'rgb(250, 248, 244)';
const dark = 'rgb(20, 23, 28)';

onPage('Japanese browsers are spoken to in Japanese', { locale: 'ja-JP' }, async ({ page }) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  assert.match(await text(page, 'h1'), /コンソールの JSON を貼り付けると/);
  await paste(page, article);
  assert.match(await text(page, '.verdict'), /登録の前に、確認が 4\s件あります/);
  assert.match(await text(page, '.verdict'), /読み取り専用 5・null 32/);
});

onPage('all others in English', { locale: 'fr-FR' }, async ({ page }) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

onPage('the language changes at once, results too, and is remembered', async ({ page, watch }) => {
  await paste(page, article);
  await page.locator('#lang').selectOption('ja');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  assert.match(await page.title(), /タスク定義/);
  assert.match(await text(page, '.checks'), /アカウント ID/);
  // What is left in English is AWS's own, and says so to screen readers.
  const said = page.locator('main :is(h1, h2, h3, label, summary, p, button):visible');
  const english = (await said.allInnerTexts()).filter((line) => /[a-z]+ [a-z]+ [a-z]+/.test(line));
  assert.deepEqual(english, []);
  await watch.load(() => page.reload({ waitUntil: 'networkidle' }));
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  await page.locator('#lang').selectOption('en');
  await watch.load(() => page.reload({ waitUntil: 'networkidle' }));
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

onPage('an error changes its language too', async ({ page }) => {
  await paste(page, '{"a": ');
  await page.locator('#lang').selectOption('ja');
  assert.match(await text(page, '#error'), /行目で読めなくなりました/);
});

onPage('colours follow the system', { colorScheme: 'dark' }, async ({ page }) => {
  assert.equal(await paper(page), dark);
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await paper(page), light);
});

onPage('or a choice, which is remembered', { colorScheme: 'light' }, async ({ page, watch }) => {
  await page.locator('#theme').selectOption('dark');
  assert.equal(await paper(page), dark);
  await watch.load(() => page.reload({ waitUntil: 'networkidle' }));
  assert.equal(await paper(page), dark);
  assert.equal(await page.locator('#theme').inputValue(), 'dark');
  await page.locator('#theme').selectOption('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await paper(page), light);
  await page.locator('#theme').selectOption('auto');
  assert.equal(await paper(page), dark);
});

onPage('print is light', { colorScheme: 'dark' }, async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  assert.equal(await paper(page), light);
});
