import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenApp, projectRoot } from './app.ts';

const axeSource = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe-core finds wrong with the page as it stands, one line each; of an open dialog only what is in it, for the
 * page behind was looked at before. `colours`: contrast alone, where the rest is known to be as in the other theme.
 */
export async function violations(page: Page, colours = false): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's own policy refuses.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const results = await page.evaluate((contrastOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Node, options: unknown): Promise<AxeResults> };
    };
    return axe.run(document.querySelector('dialog[open]') ?? document, {
      resultTypes: ['violations'],
      ...(contrastOnly ? { runOnly: ['color-contrast'] } : {}),
    });
  }, colours);
  return results.violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${impact} ${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/**
 * Pictures of the window in both themes at a laptop’s and a desk’s size, and axe on each theme. `place` puts right
 * what another size moves, such as how far the page is scrolled.
 */
export async function look(
  { page, screenshot }: OpenApp,
  name: string,
  place?: () => Promise<unknown>,
): Promise<void> {
  // Where the pointer happens to rest must not light up a row.
  await page.mouse.move(1, 1);
  const found: string[] = [];
  // Another size is dear and another theme cheap; what is left at the end is the window as it was found.
  for (const [width, height, themes] of [
    [1920, 1080, ['light', 'dark']],
    [1280, 800, ['dark', 'light']],
  ] as const) {
    await page.setViewportSize({ width, height });
    await place?.();
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await settled(page);
      await screenshot(`${name}-${width}-${theme}`);
      if (width === 1280)
        found.push(...(await violations(page, theme === 'dark')).map((line) => `${theme}: ${line}`));
    }
  }
  expect(found, name).toEqual([]);
}

/** Two frames after the last change of size or theme, and after every movement has ended. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
