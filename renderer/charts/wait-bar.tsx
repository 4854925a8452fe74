/** Days waited against the promise: the limit is an ink tick at seven tenths, and what is over goes past it. */
export function WaitBar({ days, limit }: { readonly days: number; readonly limit: number }) {
  const part = limit > 0 ? days / limit : 1;
  const within = Math.min(1, part) * 70;
  const over = part <= 1 ? 0 : Math.min(30, (part - 1) * 70);
  return (
    <svg className="wait-bar" width="100%" height="8" aria-hidden="true">
      <rect y="2" width="70%" height="4" fill="var(--line2)" />
      <rect y="2" width={`${within}%`} height="4" fill="var(--comp)" />
      {over > 0 && <rect x="72%" y="2" width={`${Math.max(2, over - 2)}%`} height="4" fill="var(--comp)" />}
      <svg x="70%" overflow="visible" aria-hidden="true">
        <path d="M.75 0v8" stroke="var(--ink)" strokeWidth="1.5" />
      </svg>
    </svg>
  );
}
