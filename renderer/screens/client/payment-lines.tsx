import type { Day } from '../../../shared/dates.ts';
import type { Payment } from '../../../shared/invoices/invoice.ts';
import { useFormat } from '../../format.tsx';
import { useDo } from './use-do.ts';
import { list, methodWords, showDayNear } from './words.ts';

/** Payments one by one, each of which can be taken back. */
export function PaymentLines({
  payments,
  asOf,
}: {
  readonly payments: readonly Payment[];
  readonly asOf: Day;
}) {
  const { money } = useFormat();
  const remove = useDo('payments.remove');
  return (
    <ul className="money-lines">
      {payments.map((payment) => {
        const said = `${money(payment.amount)} of ${showDayNear(payment.paidOn, asOf)}`;
        return (
          <li key={payment.id}>
            <span className="money-day">{showDayNear(payment.paidOn, asOf)}</span>
            <span className="money-what">
              {list('paid', methodWords[payment.method], payment.imported && 'imported', payment.note)}
            </span>
            <span className="money-amount">{money(payment.amount)}</span>
            <button
              type="button"
              className="text-button"
              aria-label={`Remove the payment ${said}`}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ id: payment.id })}
            >
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}
