// The states that the page can be in, and how a person comes there.

import { file, fill, form, paste } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const clean = fixture('good/already-registerable.json');
const several = JSON.stringify(
  {
    family: 'nightly-report',
    cpu: 256,
    containerDefinitions: [
      { name: 'app', image: '<IMAGE1_NAME>', enviroment: [{ name: 'MODE', value: 'daily' }] },
      { name: 'log', image: 'log:1', cpu: '0', newField: { a: 1 }, environment: [{ name: 'A' }] },
    ],
    revision: 3,
    ipcMode: null,
  },
  null,
  2,
);

/** What a build printed, in which the AWS CLI refuses a null. */
export const parameterLog = `[Container] 2026/11/29 18:00:03.120000 Running command aws ecs register-task-definition --cli-input-json file://taskdef.json

Parameter validation failed:
Invalid type for parameter containerDefinitions[0].logConfiguration.secretOptions, value: None, type: <class 'NoneType'>, valid types: <class 'list'>, <class 'tuple'>

[Container] 2026/11/29 18:00:05.884000 Command did not exit successfully, exit status 252 (request id 5f3c0e9b-1111-4222-8333-444455556666)`;

/** A definition with so many containers, of which the eighth has a placeholder. */
export function many(count) {
  const containerDefinitions = Array.from({ length: count }, (_, at) => ({
    name: `app-${at}`,
    image: at === 7 ? '<IMAGE1_NAME>' : 'app:1',
    memory: 128,
    essential: true,
    environment: [{ name: 'MODE', value: 'daily' }],
    ulimits: null,
    user: null,
  }));
  return JSON.stringify({ family: 'many', containerDefinitions, revision: 3 }, null, 2);
}

/** Pastes beside every field; a page that was not permitted to use the clipboard takes it as well. */
async function pasteText(page, json) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, json);
}

/** Leaves whatever state the page is in. */
export async function begin(page) {
  if (await page.locator('#stray-close').count()) await page.locator('#stray-close').click();
  await page.locator('#view-convert').click();
  await paste(page, '');
}

