import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { useToggleStopwatch } from '../../forms/use-toggle-stopwatch.ts';
import { clientPath, go, printSummariesPath } from '../../routes.ts';
import { useStopwatch } from '../../stopwatch.ts';
import { mergeWithPath } from '../merge/merge-path.ts';
import type { MenuItem } from './more-menu.tsx';
import { useRemoval } from './removal.tsx';
import { clientActions, formFor, STOPWATCH_KEY } from './use-client-keys.ts';
import { useDo } from './use-do.ts';

/** All that can be done with a client besides the two buttons of the head, in groups. */
export function useClientMenu(page: ClientPage): readonly MenuItem[] {
  const forms = useForms();
  const { watch } = useStopwatch();
  const toggle = useToggleStopwatch();
  const remove = useRemoval();
  const endStanding = useDo('standings.end');
  const { client, standing } = page;
  const [, , ...rest] = clientActions;
  const items = rest.map(
    (action): MenuItem => ({
      label: action.name === 'flag' && page.flag ? 'Lift the red flag' : action.label,
      icon: action.icon,
      hint: action.key,
      apart: action.name === 'hours' || action.name === 'standing',
      run: () => forms.open(formFor(action.name, page)),
    }),
  );
  const stopwatch: MenuItem = {
    label: stopwatchLabel(watch?.clientName ?? null, watch?.clientId === client.id),
    icon: 'clock',
    hint: STOPWATCH_KEY,
    run: () => toggle(client),
  };
  const after = items.findIndex(({ hint }) => hint === 'h') + 1;
  return [
    ...items.slice(0, after),
    stopwatch,
    ...items.slice(after),
    ...(standing.set === null
      ? []
      : [
          {
            label: 'Go by the facts again',
            icon: 'undo',
            run: () => endStanding.mutate({ clientId: client.id }),
          } as const,
        ]),
    {
      label: partingLabel(page),
      icon: 'fork',
      run: () => go(`${clientPath(client.id)}/parting`),
    },
    ...printItems(client.id),
    {
      label: 'Merge with another client…',
      icon: 'client',
      apart: true,
      run: () => go(mergeWithPath(client.id)),
    },
    {
      label: 'History',
      icon: 'undo',
      run: () => go(`/history?client=${client.id}`),
    },
    {
      label: 'Remove this client…',
      icon: 'close',
      run: () => remove({ what: 'client', id: client.id }),
    },
  ];
}

/** Everything of one client that goes on paper. */
function printItems(clientId: number): readonly MenuItem[] {
  return [
    {
      label: 'Print summary…',
      icon: 'print',
      apart: true,
      run: () => go(printSummariesPath([clientId])),
    },
    {
      label: 'Print for the client…',
      icon: 'print',
      run: () => go(printSummariesPath([clientId], 'client')),
    },
    {
      label: 'Statement of account…',
      icon: 'ledger',
      run: () => go(`/print?kind=statement&client=${clientId}`),
    },
    {
      label: 'Copies kept of this client',
      icon: 'file',
      run: () => go(`/prints?client=${clientId}`),
    },
  ];
}

function stopwatchLabel(running: string | null, here: boolean): string {
  if (running === null) return 'Start the stopwatch';
  return here ? 'Stop the stopwatch' : `Stop the stopwatch of ${running}`;
}

/** What the way to the parting worksheet is called, as things stand. */
export function partingLabel(page: ClientPage): string {
  if (page.partedOn !== null) return 'How ways were parted';
  return page.partingBegun ? 'Go on with parting…' : 'Part ways…';
}
