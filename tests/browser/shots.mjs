// Pictures of every state. No test: tests/browser/shots runs it.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, withPage } from './page.mjs';
import { states } from './states.mjs';

const chosen = process.env.SHOTS?.split(' ').filter(Boolean) ?? [];
const folder = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'shots');
const widths = { 390: 844, 820: 1180, 1440: 900 };
const locales = { en: 'en-US', ja: 'ja-JP' };

test('shots', async () => {
  await mkdir(folder, { recursive: true });
  for (const [width, height] of Object.entries(widths)) {
    for (const [lang, locale] of Object.entries(locales)) {
      for (const colorScheme of ['light', 'dark']) {
        const viewport = { width: Number(width), height };
        const names = chosen.length ? chosen : Object.keys(states);
        for (const state of names) {
          await withPage({ viewport, locale, colorScheme }, async ({ page }) => {
            await states[state](page);
            // A window as high as the page: what is outside of one is not painted.
            const whole = await page.evaluate(() => document.documentElement.scrollHeight);
            await page.setViewportSize({ ...viewport, height: whole });
            const path = join(folder, `${state}-${lang}-${colorScheme}-${width}.png`);
            await page.screenshot({ path, fullPage: true });
          });
        }
      }
    }
  }
  console.log(folder);
});
