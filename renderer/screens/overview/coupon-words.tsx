import { daysBetween, showDayShort } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { useFormat } from '../../format.tsx';
import { ClientLink } from './parts.tsx';

/** Whose coupon ends next. */
export function CouponWords({ overview }: { readonly overview: Overview }) {
  const { money, days } = useFormat();
  const { couponsOut, couponsLapsing, asOf } = overview;
  if (couponsOut.count === 0) return <p className="overview-none">No coupon is out.</p>;
  return (
    <>
      {couponsLapsing.length === 0 && <p className="overview-none">None ends within 30 days.</p>}
      {couponsLapsing.length > 0 && (
        <table className="overview-table">
          <tbody>
            {couponsLapsing.slice(0, 4).map((coupon) => (
              <tr key={coupon.couponId}>
                <th scope="row">
                  <ClientLink id={coupon.clientId} name={coupon.clientName} />
                </th>
                <td className="overview-right overview-quiet">
                  ends {showDayShort(coupon.validUntil)}, in {days(daysBetween(asOf, coupon.validUntil))}
                </td>
                <td className="overview-right">{money(coupon.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
