import { useRef, useState } from 'react';
import type { AdvisedOption } from '../../../shared/decisions/advice.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { DeskCase, DeskQueue } from '../../../shared/views/desk.ts';
import { useForms } from '../../forms/forms.tsx';
import { go } from '../../routes.ts';
import { useToast } from '../../ui/toast.tsx';
import { Advises } from './advises.tsx';
import './case.css';
import { CaseHead } from './case-head.tsx';
import { DecideBar } from './decide-bar.tsx';
import { deskPath } from './desk-path.ts';
import { Judgements } from './judgements.tsx';
import { LikeCases } from './like-cases.tsx';
import { Options } from './options.tsx';
import { PartWays } from './part-ways.tsx';
import { ThreeColumns } from './three-columns.tsx';
import { useCaseKeys } from './use-case-keys.ts';
import { neighbour } from './use-queue-keys.ts';

export interface CaseProps {
  readonly the: DeskCase;
}

/** One complaint with everything that is weighed: read from top to bottom, decided at the foot. */
export function OpenCase({ the, queue }: CaseProps & { readonly queue: DeskQueue }) {
  const forms = useForms();
  const toast = useToast();
  const { complaint, client, advice } = the;
  const [picked, setPicked] = useState<DecisionKind | null>(null);
  const [apology, setApology] = useState(true);
  const partWays = useRef<HTMLDetailsElement>(null);
  const chosen = chosenOf(advice.options, picked);

  const decide = () => {
    if (!chosen) return;
    forms.open({
      form: 'decision',
      clientId: client.id,
      complaintId: complaint.id,
      filled: {
        kind: chosen.kind,
        amount: chosen.amount,
        redoMinutes: chosen.redoMinutes,
        withApology: chosen.kind === 'apologise' || apology,
        invoiceId: complaint.invoiceId,
        paidBack: chosen.paidBack,
        validUntil: chosen.validUntil,
      },
    });
  };
  const next = nextOf(queue, complaint.id);
  const later = () => {
    if (next === null) toast.show({ text: 'Nothing else waits. It stays here until you decide.' });
    else go(deskPath(next));
  };
  const openPartWays = () => {
    const fold = partWays.current;
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView?.({ block: 'nearest' });
    fold.querySelector('summary')?.focus();
  };
  useCaseKeys({
    pick: (index) => {
      const option = advice.options[index];
      if (option) setPicked(option.kind);
      else if (index === advice.options.length) openPartWays();
    },
    decide,
  });

  return (
    <section className="case" aria-label={`The case: ${client.name}`}>
      <div className="case-body">
        <CaseHead the={the} next={next} />
        <Judgements the={the} />
        <ThreeColumns the={the} />
        <Advises the={the} />
        <Options the={the} chosen={chosen?.kind ?? null} onChoose={setPicked} />
        <PartWays the={the} box={partWays} />
        <LikeCases the={the} />
      </div>
      <DecideBar
        the={the}
        chosen={chosen}
        apology={apology}
        onApology={setApology}
        onLater={later}
        onDecide={decide}
      />
    </section>
  );
}

/** What the owner picked, else what is suggested, else the first: an apology is never wrong. */
function chosenOf(options: readonly AdvisedOption[], picked: DecisionKind | null): AdvisedOption | null {
  return (
    options.find((option) => option.kind === picked) ??
    options.find((option) => option.suggested) ??
    options[0] ??
    null
  );
}

/** The one that waits after this one, beginning again at the top; null: nothing else waits. */
function nextOf(queue: DeskQueue, complaintId: number): number | null {
  const after = neighbour(queue, complaintId, 1);
  if (after !== null && after !== complaintId) return after;
  const first = queue.waiting[0]?.complaintId ?? null;
  return first === complaintId ? null : first;
}
