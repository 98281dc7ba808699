// What the other tests rely on: the watch sees what a page must not do, and the browser hinders it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './page.mjs';

/** Does something on the page and gives what the watch says of it. */
async function complaintsAfter(act) {
  return withPage({}, async ({ page, watch }) => {
    assert.deepEqual(watch.complaints(), []);
    await page.evaluate(act);
    await page.waitForTimeout(300);
    return watch.complaints();
  });
}

test('a request after load is seen', async () => {
  const complaints = await complaintsAfter(() => fetch('main.css').then(() => {}));
  assert.match(complaints.join('\n'), /after it had loaded: .*main\.css/);
});

test('an image after load is seen', async () => {
  const complaints = await complaintsAfter(() => {
    new Image().src = 'favicon.svg?late';
  });
  assert.match(complaints.join('\n'), /after it had loaded: .*favicon\.svg/);
});

test('a request to another host is hindered and seen', async () => {
  const complaints = await complaintsAfter(() => fetch('http://127.0.0.1:9/').catch(() => {}));
  assert.match(complaints.join('\n'), /Content Security Policy/);
});

test('an error in the console and a thrown one are seen', async () => {
  const complaints = await complaintsAfter(() => {
    console.error('said');
    setTimeout(() => {
      throw new Error('thrown');
    });
  });
  assert.match(complaints.join('\n'), /console: said/);
  assert.match(complaints.join('\n'), /thrown: thrown/);
});

test('text does not become script', async () => {
  await withPage({}, async ({ page }) => {
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch (error) {
        return error.name;
      }
      return 'allowed';
    });
    assert.equal(refused, 'TypeError');
  });
});

test('no address becomes that of a script', async () => {
  await withPage({}, async ({ page }) => {
    const refused = await page.evaluate(async () => {
      const errorOf = async (act) => {
        try {
          await act();
        } catch (error) {
          return error.name;
        }
        return 'allowed';
      };
      return [
        await errorOf(() => navigator.serviceWorker.register('taskdef.js')),
        // Not even by a policy of the name that boot.js has used.
        await errorOf(() => trustedTypes.createPolicy('worker', { createScriptURL: (url) => url })),
        await errorOf(() => trustedTypes.createPolicy('other', { createScriptURL: (url) => url })),
      ];
    });
    assert.deepEqual(refused, ['TypeError', 'TypeError', 'TypeError']);
  });
});
