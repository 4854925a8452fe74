import type { RefObject } from 'react';
import { Link } from 'wouter';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { EvidenceLink } from './evidence.tsx';
import './part-ways.css';
import type { CaseProps } from './open-case.tsx';

/** Never one card among others: a line that opens its conditions, met or not, and leads to the worksheet. */
export function PartWays({ the, box }: CaseProps & { readonly box: RefObject<HTMLDetailsElement | null> }) {
  const { client, advice } = the;
  const { onTheTable, conditions, blocks, warning } = advice.partWays;
  return (
    <details className="ways" ref={box}>
      <summary>
        <Icon name="next" />
        <DecisionMark kind="part ways" size={16} />
        <span>
          <b>Part ways</b> {sayWays(the)}
        </span>
        <Keys keys={String(advice.options.length + 1)} />
      </summary>
      <div className="ways-body">
        <ul>
          {conditions.map((condition) => (
            <li key={condition.id} className={condition.met ? 'ways-met' : 'ways-unmet'}>
              <Icon name={condition.met ? 'check' : 'minus'} size={14} />
              <span>
                <span className="ways-word">{condition.met ? 'met' : 'not met'}</span>
                <EvidenceLink evidence={condition.evidence} clientId={client.id}>
                  {condition.text}
                </EvidenceLink>
              </span>
            </li>
          ))}
        </ul>
        <div>
          {blocks.map((block) => (
            <p key={block.text} className="ways-block">
              <Icon name="warning" size={14} />
              <EvidenceLink evidence={block.evidence} clientId={client.id}>
                {block.text}
              </EvidenceLink>
            </p>
          ))}
          {warning !== null && (
            <p className="ways-block">
              <Icon name="warning" size={14} />
              <span>{warning}</span>
            </p>
          )}
          <p className="ways-go">
            <Link className="button button-plain" href={`${clientPath(client.id)}/parting`}>
              {onTheTable ? 'Part ways kindly: open the worksheet' : 'Look at the worksheet'}
            </Link>
          </p>
        </div>
      </div>
    </details>
  );
}

/** The line's sentence: on the table or not, and what it stands on. */
export function sayWays({ advice, client }: CaseProps['the']): string {
  const { onTheTable, conditions, blocks } = advice.partWays;
  if (client.partedOn !== null) return 'is done: ways are parted already.';
  const met = conditions.filter((condition) => condition.met).length;
  const of = `${met} of ${conditions.length} conditions met`;
  if (onTheTable) return `can be considered: ${of}.`;
  if (met < 2) return `is not on the table: ${of}, it takes two.`;
  const first = blocks[0]?.text;
  return first === undefined ? `is not on the table: ${of}.` : `is not on the table yet: ${of}. ${first}`;
}
