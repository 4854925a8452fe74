/** A stream of numbers that is the same for the same seed, on every computer. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
}

/** 32-bit FNV-1a hash of a text, so that each client draws from a stream of its own. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Random numbers from a seed and a name. One stream a name: a client added to the sample leaves all others as they
 * were. The generator is mulberry32 (T. Ettinger, public domain): small, and good enough for invented data.
 */
export function randomFor(seed: number, name: string): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ hash(name)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
  };
}
