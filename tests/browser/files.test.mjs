// Files, dropped or opened: their bytes are read strictly, and an encoding that can't be read is
// named.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { onPage, paste, result, settled, text } from './page.mjs';
import { converted, fixture, fixturePath } from './fixtures.mjs';

/** Drops a file on the page, as a browser does when a person lets it go there. */
async function drop(page, bytes, where = '#paste') {
  const data = await page.evaluateHandle((values) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(values)], 'taskdef.json'));
    return transfer;
  }, [...bytes]);
  const over = await page.locator(where).evaluate((place, dataTransfer) => {
    const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    return place.dispatchEvent(event);
  }, data);
  assert.equal(over, false, 'the page must say that files may be dropped');
  await page.locator(where).dispatchEvent('drop', { dataTransfer: data });
}

const open = (page, name) => page.locator('#file').setInputFiles(fixturePath(name));

onPage('a dropped file is converted', async ({ page }) => {
  const bytes = readFileSync(fixturePath('good/article.json'));
  await drop(page, bytes);
  await page.locator('#lesson').waitFor();
  assert.equal(await result(page), converted(bytes).result);
});

onPage('a file may be dropped anywhere, also on a result', async ({ page }) => {
  await paste(page, fixture('good/article.json'));
  const bytes = readFileSync(fixturePath('good/minified.json'));
  await drop(page, bytes, '#lesson');
  await page.waitForFunction((wanted) => document.querySelector('#file-text')?.textContent === wanted, converted(bytes).result);
});

for (const name of ['good/mended-utf-16le.json', 'good/mended-utf-16be.json', 'good/mended-byte-order-mark.json', 'good/mended-crlf.json']) {
  onPage(`${name} is read, and told as mended`, async ({ page }) => {
    await open(page, name);
    await page.locator('#lesson').waitFor();
    const wanted = converted(readFileSync(fixturePath(name)));
    assert.equal(await result(page), wanted.result);
    const { mendings } = JSON.parse(wanted.json);
    assert.ok(mendings.length > 0);
    assert.equal(await page.locator('.mended li').count(), mendings.length);
  });
}

const refused = {
  'broken/shift-jis.json': /Shift_JIS/,
  'broken/windows-1252.json': /UTF-8/,
  'broken/surrogate-bytes.json': /UTF-8/,
};
for (const [name, says] of Object.entries(refused)) {
  onPage(`${name} is not garbled but refused by name`, async ({ page }) => {
    await paste(page, fixture('good/article.json'));
    await open(page, name);
    await page.locator('#error').waitFor();
    assert.match(await text(page, '#error'), says);
    // The text stays, and typing in it shows its own result again.
    assert.equal(await page.locator('#paste').inputValue(), fixture('good/article.json'));
    await page.locator('#paste').press('Control+End');
    await page.keyboard.type(' ');
    await settled(page);
    assert.equal(await page.locator('#error').count(), 0);
  });
}

onPage('a picture is no task definition', async ({ page }) => {
  await drop(page, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xd8]);
  await page.locator('#error').waitFor();
  assert.equal(await page.locator('#paste').inputValue(), '');
});

onPage('the same file can be opened twice', async ({ page }) => {
  await open(page, 'good/article.json');
  await page.locator('#lesson').waitFor();
  await page.locator('#clear').click();
  await open(page, 'good/article.json');
  await page.locator('#lesson').waitFor();
});
