// axe finds nothing in any state, in either language, in either theme, on a phone and on a desk.

import { accessible, onPage } from './page.mjs';
import { begin, states } from './states.mjs';

const widths = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };

for (const [width, viewport] of Object.entries(widths)) {
  for (const locale of ['en-US', 'ja-JP']) {
    for (const colorScheme of ['light', 'dark']) {
      onPage(`${width}, ${locale}, ${colorScheme}`, { viewport, locale, colorScheme }, async ({ page }) => {
        for (const [state, reach] of Object.entries(states)) {
          await begin(page);
          await reach(page);
          await accessible(page, state);
        }
      });
    }
  }
}

onPage('at 320 px nothing scrolls sideways', { viewport: { width: 320, height: 640 } }, async ({ page }) => {
  for (const [state, reach] of Object.entries(states)) {
    await begin(page);
    await reach(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) throw new Error(`${state}: ${over} px too wide`);
  }
});
