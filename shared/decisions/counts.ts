/** “once”, “twice”, “3 times”; `count` from 1 on. */
export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
