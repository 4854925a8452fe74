import type { AdvisedOption } from '../../../shared/decisions/advice.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import type { CaseProps } from './open-case.tsx';

/** The foot that stays in view: one solid button, and who it is that decides. */
export function DecideBar({
  the,
  chosen,
  apology,
  onApology,
  onLater,
  onDecide,
}: CaseProps & {
  readonly chosen: AdvisedOption | null;
  readonly apology: boolean;
  readonly onApology: (apology: boolean) => void;
  readonly onLater: () => void;
  readonly onDecide: () => void;
}) {
  return (
    <footer className="decide">
      {chosen?.kind !== 'apologise' && (
        <Check
          className="decide-apology"
          label="with an apology"
          checked={apology}
          onChange={(event) => onApology(event.target.checked)}
        />
      )}
      <p className="decide-says">{the.advice.disclaimer}</p>
      <Button onClick={onLater}>Decide later</Button>
      {chosen && (
        <Button variant="primary" title="Open the decision, filled in (Enter)" onClick={onDecide}>
          Decide: {chosen.kind}
        </Button>
      )}
    </footer>
  );
}
