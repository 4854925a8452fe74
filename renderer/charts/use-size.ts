import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** The width of an element in whole pixels, and again whenever it changes; `guess` until it is known. */
export function useWidth(element: RefObject<Element | null>, guess: number): number {
  const [width, setWidth] = useState(guess);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const measure = () => {
      const now = Math.round(watched.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The window's inner height in pixels. */
export function useWindowHeight(): number {
  const [height, setHeight] = useState(window.innerHeight);
  useEffect(() => {
    const measure = () => setHeight(window.innerHeight);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return height;
}
