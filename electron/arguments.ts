/** What was asked for on the command line, once the launcher or the system has started us. */
export interface Arguments {
  /** Open this ledger instead of the last one. */
  readonly ledger: string | null;
  /** Open a fresh sample ledger in a temporary place. */
  readonly sample: boolean;
  /** Save the first window there once it has painted, then quit. */
  readonly screenshot: string | null;
  /** What is wrong with the command line, in words. */
  readonly problem: string | null;
}

/** Reads our own flags out of `argv`; Chromium's and Electron's pass unseen. A lone .evenhand file is a ledger. */
export function readArguments(argv: readonly string[]): Arguments {
  let ledger: string | null = null;
  let screenshot: string | null = null;
  let problem: string | null = null;
  let sample = false;
  for (let i = 1; i < argv.length; i++) {
    const arg = argv[i] ?? '';
    const [flag, inline] =
      arg.startsWith('--') && arg.includes('=')
        ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]
        : [arg, null];
    if (flag === '--sample') sample = true;
    else if (flag === '--ledger' || flag === '--screenshot') {
      const value = inline ?? argv[i + 1] ?? '';
      if (inline === null) i++;
      if (value === '' || value.startsWith('--')) problem = `${flag} needs a file: ${flag} FILE`;
      else if (flag === '--ledger') ledger = value;
      else screenshot = value;
    } else if (!arg.startsWith('-') && arg.endsWith('.evenhand')) ledger = arg;
  }
  if (sample && ledger !== null) problem = 'Choose one of --sample and --ledger.';
  return { ledger, sample, screenshot, problem };
}
