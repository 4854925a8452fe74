import { useEffect, useState } from 'react';

/** Keeps a line of two pixels from coming out as 1.9999, and being drawn as one. */
const NUDGE = 1.00001;

/**
 * The CSS zoom that makes a screen with so many dots a pixel (a fine screen, a window zoomed in) lay things out as a
 * printer does: at one. Thin lines are rounded to whole dots, so that half a point is a pixel on paper and half a pixel
 * on a fine screen: fifty rows measured there would be a row too many on paper.
 */
export const asOnPaper = (dots: number): number => NUDGE / (dots > 0 ? dots : 1);

/** Dots a pixel of the screen that the window is on, and again when it is moved to another, or zoomed. */
export function useDots(): number {
  const [dots, setDots] = useState(devicePixelRatio);
  useEffect(() => {
    const follow = () => setDots(devicePixelRatio);
    const other = window.matchMedia(`(resolution: ${dots}dppx)`);
    other.addEventListener('change', follow);
    return () => other.removeEventListener('change', follow);
  }, [dots]);
  return dots;
}
