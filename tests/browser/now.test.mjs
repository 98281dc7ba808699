// What now: from the result to a changed job that runs, for how the job is started and registered.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { clipboard, file, form, onPage, paste, settled, text } from './page.mjs';
import { converted, fixture, made, taskdef, wayTo } from './fixtures.mjs';

const article = fixture('good/article.json');
const permissions = ['clipboard-read', 'clipboard-write'];
const STARTERS = ['schedule', 'rule', 'state-machine', 'service', 'hand'];
const ROUTES = ['pipeline', 'taskdef', 'console'];

/** Answers a question by pressing what one sees of the answer. */
async function answer(page, name, value) {
  await page.locator(`label:has([name="${name}"][value="${value}"])`).click();
  await settled(page);
}

/** The steps that are shown, as `taskdef next` tells them. */
async function shown(page) {
  return page.locator('.way > li').evaluateAll((steps) =>
    steps.map((step) => {
      const all = (selector) => [...step.querySelectorAll(selector)].map((one) => one.textContent);
      return {
        id: step.dataset.step,
        title: step.querySelector('h3').textContent,
        texts: all('p:not(.buttons, .clicks)'),
        files: all('.buttons code'),
        commands: all('pre'),
        clicks: all('.clicks b'),
      };
    }),
  );
}

/** The same of the command line's answer. */
function told({ steps }) {
  return steps.map(({ id, title, parts }) => ({
    id,
    title,
    texts: parts.map((part) => part.text).filter((one) => one),
    files: parts.flatMap((part) => part.files),
    commands: parts.filter((part) => part.commands.length).map((part) => part.commands.join('\n')),
    clicks: parts.flatMap((part) => part.clicks),
  }));
}

for (const [locale, lang] of [['en-US', 'en'], ['ja-JP', 'ja']]) {
  onPage(`the steps are those of the command line, for each answer, ${locale}`, { locale }, async ({ page }) => {
    await paste(page, article);
    assert.equal(await page.locator('.way').count(), 0);
    for (const startedBy of STARTERS) {
      await answer(page, 'starter', startedBy);
      for (const route of ROUTES) {
        await answer(page, 'route', route);
        assert.deepEqual(await shown(page), told(wayTo(article, { lang, startedBy, with: route })), `${startedBy} ${route}`);
      }
    }
  });

  onPage(`who does not know what starts it is told how one finds out, ${locale}`, { locale }, async ({ page }) => {
    await paste(page, article);
    await answer(page, 'starter', 'unknown');
    const steps = await shown(page);
    assert.deepEqual(steps, told(wayTo(article, { lang, startedBy: 'unknown', with: 'taskdef' })));
    const commands = steps.flatMap((step) => step.commands).join('\n');
    assert.match(commands, /\[group, startedBy\]/);
    assert.match(commands, /list-rule-names-by-target --target-arn CLUSTER_ARN/);
    assert.match(commands, /taskdef schedules xxxx-dev-xxxx-batch-task/);
  });
}

onPage('how one gets the program is said where a command needs it, and what to pass on', async ({ page }) => {
  await paste(page, article);
  await answer(page, 'starter', 'schedule');
  await answer(page, 'route', 'console');
  assert.equal(await page.locator('.program').count(), 0);
  await answer(page, 'route', 'taskdef');
  assert.match(await text(page, '.program'), /cargo install --locked --path cli/);
  assert.equal(await page.locator('.program a').getAttribute('href'), 'guide/deploy.html');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.pass-on [data-file="summary.md"]').click(),
  ]);
  assert.equal(await readFile(await download.path(), 'utf8'), await file(page, 'summary.md'));
});

onPage('it is asked once: the answer outlives edits, views and another paste', { permissions }, async ({ page }) => {
  await paste(page, article);
  await answer(page, 'starter', 'rule');
  await answer(page, 'route', 'taskdef');
  const isKept = async () => {
    assert.ok(await page.locator('[name="starter"][value="rule"]').isChecked());
    assert.ok(await page.locator('[name="route"][value="taskdef"]').isChecked());
    assert.ok((await page.locator('.way > li').count()) >= 6);
  };
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await settled(page);
  await isKept();
  await page.locator('#view-compare').click();
  await page.locator('#view-convert').click();
  await isKept();
  await page.locator('#lang').selectOption('ja');
  await settled(page);
  await isKept();
  await paste(page, fixture('good/already-registerable.json'));
  await isKept();
  assert.doesNotMatch(page.url(), /rule|taskdef$|#/);
});

onPage('by the keyboard: from the bar to the questions, and a command is copied', { permissions }, async ({ page }) => {
  await paste(page, article);
  await page.locator('#to-now').press('Enter');
  await page.locator('#now-title:focus').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'starter');
  await page.keyboard.press('Space');
  assert.ok(await page.locator('[name="starter"][value="schedule"]').isChecked());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.ok(await page.locator('[name="route"][value="taskdef"]').isChecked());
  const run = page.locator('[data-step="run"]');
  await run.locator('button').press('Enter');
  await run.locator('.said', { hasText: 'Copied' }).waitFor();
  // It is said beside this button, and nowhere else.
  assert.equal(await page.locator('.said:not(:empty)', { hasText: /^Copied$/ }).count(), 1);
  assert.equal(await clipboard(page), await run.locator('pre').textContent());
  assert.match(await clipboard(page), /^taskdef run xxxx-dev-xxxx-batch-task --cluster CLUSTER --like schedule\//);
});

onPage('a press downloads the file, and it is the one of the panel', async ({ page }) => {
  await paste(page, article);
  await answer(page, 'starter', 'rule');
  await answer(page, 'route', 'pipeline');
  const names = await page.locator('.way [data-file]').evaluateAll((all) => all.map((one) => one.dataset.file));
  assert.deepEqual([...new Set(names)].sort(), ['buildspec.yml', 'eventbridge.yml', 'pipeline.yml', 'taskdef-update.json']);
  for (const name of new Set(names)) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`.way [data-file="${name}"]`).first().click(),
    ]);
    assert.equal(download.suggestedFilename(), name);
    assert.equal(await readFile(await download.path(), 'utf8'), await file(page, name), name);
  }
  assert.equal(await file(page, 'eventbridge.yml'), made(article, 'eventbridge', { by: 'rule' }).text);
});

