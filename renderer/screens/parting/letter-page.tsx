import { createPortal } from 'react-dom';
import { letterDay } from '../../../shared/partings/letters.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useAppState } from '../../app-state.tsx';
import './letter.css';

/** The letter as it lies on the table: what is seen here is what is printed, line for line. */
export function LetterPage({ page, text }: { readonly page: PartingPage; readonly text: string }) {
  const { paper } = useAppState();
  return (
    <>
      <div className="letter-sheet" data-paper={paper}>
        <Letter page={page} text={text} />
      </div>
      {/* Beside the window's own root, so that printing can leave everything else out. */}
      {createPortal(
        <div className="letter-print" data-paper={paper}>
          <Letter page={page} text={text} />
        </div>,
        document.body,
      )}
    </>
  );
}

function Letter({ page, text }: { readonly page: PartingPage; readonly text: string }) {
  const { client, business, asOf } = page;
  const day = page.parting?.finishedOn ?? asOf;
  const address = [
    client.contact,
    // An address often begins with the name already.
    client.contact === client.name || client.address?.startsWith(client.name) ? null : client.name,
    ...(client.address?.split('\n') ?? []),
  ].filter((line): line is string => line !== null && line.trim() !== '');
  return (
    <article className="letter" aria-label="The letter as it will be printed">
      <header className="letter-head">
        <b>{business}</b>
        <span>{letterDay(day)}</span>
      </header>
      <address className="letter-to">
        {address.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <div className="letter-text">
        {text.split('\n\n').map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are told apart by their place alone
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  );
}
