import { useEffect, useState } from 'react';

/** Pauses in typing shorter than this are not the end of a word. */
const REST = 250;

/** What is being typed, once it rests: a page is not asked for anew with every letter. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
