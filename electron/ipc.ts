import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { OwnerError, type Result } from '../shared/result.ts';
import { failure } from './failure.ts';
import { log } from './log.ts';
import { pressWindow } from './printing/press-window.ts';
import { ORIGIN } from './protocol.ts';
import { mayAsk, type Sender } from './senders.ts';
import { mainWindow } from './window.ts';

/** Parses a command's input and runs it; throws what went wrong. */
export type Answer = (command: string, input: unknown) => Promise<unknown>;

/**
 * The only door from the window: check the sender, then let `answer` parse and run, and give a Result. It always
 * answers, though not before the house behind it stands and the first ledger was opened, or found unusable.
 */
export function setupIpc(house: Promise<Answer>): void {
  ipcMain.handle(
    'evenhand:call',
    async (event, command: unknown, input: unknown): Promise<Result<unknown>> => {
      try {
        if (typeof command !== 'string' || !mayAsk(senderOf(event), command)) {
          throw new OwnerError('invalid', 'This window may not ask for that.');
        }
        const answer = await house;
        return { ok: true, value: await answer(command, input) };
      } catch (error) {
        if (!(error instanceof OwnerError)) log(`command ${String(command)}`, error);
        return { ok: false, error: failure(error) };
      }
    },
  );
}

function senderOf({ senderFrame: frame }: IpcMainInvokeEvent): Sender | null {
  if (frame === null || frame.origin !== ORIGIN) return null;
  if (frame === mainWindow()?.webContents.mainFrame) return 'window';
  return frame === pressWindow()?.webContents.mainFrame ? 'press' : null;
}
