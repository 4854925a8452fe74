import type { KeyboardEvent, ReactNode } from 'react';
import { At } from './at.tsx';
import { useLinked, useLinkProps } from './linked.tsx';
import { unseen } from './unseen.ts';

/** What is said of a mark: first line and the rest. */
export interface Said {
  readonly head: string;
  readonly lines: readonly string[];
}

export interface AxisStopProps {
  readonly keys: readonly string[];
  /** Place in the order of time. */
  readonly index: number;
  /** The one mark that Tab reaches. */
  readonly tabbable: boolean;
  readonly said: Said;
  readonly x: number;
  readonly y: number;
  readonly onShow: (index: number | null) => void;
  /** What is written beside the mark: its label for the eye, which its name says already. */
  readonly written?: ReactNode;
  readonly children: ReactNode;
}

/** A mark that can be pointed at, focused and entered. */
export function AxisStop({ keys, index, tabbable, said, x, y, onShow, written, children }: AxisStopProps) {
  const linked = useLinked();
  const link = useLinkProps(keys);
  const key = keys[0] ?? '';
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    linked.jump(key);
  };
  return (
    <At x={x} y={y}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no button element */}
      <g
        role="button"
        tabIndex={tabbable ? 0 : -1}
        aria-label={[said.head, ...said.lines].join('. ')}
        className="axis-mark"
        data-stop={index}
        {...link}
        onPointerEnter={() => {
          link.onPointerEnter();
          onShow(index);
        }}
        onPointerLeave={() => {
          link.onPointerLeave();
          onShow(null);
        }}
        onFocus={(event) => {
          link.onFocus(event);
          onShow(index);
        }}
        onBlur={() => {
          link.onBlur();
          onShow(null);
        }}
        onClick={() => linked.jump(key)}
        onKeyDown={enter}
      >
        {children}
      </g>
      {written && (
        <g {...unseen} className="axis-written" data-link={link['data-link']}>
          {written}
        </g>
      )}
    </At>
  );
}
