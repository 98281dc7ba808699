// Taking the result away: copy and download.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { clipboard, file, form, onPage, paste, plainHost, text } from './page.mjs';
import { converted, fixture, made } from './fixtures.mjs';

const article = fixture('good/article.json');
const { result: wanted } = converted(article);

onPage('copy, by the clipboard', { permissions: ['clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  await page.locator('#copy').click();
  await page.locator('.said', { hasText: 'Copied; 4 things are still to check' }).waitFor();
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
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await page.locator('.said', { hasText: 'Copied' }).waitFor({ state: 'detached' });
});

const files = {
  'taskdef-update.json': /^\{\n  "executionRoleArn"/,
  'buildspec.yml': /register-task-definition[^]*nothing that runs or names a revision/,
  'policy.json': /"ecs:RegisterTaskDefinition"/,
  'pipeline.yml': /AWS::CodePipeline::Pipeline/,
  'eventbridge.yml': /AWS::Scheduler::Schedule/,
  'commands.sh': /^#!\/bin\/sh\n[^]*taskdef convert taskdef\.json[^]*aws ecs update-service/,
  'summary.md': /^## Task definition `xxxx-dev-xxxx-batch-task`\n/,
};

onPage('each file can be read, copied and downloaded', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  for (const [name, says] of Object.entries(files)) {
    const shown = await file(page, name);
    assert.match(shown, says, name);
    await page.locator('#copy-file').click();
    await page.locator('.take-away .said', { hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(page), shown, name);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#download-file').click(),
    ]);
    assert.equal(download.suggestedFilename(), name);
    assert.equal(await readFile(await download.path(), 'utf8'), shown, name);
  }
});

onPage('the generated files are those of the command line', async ({ page }) => {
  await paste(page, article);
  const kinds = { 'buildspec.yml': 'buildspec', 'policy.json': 'policy', 'pipeline.yml': 'pipeline', 'eventbridge.yml': 'eventbridge' };
  for (const [name, kind] of Object.entries(kinds)) {
    assert.equal(await file(page, name), made(article, kind, {}).text, name);
  }
});

onPage('all of them in one archive', async ({ page }) => {
  await paste(page, article);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#zip').click(),
  ]);
  assert.equal(download.suggestedFilename(), 'taskdef.zip');
  // Python's, which is on every machine that has the AWS CLI of a distribution.
  const read = 'import json,sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))';
  const unpacked = JSON.parse(execFileSync('python3', ['-c', read, await download.path()], { encoding: 'utf8' }));
  assert.deepEqual(Object.keys(unpacked), Object.keys(files));
  for (const name of Object.keys(files)) assert.equal(unpacked[name], await file(page, name), name);
});

onPage('tabs go by arrows', async ({ page }) => {
  await paste(page, article);
  await page.locator('#file-0').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#file-1:focus').waitFor();
  assert.match(await page.locator('#file-text').textContent(), files['buildspec.yml']);
  await page.keyboard.press('End');
  await page.locator('#file-6:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('#file-0:focus').waitFor();
});

onPage('download gives the same bytes', async ({ page }) => {
  await paste(page, article);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#download').click(),
  ]);
  assert.equal(download.suggestedFilename(), 'taskdef-update.json');
  assert.equal(await readFile(await download.path(), 'utf8'), wanted);
  assert.match(await text(page, '#file-text'), /"family"/);
});

onPage('what a deploy moves is nothing, until it is named', async ({ page }) => {
  await paste(page, article);
  assert.equal(await page.locator('#deploy-moves').count(), 0);
  await file(page, 'buildspec.yml');
  assert.equal(await text(page, '#deploy-moves summary'), 'A deploy moves: nothing');
  assert.match(await text(page, '#deploy-moves'), /The deploy only registers\. .* changes\. What is named here moves/s);
  await page.locator('#deploy-moves summary').click();
  await page.locator('#moved-cluster').fill('main');
  await page.locator('#moved-services').fill('web, worker');
  await page.locator('#moved-rules').fill('jobs/nightly');
  await page.locator('#moved-schedules').fill('hourly');
  await page.locator('#deploy-moves summary', { hasText: 'web, worker, jobs/nightly, hourly' }).waitFor();
  const named = { cluster: 'main', services: ['web', 'worker'], rules: ['jobs/nightly'], schedules: ['hourly'] };
  const kinds = { 'buildspec.yml': 'buildspec', 'policy.json': 'policy', 'pipeline.yml': 'pipeline' };
  const check = async (options) => {
    for (const [name, kind] of Object.entries(kinds)) {
      assert.equal(await file(page, name), made(article, kind, options).text, name);
    }
  };
  await check(named);
  // Another view, another panel and an edit keep it.
  await page.locator('#view-learn').click();
  await page.locator('#view-convert').click();
  await form(page);
  await page.locator('#panel-take-away').click();
  await check(named);
  // It goes with its text, and comes back with it.
  await page.locator('#clear').click();
  await paste(page, article.replace('"cpu": "256"', '"cpu": "512"'));
  await file(page, 'buildspec.yml');
  assert.equal(await text(page, '#deploy-moves summary'), 'A deploy moves: nothing');
  await page.locator('#bring-back').click();
  await check(named);
});
