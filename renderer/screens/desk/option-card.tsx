import type { ReactNode } from 'react';
import type { AdvisedOption } from '../../../shared/decisions/advice.ts';
import { useFormat } from '../../format.tsx';
import { go } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { capitalised } from '../client/words.ts';
import { EvidenceLink } from './evidence.tsx';
import type { CaseProps } from './open-case.tsx';
import { headline, ruleOrder } from './option-words.ts';
import { WhatCame } from './what-came.tsx';

export interface OptionCardProps extends CaseProps {
  readonly option: AdvisedOption;
  /** Its number key. */
  readonly place: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One option: what decides it first, then the money in detail. */
export function OptionCard({ option, place, the, chosen, onChoose }: OptionCardProps) {
  const { money } = useFormat();
  const { suggested, along, fits } = option;
  const suggesting = the.advice.options.some((other) => other.suggested);
  const classes = [
    'option',
    suggested && 'option-suggested',
    chosen && 'option-chosen',
    !fits && !suggested && !along && 'option-unfit',
  ];
  const shown = headline(option);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the radio button inside is the keyboard's way
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={classes.filter(Boolean).join(' ')}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, a, label') === null) onChoose();
      }}
    >
      <label className="option-name">
        <input
          type="radio"
          name="option"
          checked={chosen}
          aria-keyshortcuts={String(place)}
          onChange={onChoose}
        />
        <DecisionMark kind={option.kind} used />
        <span className="option-kind">{capitalised(option.kind)}</span>
        {suggested ? (
          <span className="option-tag">suggested</span>
        ) : along ? (
          <span className="option-tag option-along">{suggesting ? 'along with it' : 'in any case'}</span>
        ) : null}
        <Keys keys={String(place)} />
      </label>
      <Row name="how much">
        <span className="option-amount">{shown === null ? '–' : money(shown)}</span>
        <span className="option-basis">{option.basis}</span>
      </Row>
      <Row name="costs you">
        {option.cost === null ? 'not known' : option.cost === 0 ? 'nothing' : money(option.cost)}
      </Row>
      <Row name="house rules" ruled>
        <Rules option={option} />
      </Row>
      <Row name="like cases" ruled>
        <WhatCame option={option} the={the} />
      </Row>
      <Row name="why here" ruled>
        <div className="option-why">
          {option.reasons.map((reason) => (
            <p key={reason.text}>
              <EvidenceLink evidence={reason.evidence} clientId={the.client.id}>
                {reason.text}
              </EvidenceLink>
            </p>
          ))}
        </div>
      </Row>
      <Row name="this month" ruled>
        {option.month}
      </Row>
      <Row name="their worth">{option.worth}</Row>
    </div>
  );
}

function Row({
  name,
  ruled = false,
  children,
}: {
  readonly name: string;
  readonly ruled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={`option-row${ruled ? ' option-ruled' : ''}`}>
      <span className="option-row-name">{name}: </span>
      {children}
    </div>
  );
}

/** Broken rules before kept ones; those not concerned are not in the way. */
function Rules({ option }: { readonly option: AdvisedOption }) {
  const rules = ruleOrder(option.rules);
  if (rules.length === 0) return <span className="option-none">none concerned</span>;
  return (
    <ul className="option-rules">
      {rules.map((rule) => (
        <li key={rule.key} className={rule.verdict === 'broken' ? 'option-broken' : 'option-kept'}>
          <Icon name={rule.verdict === 'broken' ? 'cross' : 'check'} size={14} />
          <button
            type="button"
            className="evidence"
            title={`House rule: ${rule.title}`}
            onClick={() => go(`/rules?rule=${encodeURIComponent(rule.key)}`)}
          >
            <span className="visually-hidden">{rule.verdict}: </span>
            {rule.words === '' ? rule.title : rule.words}
          </button>
        </li>
      ))}
    </ul>
  );
}
