import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { Result } from '../../shared/result.ts';
import type { PrintWhat } from '../../shared/views/prints.ts';
import { median } from './starts.ts';

const ROUNDS = 7;
const flags = (process.env.EVENHAND_ELECTRON_FLAGS ?? '').split(' ').filter(Boolean);

export interface SummaryPdf {
  /** Milliseconds from asking for a client's summary to its PDF on disk, as against those of an empty page's. */
  readonly ms: number;
  readonly emptyMs: number;
}

/** Saves the summary of a client of the sample as a PDF, and an empty page, in turn, in one running app. */
export async function summaryPdf(folder: string, today: string): Promise<SummaryPdf> {
  const target = join(folder, 'summary.pdf');
  const app = await _electron.launch({
    executablePath: process.env.EVENHAND_ELECTRON ?? '',
    args: [...flags, '-r', join(process.cwd(), 'test', 'e2e', 'dialogs.cjs'), process.cwd(), '--sample'],
    env: {
      ...(process.env as Record<string, string>),
      EVENHAND_USER_DATA: join(folder, 'printing'),
      EVENHAND_TODAY: today,
      EVENHAND_LOCALE: 'en-GB',
      EVENHAND_TEST_DIALOGS: JSON.stringify({ save: target, message: 'Replace' }),
    },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.documentElement.dataset.painted === 'true');
    const what: PrintWhat = { kind: 'client summary', version: 'me', clientIds: [1], all: false };
    const times: { summary: number; empty: number }[] = [];
    // The first of each loads what later ones find loaded.
    for (let round = 0; round <= ROUNDS; round++) {
      rmSync(target, { force: true });
      const summary = await page.evaluate(async (asked) => {
        const begun = performance.now();
        const answer = (await window.evenhand.call('prints.savePdf', {
          what: asked,
          keep: false,
        })) as Result<unknown>;
        if (!answer.ok) throw new Error(answer.error.message);
        return performance.now() - begun;
      }, what);
      if (!existsSync(target)) throw new Error('no PDF was saved');
      const empty = await app.evaluate(async ({ BrowserWindow }) => {
        const begun = performance.now();
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
        await window.loadURL('about:blank');
        await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
        window.destroy();
        return performance.now() - begun;
      });
      if (round > 0) times.push({ summary, empty });
    }
    return {
      ms: median(times.map((time) => time.summary)),
      emptyMs: median(times.map((time) => time.empty)),
    };
  } finally {
    await app.close();
  }
}
