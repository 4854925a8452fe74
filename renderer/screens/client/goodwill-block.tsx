import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useAppState } from '../../app-state.tsx';
import { LimitBar } from '../../charts/limit-bar.tsx';
import { useFormat } from '../../format.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { Why } from '../../ui/why.tsx';
import { kindCounts } from './tally.ts';
import { limitWords } from './words.ts';

/** Goodwill of a year against the owner's limit, and how often each kind was decided. */
export function GoodwillBlock({ page }: { readonly page: ClientPage }) {
  const format = useFormat();
  const { money, percent } = format;
  const { ledger } = useAppState();
  const id = page.client.id;
  const permille = ledger?.goodwillLimitPermille ?? null;
  const limit = permille === null ? null : permille / 10;
  const said = limit === null ? '' : `, limit ${limitWords(limit, format)}`;
  const share = page.goodwillPercent;
  return (
    <div className="block">
      <h3>
        Goodwill of their revenue, 12 months
        <span>
          {share === null ? (
            'no revenue to compare with'
          ) : (
            <Why clientId={id} figure="goodwillPercent" label={`why ${percent(share)}${said}`}>
              {percent(share)}
            </Why>
          )}
        </span>
      </h3>
      {share !== null && limit !== null && (
        <LimitBar
          value={share}
          limit={limit}
          label={`${percent(share)} of revenue given as goodwill, limit ${limitWords(limit, format)}`}
          limitLabel={`your limit ${limitWords(limit, format)}`}
        />
      )}
      <ul className="kinds">
        {kindCounts(page.decisions).map(({ kind, count, used }) => (
          <li key={kind}>
            <DecisionMark kind={kind} used={used > 0} size={16} />
            {count > 1 && `${count} × `}
            {kind}
            {kind === 'coupon' && (count === 1 ? (used === 1 ? ', used' : ', not used') : `, ${used} used`)}
          </li>
        ))}
      </ul>
      {page.goodwillAll > page.goodwill24 && (
        <p className="block-says">
          Since the beginning{' '}
          <Why
            clientId={id}
            figure="decisionsAll"
            label={`why ${money(page.goodwillAll)} since the beginning`}
          >
            {money(page.goodwillAll)}
          </Why>
          .
        </p>
      )}
    </div>
  );
}
