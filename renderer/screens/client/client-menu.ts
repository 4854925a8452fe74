import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { useToggleStopwatch } from '../../forms/use-toggle-stopwatch.ts';
import { clientPath, go } from '../../routes.ts';
import { useStopwatch } from '../../stopwatch.ts';
import type { MenuItem } from './more-menu.tsx';
import { clientActions, formFor, STOPWATCH_KEY } from './use-client-keys.ts';
import { useDo } from './use-do.ts';

/** All that can be done with a client besides the two buttons of the head, in groups. */
export function useClientMenu(page: ClientPage): readonly MenuItem[] {
  const forms = useForms();
  const { watch } = useStopwatch();
  const toggle = useToggleStopwatch();
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
