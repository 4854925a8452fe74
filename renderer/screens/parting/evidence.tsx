import type { Minor } from '../../../shared/money.ts';
import type { KeepLine } from '../../../shared/standing/keeping.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import type { WhyQuery } from '../../../shared/views/why.ts';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Ask } from '../../ui/why.tsx';
import { EvidenceLink } from '../desk/evidence.tsx';

/** What the ledger says beside “why”: the conditions met and not met, what blocks, and what keeping them takes. */
export function WhyEvidence({ page }: { readonly page: PartingPage }) {
  const { conditions, blocks, warning } = page.advice;
  const met = conditions.filter((condition) => condition.met).length;
  const clientId = page.client.id;
  return (
    <>
      <h3>
        Conditions for parting: {met} of {conditions.length} met; it takes two
      </h3>
      <ul className="conditions">
        {conditions.map((condition) => (
          <li key={condition.id} className={condition.met ? 'condition-met' : undefined}>
            <Icon name={condition.met ? 'check' : 'minus'} />
            <span className="visually-hidden">{condition.met ? 'Met: ' : 'Not met: '}</span>
            <EvidenceLink evidence={condition.evidence} clientId={clientId}>
              {condition.text}
            </EvidenceLink>
          </li>
        ))}
        {blocks.map((block) => (
          <li key={block.text} className="condition-block">
            <Icon name="warning" />
            <EvidenceLink evidence={block.evidence} clientId={clientId}>
              {block.text}
            </EvidenceLink>
          </li>
        ))}
        {warning !== null && (
          // To be thought over, not in the way: without the mark of what stops it.
          <li>
            <Icon name="next" />
            <Ask
              query={{ of: 'figure', clientId, figure: 'revenuePercent', part: null }}
              label={`why: ${warning}`}
            >
              {warning}
            </Ask>
          </li>
        )}
      </ul>
      <Keeping page={page} />
    </>
  );
}

/** Sentences from the ledger, to take into “why” or to leave. */
export function Gathered({
  page,
  taken,
  onTake,
}: {
  readonly page: PartingPage;
  readonly taken: string;
  readonly onTake: (sentence: string) => void;
}) {
  if (page.gathered.length === 0) return null;
  return (
    <div className="gathered">
      <h3>Gathered from your ledger, to take or to leave</h3>
      <ul>
        {page.gathered.map((sentence) => (
          <li key={sentence}>
            <span>{sentence}</span>
            {taken.includes(sentence) ? (
              <span className="gathered-taken">taken</span>
            ) : (
              <Button
                variant="quiet"
                icon="plus"
                aria-label={`Take into why: ${sentence}`}
                title="Take it into why"
                onClick={() => onTake(sentence)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What keeping them takes, in six lines; each opens its rows. */
function Keeping({ page }: { readonly page: PartingPage }) {
  const { money, minorDigits } = useFormat();
  const { cost } = page;
  const clientId = page.client.id;
  const hours = cost.redo.cost + cost.chasing.cost + cost.care.cost;
  const line = (of: KeepLine): WhyQuery => ({ of: 'keeping', clientId, line: of });
  const lines: readonly { readonly label: string; readonly amount: Minor; readonly query: WhyQuery }[] = [
    {
      label: cost.marginAssumed ? 'margin, assumed' : 'margin',
      amount: cost.margin,
      query: line('margin'),
    },
    { label: 'goodwill besides hours', amount: -cost.goodwill, query: line('goodwill') },
    { label: 'written off', amount: -cost.writeOffs, query: line('writeOffs') },
    { label: 'late money', amount: -cost.lateMoney, query: line('lateMoney') },
    {
      label: 'hours',
      amount: -hours,
      query: { of: 'figure', clientId, figure: 'hours12', part: null },
    },
    { label: 'left', amount: cost.left, query: line('left') },
  ];
  if (cost.revenue === 0 && hours === 0 && cost.left === 0) return null;
  // Pence in one line are pence in all, so that the column stays one.
  const exact = lines.some(({ amount }) => amount % 10 ** minorDigits !== 0);
  const show = (amount: Minor) => money(amount, { exact });
  return (
    <>
      <h3>Cost to keep, 12 months</h3>
      <dl className="parting-cost">
        {lines.map(({ label, amount, query }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {amount === 0 ? (
                '–'
              ) : (
                <Ask query={query} label={`why ${label} ${show(amount)}`}>
                  {show(amount)}
                </Ask>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
