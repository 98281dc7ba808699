// What is pasted, dropped or opened in place of a task definition: it is named, and the next step is
// one press away.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clipboard, fill, onPage, paste, result, settled, text } from './page.mjs';
import { fixture, fixturePath } from './fixtures.mjs';

const article = fixture('good/article.json');
const small = '{"family": "small", "containerDefinitions": [{"name": "app", "image": "app:1", "memory": 64}]}';

/** Lets go of files over the page. */
async function drop(page, ...files) {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, bytes] of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files.map(([name, bytes]) => [name, [...bytes]]));
  await page.locator('.page').dispatchEvent('drop', { dataTransfer: data });
}

const texts = {
  'a picture': { png: 'refused/picture.png', en: /PNG image/, ja: /テキストファイルではありません（PNG 画像）。/ },
  'an ARN': { paste: fixture('refused/arn.txt'), en: /this is an ARN/i, ja: /ARN です/ },
  'a command': { paste: fixture('refused/command.txt'), en: /this is a command/i, ja: /コマンドそのもの/ },
  'an error of AWS': { paste: fixture('refused/aws-error.txt'), en: /this is an error of AWS/i, ja: /AWS のエラーメッセージ/ },
  'a web page': { paste: fixture('refused/html-page.txt'), en: /web page/, ja: /Web ページ/ },
  Terraform: { paste: 'resource "aws_ecs_task_definition" "a" {\n  family = "batch"\n}', en: /Terraform/, ja: /Terraform/ },
  'two documents': { paste: `${small}\n${article}`, en: /second document/, ja: /2 つ目の JSON/ },
};

for (const [lang, locale] of [['en', 'en-US'], ['ja', 'ja-JP']]) {
  onPage(`each is named, in whole sentences without an option of the command line, ${locale}`, { locale }, async ({ page }) => {
    for (const [name, { png, paste: pasted, ...says }] of Object.entries(texts)) {
      await paste(page, '');
      if (png) await drop(page, ['picture.png', readFileSync(fixturePath(png))]);
      else await paste(page, pasted);
      await page.locator('#error').waitFor();
      const said = await text(page, '#error > p');
      assert.match(said, says[lang], name);
      assert.match(said, /[.。]$/, name);
      assert.doesNotMatch(said, /--lines|--image|taskdef /, name);
      assert.ok((await page.locator('#error :is(button, .button)').count()) > 0, `${name} has no next step`);
    }
  });
}

onPage('an ARN has its command filled in, to copy', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await paste(page, fixture('refused/arn.txt'));
  const command = 'aws ecs describe-task-definition --task-definition batch:5 --region eu-west-1';
  assert.equal(await text(page, '#command'), command);
  await page.locator('#copy-command').click();
  await page.locator('.command .said:not(:empty)').waitFor();
  assert.equal(await clipboard(page), command);
});

onPage('an error of AWS leads to its rule, also by the search', async ({ page }) => {
  await paste(page, fixture('refused/aws-error.txt'));
  await page.locator('#error a.button').click();
  await page.locator('[id="rule=container-without-image"]:focus').waitFor();
  await fill(page, '#search', 'botocore.exceptions: Container.name should not be null or empty. RequestId: 1');
  assert.deepEqual(await page.locator('.cards article').evaluateAll((all) => all.map((one) => one.id)), ['rule=container-without-name']);
});

onPage('of two documents the first is converted, or both are compared', async ({ page }) => {
  await paste(page, `${small}\n${article}`);
  await page.locator('#first-alone').click();
  assert.match(await result(page), /"family": "small"/);
  await page.locator('#show-all').or(page.locator('#copy')).first().focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  await page.locator('#compare-both').click();
  assert.match(await page.locator('#old').inputValue(), /"small"/);
  assert.match(await page.locator('#new').inputValue(), /xxxx-dev/);
  assert.match(await text(page, '#compared'), /\d+ differences/);
});

