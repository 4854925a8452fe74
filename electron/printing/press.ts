import type { BrowserWindow, WebContents } from 'electron';
import { OwnerError } from '../../shared/result.ts';
import type { PrintJob } from '../../shared/views/prints.ts';
import { log } from '../log.ts';
import { openPressWindow } from './press-window.ts';

/** A document that is laid out, waiting in the hidden window to be printed. */
export interface Laid {
  readonly contents: WebContents;
  readonly pages: number;
  /**
   * The window outlives a stop until `work` has settled. Electron makes PDFs one after another, and an older one waits
   * for ever for one whose window was taken away: no other would be made until the app is started again.
   */
  readonly until: <Answer>(work: Promise<Answer>) => Promise<Answer>;
}

interface Run {
  readonly job: PrintJob;
  readonly progress: (done: number, total: number) => void;
  readonly ready: (pages: number) => void;
  readonly failed: (why: string) => void;
}

/** How long the hidden window may be silent, in ms: laying out the longest document takes a fraction of it. */
const PATIENCE = 60_000;

let current: Run | null = null;

function currentRun(): Run {
  if (current === null) throw new OwnerError('invalid', 'Nothing is being printed.');
  return current;
}

/** What the hidden window asks and says. */
export const pressed = {
  job: (): PrintJob => currentRun().job,
  progress: (done: number, total: number) => currentRun().progress(done, total),
  ready: (pages: number) => currentRun().ready(pages),
  failed: (why: string) => currentRun().failed(why),
};

/**
 * Lays `job` out in a hidden window and hands it to `use`; the window goes when this settles, whatever came. A stop
 * ends it at once; a window that crashes, fails or falls silent ends it with a message.
 */
export async function withPress<Answer>(
  job: PrintJob,
  { tell, stop }: { readonly tell: (done: number, total: number) => void; readonly stop: AbortSignal },
  use: (laid: Laid) => Promise<Answer>,
): Promise<Answer> {
  stop.throwIfAborted();
  const window = openPressWindow();
  let end: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  const stopped = () => end(stop.reason as Error);
  stop.addEventListener('abort', stopped);
  let held: Promise<unknown> = Promise.resolve();
  window.once('closed', () => end(broken()));
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    log(`the press went: ${reason}`);
    held = Promise.resolve();
    end(broken());
  });
  const until: Laid['until'] = (work) => {
    held = Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
    return work;
  };
  const silence = patience(() => end(broken()));
  try {
    const laid = new Promise<Laid>((resolve) => {
      current = {
        job,
        progress: (done, total) => {
          silence.again();
          tell(done, total);
        },
        ready: (pages) => {
          silence.over();
          resolve({ contents: window.webContents, pages, until });
        },
        failed: (why) => {
          log(`the press failed: ${why}`);
          end(broken());
        },
      };
    });
    return await Promise.race([laid.then(use), ended]);
  } finally {
    silence.over();
    current = null;
    stop.removeEventListener('abort', stopped);
    void held.catch(() => undefined).then(() => close(window));
  }
}

/** Destroyed rather than closed: nothing in it may hold it open. */
function close(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.destroy();
}

const broken = () =>
  new OwnerError(
    'conflict',
    'The pages could not be drawn. Nothing was printed and nothing was saved; try again, with fewer at once if there were many.',
  );

function patience(over: () => void) {
  let timer = setTimeout(over, PATIENCE);
  return {
    again: () => {
      clearTimeout(timer);
      timer = setTimeout(over, PATIENCE);
    },
    over: () => clearTimeout(timer),
  };
}
