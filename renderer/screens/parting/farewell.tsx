import type { PrintWhat } from '../../../shared/views/prints.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LetterSheets } from '../letters/letter-sheets.tsx';
import { useRested } from '../letters/use-rested.ts';
import { usePrinting } from '../print/use-printing.ts';

interface FarewellProps {
  readonly clientId: number;
  /** With its fields filled in. */
  readonly text: string;
}

const farewell = ({ clientId, text }: FarewellProps): PrintWhat => ({
  kind: 'farewell',
  clientId,
  text: text.slice(0, LONGEST),
});

/** What the ledger keeps of one letter. */
const LONGEST = 10_000;

/** The letter on its sheet, as it will be printed. */
export function Farewell(props: FarewellProps) {
  const text = useRested(props.text);
  const job = useAsk('prints.job', farewell({ ...props, text }), { keepPrevious: true });
  const [letter] = job.data?.documents ?? [];
  if (job.error !== null && letter === undefined) return <p className="parting-quiet">{job.error.message}</p>;
  return letter?.kind === 'letter' ? <LetterSheets document={letter} /> : null;
}

export function PrintFarewell(props: FarewellProps) {
  const printing = usePrinting();
  return (
    <div className="letter-do">
      <Button icon="print" disabled={printing.busy} onClick={() => printing.print(farewell(props), false)}>
        Print the letter…
      </Button>
      <Button
        icon="file"
        variant="quiet"
        disabled={printing.busy}
        onClick={() => printing.savePdf(farewell(props), false)}
      >
        Save as PDF…
      </Button>
      {printing.problem !== null && (
        <p role="alert">
          <Icon name="warning" />
          {printing.problem}
        </p>
      )}
    </div>
  );
}
