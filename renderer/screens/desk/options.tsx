import type { CSSProperties } from 'react';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { CaseProps } from './open-case.tsx';
import { OptionCard } from './option-card.tsx';
import './options.css';

/** What the rows of the cards mean, said once beside them; each card says it again to a screen reader. */
const rows = [
  '',
  'how much',
  'costs you',
  'house rules',
  'like cases',
  'why here',
  'this month',
  'their worth',
];

/** All options side by side, in the order advised: the same row of every card is the same question. */
export function Options({
  the,
  chosen,
  onChoose,
}: CaseProps & {
  readonly chosen: DecisionKind | null;
  readonly onChoose: (kind: DecisionKind) => void;
}) {
  const { options, like } = the.advice;
  // The suggested one is a third wider; its place is where the advice put it.
  const columns = options.map((option) => `minmax(var(--card), ${option.suggested ? 1.36 : 1}fr)`).join(' ');
  const seen = like.decisions.length;
  return (
    <section aria-labelledby="case-options">
      <div className="case-heading">
        <h2 id="case-options">What you can do</h2>
        <span>
          {seen === 0
            ? 'ranked by the facts and your house rules; no like case yet'
            : 'ranked by the facts and your house rules, beside what came of like cases'}
        </span>
      </div>
      <div
        className="options"
        role="radiogroup"
        aria-label="Options"
        style={{ '--columns': columns } as CSSProperties}
      >
        <div className="options-rows" aria-hidden="true">
          {rows.map((row) => (
            <span key={row}>{row}</span>
          ))}
        </div>
        {options.map((option, index) => (
          <OptionCard
            key={option.kind}
            option={option}
            place={index + 1}
            the={the}
            chosen={option.kind === chosen}
            onChoose={() => onChoose(option.kind)}
          />
        ))}
      </div>
    </section>
  );
}
