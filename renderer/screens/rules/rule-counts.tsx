import { dayParts } from '../../../shared/dates.ts';
import type { RuleLine } from '../../../shared/views/rules.ts';
import { useFormat } from '../../format.tsx';
import { Ask } from '../../ui/why.tsx';

/** Kept and broken in 12 months, and by quarter: each number opens what it counts. */
export function RuleCounts({ rule }: { readonly rule: RuleLine }) {
  const { count } = useFormat();
  const { kept, broken, quarters, key } = rule;
  if (kept + broken === 0) return <p className="rules-counts rules-quiet">nothing to judge yet</p>;
  const most = Math.max(1, ...quarters.map((quarter) => quarter.kept + quarter.broken));
  return (
    <div className="rules-counts">
      <p>
        <Ask
          query={{ of: 'rule', key, verdict: 'kept', quarter: null }}
          label={`why ${kept} kept: ${rule.title}`}
        >
          {count(kept)} kept
        </Ask>
        <Ask
          query={{ of: 'rule', key, verdict: 'broken', quarter: null }}
          label={`why ${broken} broken: ${rule.title}`}
          className={broken > 0 ? 'rules-broken' : ''}
        >
          {count(broken)} broken
        </Ask>
      </p>
      <div className="rules-quarters">
        {quarters.map((quarter) => (
          <div key={quarter.from} className="rules-quarter">
            <svg width="28" height="32" aria-hidden="true">
              <rect
                x="4.5"
                y={32 - ((quarter.kept + quarter.broken) / most) * 30}
                width="19"
                height={(quarter.kept / most) * 30}
                fill="none"
                stroke="var(--ink2)"
              />
              <rect
                x="4"
                y={32 - (quarter.broken / most) * 30}
                width="20"
                height={(quarter.broken / most) * 30}
                fill="var(--flag)"
              />
            </svg>
            {quarter.broken > 0 ? (
              <Ask
                query={{ of: 'rule', key, verdict: 'broken', quarter: quarter.from }}
                label={`why ${quarter.broken} broken of ${quarter.kept + quarter.broken}, ${quarterName(quarter.from)}: ${rule.title}`}
              >
                {quarterName(quarter.from)}
              </Ask>
            ) : (
              <span title={`${quarter.kept} kept, none broken`}>{quarterName(quarter.from)}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** “Q4 ’26”. */
function quarterName(from: string): string {
  const { year, month } = dayParts(from);
  return `Q${Math.floor((month - 1) / 3) + 1} ’${String(year).slice(2)}`;
}
