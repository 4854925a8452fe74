import type { AdvisedOption } from '../../../shared/decisions/advice.ts';
import { clientPath, go } from '../../routes.ts';
import type { CaseProps } from './open-case.tsx';
import { counted } from './option-words.ts';

/** More dots than this are no quicker to read than the number. */
const MOST_DOTS = 9;

/** What came of the like decisions of this kind: counts always, a share never of too few. */
export function WhatCame({ option, the }: CaseProps & { readonly option: AdvisedOption }) {
  const found = counted(option);
  if (option.like === null || found === null) return <span className="option-none">none yet</span>;
  const { tally, word } = found;
  const again = option.like.complainedAgain;
  const named = the.likeCases.find((one) => option.like?.decisions.includes(one.decisionId));
  const words =
    tally.of === 0 ? (
      `${option.like.count} decided, too recent to say`
    ) : (
      <>
        <b>
          {tally.yes} of {tally.of}
        </b>{' '}
        {word}
      </>
    );
  return (
    <div className="option-came">
      {tally.of > 0 && tally.of <= MOST_DOTS && <Dots yes={tally.yes} of={tally.of} />}
      <p>
        {named === undefined ? (
          words
        ) : (
          <button
            type="button"
            className="evidence"
            title="Show the newest of them"
            onClick={() => go(clientPath(named.clientId, { kind: 'decision', id: named.decisionId }))}
          >
            {words}
          </button>
        )}
      </p>
      {again.yes > 0 && (
        <p className="option-quiet">
          {again.yes} of {again.of} complained again
        </p>
      )}
      {tally.of > 0 && tally.open > 0 && <p className="option-quiet">{tally.open} more too recent</p>}
    </div>
  );
}

function Dots({ yes, of }: { readonly yes: number; readonly of: number }) {
  return (
    <svg width={of * 12} height="10" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of places, they have no ids
          key={index}
          cx={index * 12 + 5}
          cy="5"
          r="4"
          fill={index < yes ? 'var(--dec)' : 'none'}
          stroke="var(--dec)"
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
