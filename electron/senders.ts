/** Who stands at the door: the window the owner sees, or the hidden one that lays out and prints. */
export type Sender = 'window' | 'press';

/** The press may ask for its own job and nothing else; the window for everything but that. */
export function mayAsk(sender: Sender | null, command: string): boolean {
  if (sender === null) return false;
  return (sender === 'press') === command.startsWith('press.');
}
