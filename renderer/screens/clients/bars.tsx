/** Goodwill beside its limit: the tick is the limit, the bar breaks off where it is far beyond. */
export function LimitBar({
  percent,
  limitPercent,
}: {
  readonly percent: number | null;
  /** Null: the house rule is off, and there is nothing to stand beside. */
  readonly limitPercent: number | null;
}) {
  const tick = 20.5;
  const full = 40;
  // With a limit of nothing, anything given is beyond it.
  const wanted =
    percent === null || percent <= 0 || limitPercent === null
      ? 0
      : limitPercent > 0
        ? (percent / limitPercent) * tick
        : full;
  const beyond = wanted > full;
  return (
    <svg width={full} height="12" className="clients-bar" aria-hidden="true">
      {wanted > 0 && (
        <rect y="3" width={Math.min(full, Math.max(1.5, wanted))} height="6" fill="var(--dec)" />
      )}
      {limitPercent !== null && <path d={`M${tick} 0v12`} stroke="var(--edge)" />}
      {beyond && (
        <path d="M33 2l3 4-3 4M37 2l3 4-3 4" stroke="var(--ground)" fill="none" strokeWidth="1.25" />
      )}
    </svg>
  );
}

/** A tenth of all revenue fills it: beyond that a client is big however long the bar. */
export function ShareBar({ percent }: { readonly percent: number | null }) {
  const width = percent === null ? 0 : Math.min(32, Math.max(1, (percent / 10) * 32));
  return (
    <svg width="32" height="12" className="clients-bar" aria-hidden="true">
      {width > 0 && <rect y="3" width={width} height="6" fill="var(--edge)" />}
    </svg>
  );
}