const viewport = { width: 390, height: 844 };
onPage('on a phone it is one press away', { viewport, locale: 'ja-JP' }, async ({ page }) => {
  await paste(page, article);
  assert.equal(await page.locator('#to-now').isVisible(), false);
  await page.locator('#dock-now').click();
  await page.locator('#now-title:focus').waitFor();
  const [title, bar] = [await page.locator('#now-title').boundingBox(), await page.locator('.dock').boundingBox()];
  assert.ok(title.y >= 0 && title.y < bar.y, `${title.y} ${bar.y}`);
  await answer(page, 'starter', 'service');
  await answer(page, 'route', 'console');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} px too wide`);
});

onPage('the console’s own file is named, with what is not known of it', async ({ page }) => {
  await paste(page, article);
  const said = await text(page, '.console-file');
  assert.match(said, /Download AWS CLI input/);
  assert.match(said, /could not see one/);
});

/** What `taskdef convert --report markdown` says. */
function summary(bytes, lang, edits = []) {
  const line = ['convert', '--report', 'markdown', '--lang', lang, ...edits];
  return spawnSync(taskdef, line, { input: bytes, encoding: 'utf8' }).stderr;
}

for (const [locale, lang] of [['en-US', 'en'], ['ja-JP', 'ja']]) {
  onPage(`the summary to pass on is that of the command line, ${locale}`, { locale }, async ({ page }) => {
    const secret = JSON.parse(article);
    secret.containerDefinitions[0].environment = [{ name: 'DB_PASSWORD', value: 'HIDDEN-tr0ub4dor&3' }];
    const bytes = JSON.stringify(secret, null, 2);
    await paste(page, bytes);
    await form(page);
    await page.locator('#env-name').fill('MODE');
    await page.locator('#env-value').fill('HIDDEN-MODE');
    await page.locator('#env-add').click();
    await settled(page);
    const edits = ['--env', 'MODE=HIDDEN-MODE'];
    const shown = await file(page, 'summary.md');
    assert.equal(shown, summary(bytes, lang, edits));
    assert.ok(converted(bytes, lang, edits).result.includes('HIDDEN-MODE'));
    assert.doesNotMatch(shown, /HIDDEN/);
    assert.match(shown, /DB_PASSWORD/);
    assert.match(shown, /\[`plaintext-secret`\]\(https:/);
  });
}

onPage('what is kept stands apart in the summary', async ({ page }) => {
  await paste(page, article);
  assert.doesNotMatch(await file(page, 'summary.md'), /Seen, and kept/);
  await page.locator('[data-rule="placeholder"] .keep').click();
  await settled(page);
  const [open, kept] = (await file(page, 'summary.md')).split('### Seen, and kept as it is (1)');
  assert.doesNotMatch(open, /`placeholder`/);
  assert.match(kept, /`placeholder`/);
});

for (const width of [390, 820, 1440]) {
  onPage(`the tour goes to the end: run once, see the new values, go back, ${width} px`, { viewport: { width, height: 844 } }, async ({ page }) => {
    await page.locator('#tour').click();
    for (let step = 1; step < 7; step += 1) {
      await page.locator('#why-title:focus').waitFor();
      await page.keyboard.press('n');
      await settled(page);
    }
    for (const id of ['starter', 'run', 'see', 'back']) {
      await settled(page);
      await page.locator('#why-title:focus').waitFor();
      const toured = page.locator('[data-toured]');
      assert.equal(await toured.getAttribute('data-step'), id);
      // Both what is explained and its explanation are in sight.
      for (const one of [toured.locator('h3'), page.locator('#why-title')]) {
        const { y } = await one.boundingBox();
        assert.ok(y >= 0 && y < 844, `${id} ${y}`);
      }
      await page.keyboard.press('n');
    }
    await page.keyboard.press('Escape');
    await page.locator('#why').waitFor({ state: 'detached' });
    // Nothing was answered in the person's place.
    assert.equal(await page.locator('.way').count(), 0);
  });
}
