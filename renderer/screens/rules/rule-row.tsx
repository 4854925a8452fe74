import { useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { RuleLine } from '../../../shared/views/rules.ts';
import { useWrite } from '../../api.ts';
import { clientPath } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { RuleCounts } from './rule-counts.tsx';
import { RuleEditor } from './rule-editor.tsx';

/** One rule: a switch, its sentence, what it was born from, and how it was kept. */
export function RuleRow({ rule }: { readonly rule: RuleLine }) {
  const [editing, setEditing] = useState(false);
  const set = useWrite('rules.set');
  const remove = useWrite('rules.remove');
  const turn = (on: boolean) => {
    const { key, settings, bornOf, bornComplaint } = rule;
    set.mutate(
      { key, on, settings, bornOf, bornComplaintId: bornComplaint?.id ?? null },
      // A rule without its number can't be switched on: asking for it beats only refusing.
      { onError: () => setEditing(true) },
    );
  };
  return (
    <li className={`rules-row${rule.on ? '' : ' rules-off'}`} id={`rule-${rule.key}`}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={rule.on}
        className="rules-switch"
        aria-label={`${rule.title}: switched on`}
        checked={rule.on}
        onChange={(event) => turn(event.target.checked)}
      />
      <div className="rules-words">
        <h3>{rule.title}</h3>
        <p className="rules-sentence">{rule.sentence}</p>
        <Born rule={rule} />
        {rule.trouble !== null && <p className="rules-trouble">{rule.trouble}</p>}
        {set.error !== null && !editing && (
          <p className="rules-trouble" role="alert">
            {set.error.message}
          </p>
        )}
        {editing && <RuleEditor rule={rule} onClose={() => setEditing(false)} />}
      </div>
      <RuleCounts rule={rule} />
      <div className="rules-doings">
        <Button
          variant="quiet"
          icon="edit"
          aria-label={`Change: ${rule.title}`}
          title="Change"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        />
        {rule.rule === 'like case' && (
          <Button
            variant="quiet"
            icon="close"
            aria-label={`Remove: ${rule.title}`}
            title="Remove"
            onClick={() => remove.mutate({ key: rule.key })}
          />
        )}
      </div>
    </li>
  );
}

function Born({ rule }: { readonly rule: RuleLine }) {
  const { bornOf, bornComplaint, sinceOn } = rule;
  if (bornOf === null && bornComplaint === null && sinceOn === null) return null;
  return (
    <p className="rules-born">
      {bornComplaint === null ? (
        bornOf
      ) : (
        <a
          className="why"
          href={`#${clientPath(bornComplaint.clientId, { kind: 'complaint', id: bornComplaint.id })}`}
        >
          {bornOf ?? `after “${bornComplaint.text}”`}
        </a>
      )}
      {sinceOn !== null && (
        <span>
          {bornOf !== null || bornComplaint !== null ? ' · ' : ''}as it stands since {showDay(sinceOn)}
        </span>
      )}
    </p>
  );
}