onPage('two files are compared', async ({ page }) => {
  await drop(page, ['a.json', Buffer.from(small)], ['b.json', Buffer.from(article)]);
  await page.locator('#compared').waitFor();
  assert.match(await page.locator('#old').inputValue(), /"small"/);
  await page.locator('#view-convert').click();
  await page.locator('#file').setInputFiles([fixturePath('good/article.json'), fixturePath('good/minified.json')]);
  await page.locator('#compared').waitFor();
});

onPage('a file in another encoding is read by one press', async ({ page }) => {
  await page.locator('#file').setInputFiles(fixturePath('broken/shift-jis.json'));
  await page.locator('#error').waitFor();
  await page.locator('#decode', { hasText: 'Read it as Shift_JIS' }).click();
  await page.locator('#lesson').waitFor();
  assert.match(await page.locator('#paste').inputValue(), /[ぁ-んァ-ン一-龠]/);
});

onPage('an address that names no rule says so', async ({ page, watch }) => {
  await watch.load(async () => {
    await page.goto('about:blank');
    await page.goBack();
    await page.evaluate(() => { location.hash = '#rule=nope'; });
  });
  await page.locator('.learn [role="alert"]', { hasText: 'nothing named nope' }).waitFor();
});

onPage('the line where reading stopped is shown as it is, a secret on it is not', async ({ page }) => {
  await paste(page, small.replace('"app:1",', '"app:1" x'));
  assert.match(await text(page, '#error pre'), /"image": "app:1" x/);
  await paste(page, small.replace('"memory"', '"environment": [{"name": "DB_PASSWORD", "value": "tr0ub4dor&3" x}], "memory"'));
  assert.match(await text(page, '#error pre'), /\*\*\*\*/);
  assert.doesNotMatch(await text(page, '#error'), /tr0ub4dor/);
});

const mends = {
  'a comma': [small.replace('"small",', '"small";'), 'Replace ; there with ,'],
  'a colon': [small.replace('"family":', '"family"'), 'Insert : there'],
  'a quote': [`{\n"family": "small,\n${small.slice(small.indexOf('"containerD'))}`, 'Insert " there'],
  'the quote of a key': [small.replace('"family"', 'amily"'), 'Replace amily there with "family'],
  'a stray quote': [small.replace('"small",', '"small"",'), 'Remove " there'],
  'brackets at the end': [small.slice(0, -3), 'Insert }]} there'],
  'an end in the middle of a value': [`${small.slice(0, -3)},\n"image": "app`, 'Leave out what is cut off, and close with }]}'],
  'a bracket of the other kind': [small.replace('}]}', '}}}'), 'Replace } there with ]'],
  'inner quotes': [small.replace('"app:1",', '"app:1",\n"command": ["say "hi" to"],\n'), 'Write the inner quotes as \\"'],
  'a bracket that closes too early': [small.replace('"small",', '"small"},'), 'Remove } there'],
};
for (const [name, [pasted, label]] of Object.entries(mends)) {
  onPage(`one press mends ${name}, and can be undone`, async ({ page }) => {
    await paste(page, pasted);
    assert.equal(await text(page, '#mend'), label);
    await page.locator('#mend').click();
    await page.locator('#lesson').waitFor();
    assert.match(await result(page), /"family": "small"/);
    await page.locator('#copy').focus();
    await page.keyboard.press('Control+z');
    await page.locator('#mend').waitFor();
    assert.equal(await page.locator('#paste').inputValue(), pasted);
  });
}

onPage('what has no plain mend has no button for it, and one panel counts in one way', { locale: 'ja-JP' }, async ({ page }) => {
  await paste(page, '{"family": ]}');
  await page.locator('#error').waitFor();
  assert.equal(await page.locator('#mend').count(), 0);
  await paste(page, fixture('broken/stray-quote.json'));
  const said = await text(page, '#error');
  assert.match(said, /\d+ 行目 \d+ 列目/);
  assert.doesNotMatch(said, /文字目|\d+ 行 /);
  assert.match(await text(page, '#error > p'), /。$/);
});
