// Three people, each from the paste to what they came for.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { clipboard, file, fill, form, onPage, pasteByKeys, settled, text } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const permissions = ['clipboard-read', 'clipboard-write'];
const container = 'xxxx-dev-xxxx-batch-container';

onPage("the article's author repeats the article", { locale: 'ja-JP', permissions }, async ({ page }) => {
  await pasteByKeys(page, article);
  assert.match(await text(page, '.verdict'), /読み取り専用 5・null 32・空のリスト 5/);
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await page.locator('#memory').selectOption('2048');
  await fill(page, '#image-0', '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/batch:1');
  await page.locator('#env-name').fill('XXX_XXX_TEST_TEST');
  await page.locator('#env-value').fill('test');
  await page.locator('#env-add').click();
  const edits = ['--cpu', '512', '--memory', '2048', '--image', '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/batch:1', '--env', 'XXX_XXX_TEST_TEST=test'];
  const { result } = converted(article, 'ja', edits);
  assert.equal(await file(page, 'taskdef-update.json'), result);
  await page.locator('#copy').click();
  await page.locator('.bar .said:not(:empty)').waitFor();
  assert.equal(await clipboard(page), result);
  const buildspec = await file(page, 'buildspec.yml');
  assert.match(buildspec, /aws ecs register-task-definition[^]*nothing that runs or names a revision/);
  assert.match(await file(page, 'policy.json'), /iam:PassRole/);
});

onPage('a newcomer leaves <IMAGE1_NAME> in, and is told', { permissions }, async ({ page }) => {
  await pasteByKeys(page, article);
  await page.locator('.place', { hasText: 'IMAGE1_NAME' }).click();
  const why = await text(page, '#why');
  assert.match(why, /CodeDeploy/);
  await page.locator('#to-field').click();
  await page.locator('#image-0:focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('registry.example.com/batch:7');
  await settled(page);
  assert.doesNotMatch(await text(page, '.checks'), /IMAGE1_NAME/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()]);
  const taken = await readFile(await download.path(), 'utf8');
  assert.equal(taken, converted(article, 'en', ['--image', `${container}=registry.example.com/batch:7`]).result);
});

onPage('someone has a password in the environment', { permissions }, async ({ page }) => {
  const definition = JSON.parse(article);
  definition.containerDefinitions[0].environment = [
    { name: 'TZ', value: 'Asia/Tokyo' },
    { name: 'DB_PASSWORD', value: 'tr0ub4dor&3' },
  ];
  await pasteByKeys(page, JSON.stringify(definition, null, 2));
  await page.locator('.place', { hasText: 'DB_PASSWORD' }).click();
  assert.match(await text(page, '#why'), /stay in every revision/);
  assert.doesNotMatch(await text(page, '#lesson'), /tr0ub4dor/);
  await page.locator('#fix').click();
  await settled(page);
  const taken = await file(page, 'taskdef-update.json');
  assert.doesNotMatch(taken, /tr0ub4dor/);
  const [app] = JSON.parse(taken).containerDefinitions;
  assert.deepEqual(app.environment, [{ name: 'TZ', value: 'Asia/Tokyo' }]);
  assert.deepEqual(app.secrets.at(-1), { name: 'DB_PASSWORD', valueFrom: '/xxxx-dev-xxxx-batch-task/DB_PASSWORD' });
  assert.doesNotMatch(await text(page, '.checks'), /DB_PASSWORD/);
  // What was pressed can be taken back.
  await page.locator('#show-all').focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.match(await text(page, '.checks'), /DB_PASSWORD/);
});
