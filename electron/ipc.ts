import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CommandName, contract, type Output, type Parsed } from '../shared/contract.ts';
import { OwnerError, type Result } from '../shared/result.ts';
import { failure } from './desk.ts';
import { log } from './log.ts';
import { ORIGIN } from './protocol.ts';
import { mainWindow } from './window.ts';

/** What answers each command, after its input was parsed. */
export type Handlers = {
  readonly [Name in CommandName]: (input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

/**
 * The only door from the window: check the sender, parse the input, run, answer a Result. It always answers, and
 * never before the first ledger was opened or found to be unusable (`ready`).
 */
export function setupIpc(handlers: Handlers, ready: Promise<void>): void {
  ipcMain.handle(
    'evenhand:call',
    async (event, command: unknown, input: unknown): Promise<Result<unknown>> => {
      try {
        if (!isOurWindow(event)) return refused('This window may not ask for anything.');
        if (typeof command !== 'string' || !Object.hasOwn(contract, command))
          return refused('There is no such command.');
        await ready;
        return { ok: true, value: await run(command as CommandName, input, handlers) };
      } catch (error) {
        const { message, code, field } = failure(error);
        if (code === 'bug') log(`command ${String(command)}`, error);
        return { ok: false, error: { code, message, ...(field === undefined ? {} : { field }) } };
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

const refused = (message: string): Result<never> => ({ ok: false, error: { code: 'invalid', message } });

async function run<Name extends CommandName>(
  name: Name,
  input: unknown,
  handlers: Handlers,
): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new OwnerError(
      'invalid',
      first?.message ?? 'That can’t be read.',
      first?.path.join('.') || undefined,
    );
  }
  return handlers[name](parsed.data as Parsed<Name>);
}
