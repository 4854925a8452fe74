/** Most characters and bytes of a name: with a day and an ending still below what any file system takes. */
const LONGEST = { characters: 80, bytes: 160 };

/**
 * A business's or a client's name as a file may be called on every system: without what Windows, macOS or Linux keep
 * for themselves. `instead` where nothing is left of it.
 */
export function fileNameOf(name: string, instead: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N} &'’(),+.-]+/gu, ' ');
  const letters = [...plain].slice(0, LONGEST.characters);
  while (Buffer.byteLength(letters.join('')) > LONGEST.bytes) letters.pop();
  const safe = letters
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[ .-]+|[ .]+$/g, '')
    // Windows keeps these names for devices, with any ending.
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, `$1 ${instead.toLowerCase()}`);
  return safe || instead;
}
