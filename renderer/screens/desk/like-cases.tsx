import { showDay } from '../../../shared/dates.ts';
import { useFormat } from '../../format.tsx';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark, SeverityMark } from '../../ui/marks.tsx';
import { severityWord } from './case-words.ts';
import './like-cases.css';
import type { CaseProps } from './open-case.tsx';
import { cameOf } from './option-words.ts';

/** Same case, same treatment: how the nearest like cases were treated, and what followed. */
export function LikeCases({ the }: CaseProps) {
  const { likeCases, advice } = the;
  const all = advice.like.decisions.length;
  return (
    <section className="likes" aria-labelledby="case-like">
      <div className="case-heading">
        <h2 id="case-like">Like cases</h2>
        <span>
          {all === 0
            ? advice.like.words
            : `${likeCases.length < all ? `${likeCases.length} nearest of ${all}` : all}: ${advice.like.words}; the same case gets the same treatment, a departure asks for a reason`}
        </span>
      </div>
      {likeCases.length === 0 ? (
        <p className="likes-none">
          No like case yet. What you decide here is what the next one is laid beside.
        </p>
      ) : (
        <LikeTable the={the} />
      )}
    </section>
  );
}

function LikeTable({ the }: CaseProps) {
  const { money } = useFormat();
  return (
    <table>
      <thead className="visually-hidden">
        <tr>
          <th>day</th>
          <th>client</th>
          <th>about</th>
          <th>decision</th>
          <th>cost so far</th>
          <th>what followed</th>
        </tr>
      </thead>
      <tbody>
        {the.likeCases.map((like) => {
          const came = cameOf(like);
          return (
            <tr key={like.decisionId}>
              <td className="likes-day">{showDay(like.on)}</td>
              <td className="likes-who">
                <a href={`#${clientPath(like.clientId, { kind: 'decision', id: like.decisionId })}`}>
                  {like.clientName}
                </a>
              </td>
              <td className="likes-text" title={like.text}>
                <SeverityMark severity={like.severity} open={false} size={16} />
                <span className="visually-hidden">{severityWord(like.severity)}, </span> {like.text}
              </td>
              <td>
                <DecisionMark kind={like.kind} used={like.outcome.couponUsed?.word === 'yes'} size={16} />{' '}
                {like.kind}
              </td>
              <td className="likes-money">{money(Math.max(like.amount, like.cost))}</td>
              <td>
                <span className="likes-came">
                  <Icon name={came.mark} size={14} />
                  {came.words}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