/** Each state by its name. */
export const states = {
  empty: async () => {},
  clean: (page) => paste(page, clean),
  result: (page) => paste(page, article),
  reason: async (page) => {
    await paste(page, article);
    await page.locator('.place:visible').last().click();
  },
  line: async (page) => {
    await paste(page, article);
    await page.locator('#show-all').click();
    await page.locator('.row', { hasText: '"cpu": "256"' }).locator('[role="button"]').click();
    await page.locator('#why .member').waitFor();
  },
  edited: async (page) => {
    await paste(page, article);
    await form(page);
    await page.locator('#cpu label', { hasText: /^1$/ }).click();
    await fill(page, '#image-0', 'registry.example.com/batch:7');
    await page.locator('#env-name').fill('DB_PASSWORD');
    await page.locator('#env-value').fill('tr0ub4dor&3');
    await page.locator('#env-add').click();
    await page.locator('.more summary').click();
    await page.locator(':is(#copy, #dock-copy):visible').click();
    await page.locator('.said:not(:empty):visible').first().waitFor();
  },
  buildspec: async (page) => {
    await paste(page, article);
    await file(page, 'buildspec.yml');
  },
  findings: (page) => paste(page, several),
  mended: (page) => paste(page, fixture('good/mended-everything-at-once.txt')),
  error: (page) => paste(page, '{\n  "family": "nightly-report",\n  "cpu": "256" "memory" "512"\n}'),
  blanks: async (page) => {
    await paste(page, article);
    await page.locator('#fill').click();
    await page.locator('#blank-0').waitFor();
  },
  'all-checks': async (page) => {
    await paste(page, several);
    // On a desk they are all in sight.
    if (await page.locator('#dock-checks').isVisible()) await page.locator('#dock-checks').click();
  },
  'an-arn': (page) => paste(page, fixture('refused/arn.txt')),
  'an-error': (page) => paste(page, fixture('refused/aws-error.txt')),
  'two-documents': (page) => paste(page, `${clean}\n${clean}`),
  'learn-mine': async (page) => {
    await paste(page, article);
    await page.locator('#view-learn').click();
    await page.locator('.course a[href="#group=mine"]').click();
    await page.locator('[id="rule=read-only-field"]').waitFor();
  },
  'learn-link': async (page) => {
    await page.locator('#view-learn').click();
    await page.locator('.course a[href="#group=first"]').click();
    await page.locator('[data-link^="rule="]').first().click();
    await page.locator('article .said:not(:empty)').waitFor();
  },
  'many-containers': async (page) => {
    await paste(page, many(60));
    await form(page);
    await page.locator('.edit .groups button').nth(1).click();
  },
  stale: async (page) => {
    await paste(page, article);
    await paste(page, article.replace('"cpu": "256"', '"cpu": "256'));
  },
  stray: async (page) => {
    await paste(page, article);
    await pasteText(page, 'app:1');
    await page.locator('.stray').waitFor();
  },
  cleared: async (page) => {
    await paste(page, article);
    await page.locator('#clear').click();
  },
  'tour-over-work': async (page) => {
    await paste(page, clean);
    await page.locator('#view-learn').click();
    await page.locator('#tour').click();
  },
  tour: async (page) => {
    await page.locator('#tour').click();
    await page.locator('#tour-next').click();
  },
  now: async (page) => {
    await paste(page, article);
    await page.locator('label:has([name="starter"][value="schedule"])').click();
    await page.locator('label:has([name="route"][value="pipeline"])').click();
  },
  'now-unknown': async (page) => {
    await paste(page, article);
    await page.locator('label:has([name="starter"][value="unknown"])').click();
    await page.locator('.console-file summary').click();
  },
  'tour-now': async (page) => {
    await page.locator('#tour').click();
    for (let step = 1; step < 8; step += 1) await page.locator('#tour-next').click();
  },
  summary: async (page) => {
    await paste(page, article);
    await file(page, 'summary.md');
  },
  many: (page) => paste(page, many(30)),
  compare: async (page) => {
    await paste(page, article);
    await page.locator('#view-compare').click();
    await fill(page, '#old', article);
    const other = article.replace('"cpu": "256"', '"cpu": "512"').replace(/ *"taskRoleArn".*\n/, '');
    await fill(page, '#new', other.replace('"environment": []', '"environment": [{"name": "MODE", "value": "x"}]'));
  },
  learn: async (page) => {
    await page.locator('#view-learn').click();
    await fill(page, '#search', 'secret');
    await page.locator('.cards summary').first().click();
  },
  course: async (page) => {
    await paste(page, article);
    await page.locator('#view-learn').click();
    await page.locator('.course a[href="#group=first"]').click();
    await fill(page, '#search', '');
    await fill(page, '#told', '');
  },
  'course-words': async (page) => {
    await page.locator('#view-learn').click();
    await page.locator('.course a[href="#group=words"]').click();
    await page.locator('[id="word=revision"]').waitFor();
  },
  'course-fields': async (page) => {
    await page.locator('#view-learn').click();
    await fill(page, '#search', 'networkMode');
  },
  'what-aws-said': async (page) => {
    await paste(page, article);
    await page.locator('#view-learn').click();
    await fill(page, '#told', parameterLog);
    await page.locator('.told .to-line').first().waitFor();
  },
  exercise: async (page) => {
    await page.locator('#view-learn').click();
    await fill(page, '#told', '');
    await page.locator('.course a[href="#exercise=fargate-task"]').click();
    const answer = await page.locator('#answer').inputValue();
    await fill(page, '#answer', answer.replace('"bridge"', '"awsvpc"'));
    await page.locator('.faults summary').nth(1).click();
  },
  'exercise-done': async (page) => {
    await page.locator('#view-learn').click();
    await fill(page, '#told', '');
    await page.locator('.course a[href="#exercise=console-copy"]').click();
    await page.locator('.solution summary').click();
    await fill(page, '#answer', await page.locator('.solution pre').textContent());
    await page.locator('#next-exercise').waitFor();
  },
  'a-word': async (page) => {
    await paste(page, article);
    await page.locator('#lesson [data-mark="gone"] .over').first().click();
    await page.locator('#why .word').first().click();
  },
  refused: (page) => paste(page, fixture('refused/cloudformation-template.json')),
};
