import type { ReactNode } from 'react';
import {
  causeGroups,
  type Fault,
  faultLabels,
  faults,
  type Severity,
  severities,
} from '../../../shared/complaints/complaint.ts';
import { useAsk } from '../../api.ts';
import { groupWords, replyWords } from '../client/words.ts';
import { waitWords } from './case-words.ts';
import { caseFieldId, EvidenceLink } from './evidence.tsx';
import type { CaseProps } from './open-case.tsx';
import { useJudge } from './use-judge.ts';

/** What is known: cause, fault and severity are chosen right here, and saved at once. */
export function Facts({ the }: CaseProps) {
  const { complaint } = the;
  const judge = useJudge(complaint.id);
  const { waited, against } = waitWords(the);
  return (
    <dl className="case-facts">
      <Fact name="cause">
        <CauseChoice the={the} />
      </Fact>
      <Fact name="fault">
        <Chooser
          label="Whose side did it lie on?"
          field="fault"
          value={complaint.fault ?? ''}
          onChange={(value) => judge.say({ fault: value === '' ? null : (value as Fault) })}
        >
          {faults.map((value) => (
            <option key={value} value={value}>
              {faultLabels[value]}
            </option>
          ))}
        </Chooser>
      </Fact>
      <Fact name="severity">
        <Chooser
          label="How serious is it?"
          field="severity"
          value={complaint.severity === null ? '' : String(complaint.severity)}
          onChange={(value) => judge.say({ severity: value === '' ? null : (Number(value) as Severity) })}
        >
          {severities.map(({ value, label }) => (
            <option key={value} value={value}>
              {value}, {label}
            </option>
          ))}
        </Chooser>
      </Fact>
      <Fact name="heard">
        <Heard the={the} />
      </Fact>
      <Fact name={complaint.settledOn === null ? 'waiting' : 'waited'}>
        <b className={complaint.settledOn === null ? 'comp' : ''}>{waited}</b>
        {against !== null && (
          <>
            {', '}
            <EvidenceLink evidence={{ kind: 'rule', key: 'settle within' }} clientId={the.client.id}>
              {against}
            </EvidenceLink>
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A choice that reads as text until it is touched; while nothing is known it is a plain field that asks. */
function Chooser({
  label,
  field,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <select
      id={caseFieldId(field)}
      className={`case-choice${value === '' ? ' case-choice-open' : ''}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">not known yet</option>
      {children}
    </select>
  );
}

function CauseChoice({ the }: CaseProps) {
  const { complaint } = the;
  const judge = useJudge(complaint.id);
  const causes = useAsk('causes.list', {});
  const own = complaint.cause;
  const known = causes.data ?? (own === null ? [] : [own]);
  return (
    <Chooser
      label="Cause"
      field="cause"
      value={own === null ? '' : String(own.id)}
      onChange={(value) => judge.say({ causeId: value === '' ? null : Number(value) })}
    >
      {causeGroups.map((group) => (
        <optgroup key={group} label={groupWords[group]}>
          {known
            .filter((cause) => cause.group === group)
            .map((cause) => (
              <option key={cause.id} value={cause.id}>
                {cause.name}, {groupWords[group]}
              </option>
            ))}
        </optgroup>
      ))}
    </Chooser>
  );
}

function Heard({ the }: CaseProps) {
  const { complaint, replyLimitHours } = the;
  const waits = complaint.repliedOn === null && complaint.settledOn === null;
  return (
    <span id={caseFieldId('replied')} tabIndex={-1}>
      {waits ? (
        <>
          <b className="comp">no reply yet</b>
          {replyLimitHours !== null && (
            <>
              {', '}
              <EvidenceLink evidence={{ kind: 'rule', key: 'reply within' }} clientId={the.client.id}>
                your promise is {replyLimitHours} h
              </EvidenceLink>
            </>
          )}
        </>
      ) : (
        replyWords(complaint)
      )}
    </span>
  );
}
