import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** One start of a window: ms from the process's birth to its first painted screen, and its peak memory in bytes. */
export interface Start {
  readonly ms: number;
  readonly peakBytes: number;
}

export interface Startable {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const electron = process.env.EVENHAND_ELECTRON ?? '';
const flags = (process.env.EVENHAND_ELECTRON_FLAGS ?? '').split(' ').filter(Boolean);

/** Starts a window, waits for its first paint and a second of rest, reads its peak memory, and ends it. */
export async function start({ args, env }: Startable): Promise<Start> {
  const born = performance.now();
  const child = spawn(electron, [...flags, ...args], {
    env: { ...process.env, ...env, EVENHAND_TELL_PAINTED: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await painted(child);
    const ms = performance.now() - born;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { ms, peakBytes: peakOf(child.pid ?? 0) };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

function painted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('no first paint within a minute')), 60_000);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it painted`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('evenhand:painted')) return;
      clearTimeout(patience);
      resolve();
    });
  });
}

/** Peak resident memory of a process and all its children, summed; 0 where the system does not tell (Linux only). */
function peakOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of safely(() => readdirSync('/proc')) ?? []) {
    const stat = /^\d+$/.test(name) ? safely(() => readFileSync(`/proc/${name}/stat`, 'utf8')) : null;
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [child, parent] of parents) {
      if (family.has(parent) && !family.has(child)) grown = Boolean(family.add(child));
    }
  }
  return [...family].reduce((sum, one) => {
    const status = safely(() => readFileSync(`/proc/${one}/status`, 'utf8'));
    return sum + Number(/VmHWM:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) * 1024;
  }, 0);
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
