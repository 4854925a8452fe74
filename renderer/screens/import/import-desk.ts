import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ImportDone } from '../../../shared/contract.ts';
import type { Choices } from '../../../shared/imports/choices.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import type { Question } from '../../../shared/imports/records.ts';
import { CallError, call } from '../../api.ts';

/** A file being looked at. */
export interface Looking {
  readonly preview: ImportPreview;
  /** What `preview` was made with. */
  readonly choices: Choices;
  /** What the owner wants by now; differs from `choices` while the file is read again. */
  readonly wanted: Choices;
  /** The question about the encoding, once asked: its answers stay on offer. */
  readonly encodings: Extract<Question, { kind: 'encoding' }> | null;
}

export interface Desk {
  readonly stage: 'start' | 'look' | 'done';
  readonly looking: Looking | null;
  readonly done: (ImportDone & { readonly fileName: string }) | null;
  readonly busy: 'picking' | 'reading' | 'choosing' | 'writing' | null;
  /** Why the last thing asked for did not happen, in the owner's words. */
  readonly problem: string | null;
  /** The backup that comes before an import could not be made: the owner may go on without. */
  readonly noBackup: boolean;
  /** Whose answer is waited for; an answer to anybody else comes too late. */
  readonly turn: number;
}

const start: Desk = {
  stage: 'start',
  looking: null,
  done: null,
  busy: null,
  problem: null,
  noBackup: false,
  turn: 0,
};
const KEY = ['import.desk'];
/** As in the main process: larger files are exported in parts. */
export const LARGEST_FILE = 200 * 1024 * 1024;

export interface ImportDesk extends Desk {
  /** Opens the system's dialog. */
  readonly pick: () => void;
  /** Reads a file dropped on the window; its size is looked at first. */
  readonly read: (file: Pick<File, 'name' | 'size' | 'arrayBuffer'>) => void;
  /** Reads the same file again with other choices. */
  readonly choose: (change: (choices: Choices) => Choices) => void;
  /** Imports; a backup is made first unless the owner goes on without. */
  readonly confirm: (withoutBackup?: boolean) => void;
  readonly stop: (importId: string) => void;
  readonly startOver: () => void;
}

/**
 * The import as it stands, kept beside the queries and not in the screen: looking a client up before confirming
 * loses nothing, and another ledger starts with an empty desk.
 */
export function useImportDesk(): ImportDesk {
  const queries = useQueryClient();
  const { data: desk } = useQuery({
    queryKey: KEY,
    queryFn: () => start,
    initialData: start,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const actions = useMemo(() => actionsOn(queries), [queries]);
  return { ...desk, ...actions };
}

function actionsOn(queries: QueryClient) {
  const now = (): Desk => queries.getQueryData<Desk>(KEY) ?? start;
  const put = (change: Partial<Desk>) => queries.setQueryData<Desk>(KEY, { ...now(), ...change });

  /** Runs one thing at a time; what comes back after somebody began anew is dropped. */
  async function busyWith(
    busy: Exclude<Desk['busy'], null>,
    work: (mine: () => boolean) => Promise<Partial<Desk>>,
  ) {
    const turn = now().turn + 1;
    const mine = () => now().turn === turn;
    put({ busy, problem: null, noBackup: false, turn });
    try {
      const change = await work(mine);
      if (mine()) put({ ...change, busy: null });
    } catch (error) {
      if (!mine()) return;
      const { looking } = now();
      const problem = error instanceof Error ? error.message : 'That did not work.';
      // The main process has let go of the file: only choosing it again helps.
      const gone = error instanceof CallError && error.code === 'notFound';
      put({
        busy: null,
        problem,
        noBackup: error instanceof CallError && error.code === 'noBackup',
        ...(gone ? { stage: 'start', looking: null } : {}),
        ...(looking && !gone ? { looking: { ...looking, wanted: looking.choices } } : {}),
      });
    }
  }

  function look(preview: ImportPreview, choices: Choices): Partial<Desk> {
    const asked = preview.questions.find((question) => question.kind === 'encoding');
    const { looking } = now();
    const before = looking?.preview.importId === preview.importId ? looking.encodings : null;
    return {
      stage: 'look',
      looking: { preview, choices, wanted: choices, encodings: asked ?? before },
    };
  }

  async function chooseLatest(mine: () => boolean): Promise<Partial<Desk>> {
    for (;;) {
      const { looking } = now();
      if (!looking) return {};
      const choices = looking.wanted;
      const preview = await call('imports.choose', { importId: looking.preview.importId, choices });
      if (!mine()) return {};
      // Chosen differently while this was read: read once more, with the latest.
      if (now().looking?.wanted === choices) return look(preview, choices);
    }
  }

  return {
    pick: () => {
      if (now().busy) return;
      void busyWith('picking', async () => {
        const preview = await call('imports.pick', {});
        return preview === null ? {} : look(preview, {});
      });
    },
    read: (file: Pick<File, 'name' | 'size' | 'arrayBuffer'>) => {
      if (now().busy) return;
      if (file.size > LARGEST_FILE) {
        const problem = `${file.name} is larger than 200 MB. Export a shorter period and import the parts one by one.`;
        put({ problem });
        return;
      }
      void busyWith('reading', async () => {
        const bytes = await bytesOf(file);
        return look(await call('imports.read', { name: file.name, bytes }), {});
      });
    },
    choose: (change: (choices: Choices) => Choices) => {
      const { looking, busy } = now();
      if (!looking || (busy !== null && busy !== 'choosing')) return;
      put({ looking: { ...looking, wanted: change(looking.wanted) } });
      if (busy === null) void busyWith('choosing', chooseLatest);
    },
    confirm: (withoutBackup = false) => {
      const { looking, busy } = now();
      if (!looking || busy) return;
      const { importId, fileName } = looking.preview;
      void busyWith('writing', async (mine) => {
        try {
          const done = await call('imports.confirm', { importId, ...(withoutBackup && { withoutBackup }) });
          return { stage: 'done', looking: null, done: { ...done, fileName } };
        } catch (error) {
          if (!(error instanceof CallError) || error.code !== 'conflict') throw error;
          // The ledger moved on since the preview: show how the file lies against it now.
          const fresh = await chooseLatest(mine);
          return { ...fresh, problem: error.message };
        }
      });
    },
    stop: (importId: string) => void call('imports.stop', { importId }).catch(() => undefined),
    startOver: () => {
      const { looking, turn } = now();
      if (looking) {
        const { importId } = looking.preview;
        void call('imports.forget', { importId }).catch(() => undefined);
      }
      put({ ...start, turn: turn + 1 });
    },
  };
}

async function bytesOf(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that went away while it was dropped.
    throw new Error(`${file.name} can’t be read. Is it a folder, or was it moved?`);
  }
}
