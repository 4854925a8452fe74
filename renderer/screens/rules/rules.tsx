import { useEffect } from 'react';
import type { RuleLine, RulesPage } from '../../../shared/views/rules.ts';
import { useAsk } from '../../api.ts';
import { usePainted } from '../../painted.ts';
import { useHashSearch } from '../../routes.ts';
import { Problem } from '../../ui/problem.tsx';
import { RuleRow } from './rule-row.tsx';
import './rules.css';

/** The owner's own rules: the same for everyone, each remembering what it was born from. */
export default function RulesScreen() {
  const asked = useAsk('rules.page', {});
  usePainted(asked.data !== undefined || asked.error !== null);
  if (asked.data === undefined)
    return asked.error ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  return <Rules page={asked.data} />;
}

function Rules({ page }: { readonly page: RulesPage }) {
  const wanted = new URLSearchParams(useHashSearch()).get('rule');
  // Whoever comes from a card at the desk finds the rule it spoke of.
  useEffect(() => {
    if (wanted === null) return;
    const row = document.getElementById(`rule-${wanted}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('[role=switch]')?.focus({ preventScroll: true });
  }, [wanted]);
  const built = page.rules.filter(({ rule }) => rule !== 'like case');
  const made = page.rules.filter(({ rule }) => rule === 'like case');
  const on = page.rules.filter((rule) => rule.on).length;
  return (
    <div className="rules">
      <div className="rules-page">
        <h1>House rules</h1>
        <p className="rules-lead">
          The same for everyone. Each option at the desk says which of them it keeps or breaks; breaking one
          is yours to do, with a reason that is kept. {on} of {page.rules.length} are switched on.
        </p>
        <List title="Promises, limits and new work" rules={built} />
        {made.length > 0 ? (
          <List title="Made from decisions" rules={made} />
        ) : (
          <section className="rules-part">
            <h2>Made from decisions</h2>
            <p className="rules-none">
              None yet. When a decision breaks new ground, “Make it a rule” on that decision puts one here:
              like cases are then treated alike.
            </p>
          </section>
        )}
      </div>
    </div>
  );
}

function List({ title, rules }: { readonly title: string; readonly rules: readonly RuleLine[] }) {
  return (
    <section className="rules-part" aria-label={title}>
      <div className="rules-head">
        <h2>{title}</h2>
        <span>kept and broken, 12 months</span>
      </div>
      <ul>
        {rules.map((rule) => (
          <RuleRow key={rule.key} rule={rule} />
        ))}
      </ul>
    </section>
  );
}
