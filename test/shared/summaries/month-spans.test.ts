import { describe, expect, it } from 'vitest';
import { monthEnd, monthFirst, monthSpans } from '../../../shared/summaries/month-spans.ts';

describe('the months that stand beside each other', () => {
  it('are whole once the month is over, also on its last day', () => {
    expect(monthSpans('2026-10', '2026-11-17', '2024-01-05')).toEqual({
      soFar: false,
      spans: [
        { from: '2026-10-01', to: '2026-10-31' },
        { from: '2026-09-01', to: '2026-09-30' },
        { from: '2025-10-01', to: '2025-10-31' },
      ],
    });
    expect(monthSpans('2026-11', '2026-11-30', '2024-01-05').soFar).toBe(false);
  });

  it('end on the same day while it goes on, or on the last there is', () => {
    expect(monthSpans('2026-11', '2026-11-17', '2024-01-05')).toEqual({
      soFar: true,
      spans: [
        { from: '2026-11-01', to: '2026-11-17' },
        { from: '2026-10-01', to: '2026-10-17' },
        { from: '2025-11-01', to: '2025-11-17' },
      ],
    });
    expect(monthSpans('2027-03', '2027-03-30', '2024-01-05').spans[1]).toEqual({
      from: '2027-02-01',
      to: '2027-02-28',
    });
  });

  it('leave out those before the ledger begins, and the calendar’s end', () => {
    expect(monthSpans('2026-10', '2026-11-17', '2026-09-30').spans.map((span) => span !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(monthSpans('1900-01', '2026-11-17', '1900-01-01').spans.slice(1)).toEqual([null, null]);
    expect(monthFirst('2199-12-31', 1)).toBeNull();
    expect([monthEnd('2028-02-11'), monthEnd('2199-12-01')]).toEqual(['2028-02-29', '2199-12-31']);
  });
});
