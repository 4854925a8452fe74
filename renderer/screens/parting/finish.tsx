import { useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import { usualInstruction } from '../../../shared/partings/finishing.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { partsOnOf, type SheetKeeper } from './use-sheet.ts';

/** What is still missing before ways can part, with the field to go to. */
function missing(
  page: PartingPage,
  { sheet }: SheetKeeper,
): { readonly text: string; readonly at: string }[] {
  return [
    ...(sheet.why.trim() === '' ? [{ text: 'why', at: '#step-why textarea' }] : []),
    ...(page.lookCounts ? [] : [{ text: 'the look inside', at: '#step-look button' }]),
    ...(partsOnOf(sheet) === null ? [{ text: 'the day', at: '#step-end input' }] : []),
  ];
}

/** The foot of the worksheet: whether it is saved, the way out, and the one solid button. */
export function FinishBar({ page, keeper }: { readonly page: PartingPage; readonly keeper: SheetKeeper }) {
  const [asking, setAsking] = useState<'finish' | 'stay' | null>(null);
  const stop = useWrite('partings.stop');
  const left = missing(page, keeper);
  const [first] = left;
  const begun = page.parting !== null && page.parting.finishedOn === null && page.parting.stoppedOn === null;
  const stopWith = async (why: string) => {
    await keeper.flush();
    await stop.mutateAsync({ clientId: page.client.id, why });
  };
  return (
    <footer className="parting-foot">
      <p className="parting-state" role="status">
        {keeper.problem !== null ? (
          <span className="parting-wrong">
            <Icon name="warning" /> Not saved yet: {keeper.problem}
          </span>
        ) : begun ? (
          keeper.state === 'saved' ? (
            'Saved as you go'
          ) : (
            'Saving…'
          )
        ) : (
          'Begun with the first word you write'
        )}
        {left.length > 0 && begun && <> · still missing: {list(left.map(({ text }) => text))}</>}
        {left.length === 0 && page.finishing.first !== null && <> · {page.finishing.first}</>}
      </p>
      {begun && (
        <>
          <Button
            title="The worksheet rests; you can resume it"
            onClick={() => void stopWith('').catch(() => undefined)}
          >
            Stop for now
          </Button>
          <Button onClick={() => setAsking('stay')}>Stop, and stay together…</Button>
        </>
      )}
      <Button
        variant="primary"
        disabled={!begun && keeper.state === 'saved'}
        onClick={() => {
          if (first === undefined) return setAsking('finish');
          const field = document.querySelector<HTMLElement>(first.at);
          field?.scrollIntoView?.({ block: 'center' });
          field?.focus({ preventScroll: true });
        }}
      >
        Part ways…
      </Button>
      {asking === 'finish' && <Finish page={page} keeper={keeper} onClose={() => setAsking(null)} />}
      {asking === 'stay' && <Stay onStay={stopWith} onClose={() => setAsking(null)} />}
    </footer>
  );
}

/** The plain question before the end, with a reason where the facts don't carry it. */
function Finish({
  page,
  keeper,
  onClose,
}: {
  readonly page: PartingPage;
  readonly keeper: SheetKeeper;
  readonly onClose: () => void;
}) {
  const [despite, setDespite] = useState('');
  const finish = useWrite('partings.finish');
  const { client, finishing, asOf } = page;
  const { sheet } = keeper;
  if (finishing.first !== null) {
    return (
      <Dialog
        title="Not yet"
        size="s"
        onClose={onClose}
        foot={<Button onClick={onClose}>Back to the worksheet</Button>}
      >
        <p>{finishing.first}</p>
      </Dialog>
    );
  }
  const day = partsOnOf(sheet) ?? asOf;
  const said = sheet.instruction.trim();
  const instruction = said !== '' ? said : (client.instruction ?? usualInstruction(day, asOf));
  return (
    <Confirm
      title={`Part ways with ${client.name}?`}
      action="Part ways"
      onClose={onClose}
      onConfirm={async () => {
        await keeper.flush();
        await finish.mutateAsync({ clientId: client.id, look: null, despite });
      }}
    >
      <p>
        On {showDay(day)}. The decision is written down with your reason, and staff see: “{instruction}”
      </p>
      <p>Nothing is deleted. You can take it back, and you can welcome them back at any time.</p>
      {finishing.despite !== null && (
        <Field label="Why all the same" required hint={finishing.despite}>
          <TextArea
            rows={2}
            maxLength={2000}
            value={despite}
            onChange={(event) => setDespite(event.target.value)}
          />
        </Field>
      )}
    </Confirm>
  );
}

function Stay({
  onStay,
  onClose,
}: {
  readonly onStay: (why: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [why, setWhy] = useState('');
  return (
    <Confirm
      title="Stay together?"
      action="Stop, and stay together"
      onClose={onClose}
      onConfirm={() => onStay(why.trim() === '' ? 'We stay together.' : why)}
    >
      <p>The worksheet is put away and stays in the history.</p>
      <Field label="What made the difference">
        <TextArea rows={2} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />
      </Field>
    </Confirm>
  );
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
