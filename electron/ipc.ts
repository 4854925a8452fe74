import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { OwnerError, type Result } from '../shared/result.ts';
import { failure } from './failure.ts';
import { log } from './log.ts';
import { ORIGIN } from './protocol.ts';
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
        if (!isOurWindow(event) || typeof command !== 'string') {
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

function isOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  const window = mainWindow();
  return (
    frame !== null && window !== null && frame === window.webContents.mainFrame && frame.origin === ORIGIN
  );
}
