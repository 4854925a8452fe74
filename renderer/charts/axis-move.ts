import type { AxisStop } from './axis-layout.ts';

const LANES = ['payments', 'complaints', 'decisions'] as const;

/**
 * Where an arrow key leads from a mark: left and right along time through all lanes, up and down to the nearest
 * mark of the next lane that has any. Null: nowhere.
 */
export function moveFrom(stops: readonly AxisStop[], index: number, key: string): number | null {
  const last = stops.length - 1;
  switch (key) {
    case 'ArrowRight':
      return index < last ? index + 1 : null;
    case 'ArrowLeft':
      return index > 0 ? index - 1 : null;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
      return nearest(stops, index, -1);
    case 'ArrowDown':
      return nearest(stops, index, 1);
    default:
      return null;
  }
}

function nearest(stops: readonly AxisStop[], index: number, direction: 1 | -1): number | null {
  const from = stops[index];
  if (!from) return null;
  for (let lane = LANES.indexOf(from.lane) + direction; lane >= 0 && lane < LANES.length; lane += direction) {
    let best: number | null = null;
    stops.forEach((stop, at) => {
      if (stop.lane !== LANES[lane]) return;
      const bestStop = best === null ? undefined : stops[best];
      if (!bestStop || Math.abs(stop.x - from.x) < Math.abs(bestStop.x - from.x)) best = at;
    });
    if (best !== null) return best;
  }
  return null;
}
