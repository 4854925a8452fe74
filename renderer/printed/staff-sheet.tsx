import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { StaffLine } from '../../shared/summaries/staff-sheet.ts';
import type { Format } from '../make-format.ts';
import type { Block, Flow } from './flow.ts';
import './staff-sheet.css';

/** For the wall behind the counter: large enough to read standing, and nothing on it that a client may not see. */
export function staffSheetFlow(document: DocumentOf<'staff sheet'>, _format: Format): Flow {
  const { accounts, title } = document;
  const heads = (
    <div className="staff-row staff-heads">
      <span>Account</span>
      <span>What to do</span>
    </div>
  );
  const blocks: Block[] =
    accounts.length === 0
      ? [{ key: 'none', node: <p className="staff-none">No account asks for anything special today.</p> }]
      : [
          { key: 'heads', node: heads, withNext: true },
          ...accounts.map(
            (account, index): Block => ({
              key: `account ${index}`,
              again: <div className="staff-again">{heads}</div>,
              node: <Account account={account} />,
            }),
          ),
        ];
  return {
    name: 'for staff',
    again: title.toLowerCase(),
    foot: 'For staff. Not for clients to see.',
    top: [
      {
        key: 'head',
        node: (
          <header className="staff-head">
            <h1>{title}</h1>
            <p>Be as kind to them as to everyone. If you are not sure, or they ask why, ask the owner.</p>
          </header>
        ),
      },
    ],
    streams: [{ key: 'accounts', width: '1fr', blocks }],
    mostSheets: null,
  };
}

function Account({ account }: { readonly account: StaffLine }) {
  return (
    <div className="staff-row">
      <div>
        <b>{account.name}</b>
        {account.number !== null && <p className="staff-number">Client number {account.number}</p>}
      </div>
      <div>
        {account.instructions.map((text) => (
          <p key={text} className="staff-do">
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}
