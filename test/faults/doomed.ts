import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Beside the program that was started, in whatever file the bundler put this. */
export const CHILD = join(dirname(process.argv[1] ?? ''), 'child.js');
/** A child that takes longer than this is broken, in ms. */
const PATIENCE = 120_000;

/** A mark of the child's, and when it came, in ms. */
export interface Told {
  readonly mark: string;
  readonly at: number;
}

/** When a child is killed: so many ms after its mark number `from` has come. */
export interface Instant {
  readonly from: number;
  readonly mark: string;
  readonly after: number;
}

/** Runs a child until `instant`, or, where null, until it has nothing left to do, and kills it. Answers what it told. */
export async function runChild(
  name: string,
  folder: string,
  instant: Instant | null,
): Promise<readonly Told[]> {
  const child = spawn(process.execPath, [CHILD, name, folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const told: Told[] = [];
  let [rest, complaint, aimed] = ['', '', false];
  const kill = () => child.kill('SIGKILL');
  const patience = setTimeout(kill, PATIENCE);
  const hear = (mark: string) => {
    told.push({ mark, at: performance.now() });
    if (instant !== null && told.length > instant.from && !aimed) {
      aimed = true;
      if (instant.after < 1) kill();
      else setTimeout(kill, instant.after);
    }
    // Nothing left to do: it was quicker than its time.
    if (mark === 'e') kill();
  };
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    // A mark cut in its middle was not told.
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, by) => resolve(by));
  });
  clearTimeout(patience);
  if (signal !== 'SIGKILL' || told.length === 0)
    throw new Error(`The child of “${name}” ended by itself:\n${complaint.trim()}`);
  return told;
}
