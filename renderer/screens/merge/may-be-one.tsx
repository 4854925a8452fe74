import { useAsk } from '../../api.ts';
import { useFormat } from '../../format.tsx';

/** The program names no more than that many pairs. */
const MOST = 50;

/** “2 pairs may be the same client”, leading there; nothing where there are none. */
export function MayBeOne({ className }: { readonly className?: string }) {
  const { count } = useFormat();
  const pairs = useAsk('merge.suggestions', {}).data?.length ?? 0;
  if (pairs === 0) return null;
  const words =
    pairs === 1
      ? '1 pair may be the same client'
      : `${count(pairs)}${pairs >= MOST ? ' or more' : ''} pairs may be the same client`;
  return (
    <a className={className} href="#/merge">
      {words}
    </a>
  );
}
