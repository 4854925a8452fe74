import { useAsk, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import './letterhead-part.css';

/** What stands at the head of printed pages, and the words of the letters. */
export function LetterheadPart() {
  const logo = useAsk('logo.read', {});
  const choose = useWrite('logo.choose');
  const remove = useWrite('logo.remove');
  const png = logo.data?.png ?? null;
  const problem = choose.error ?? remove.error ?? logo.error;
  return (
    <section className="settings-part">
      <h2>On paper</h2>
      <div className="letterhead">
        <div className="letterhead-logo">
          {png === null ? (
            <span>No logo: your business’s name stands there alone.</span>
          ) : (
            <img src={`data:image/png;base64,${png}`} alt="Your logo" />
          )}
        </div>
        <div>
          <p>
            Your logo stands at the head of printed pages, letters and coupons. A PNG or JPEG picture of up to
            10 MB; it is kept in the ledger, so it goes with every backup.
          </p>
          <div className="settings-actions">
            <Button disabled={choose.isPending} onClick={() => choose.mutate({})}>
              {png === null ? 'Choose a logo…' : 'Choose another…'}
            </Button>
            {png !== null && (
              <Button variant="quiet" disabled={remove.isPending} onClick={() => remove.mutate({})}>
                Remove it
              </Button>
            )}
          </div>
          {problem !== null && (
            <p className="settings-wrong" role="alert">
              {problem.message}
            </p>
          )}
        </div>
      </div>
      <p className="letterhead-links">
        The words of your <a href="#/letters">letters</a> are yours to change. What you printed and kept can
        be printed again: see the <a href="#/prints">kept copies</a>.
      </p>
    </section>
  );
}
