import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with our terminal, passing Ctrl+C and the like on to it.
 * Answers its exit code (128 + signal number where a signal ended it, as shells do).
 */
export async function runVisibly(program, args, { env = {}, cwd, filterErrors } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: ['inherit', 'inherit', filterErrors ? 'pipe' : 'inherit'],
  });
  if (filterErrors) filterErrors(child.stderr);
  const pass = (signal) => child.kill(signal);
  for (const signal of passedOn) process.on(signal, pass);
  try {
    return await ended(child);
  } finally {
    for (const signal of passedOn) process.off(signal, pass);
  }
}

/** Runs a program without showing it; answers `{ code, output }` with everything it wrote. */
export async function runQuietly(program, args, { env = {}, cwd, limit } = {}) {
  const child = spawn(program, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const timer = limit && setTimeout(() => child.kill('SIGKILL'), limit);
  try {
    return { code: await ended(child), output };
  } finally {
    clearTimeout(timer);
  }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function environment(changes) {
  const all = { ...process.env, ...changes };
  // Set by some editors' terminals: Electron would start as a bare Node, without any window.
  delete all.ELECTRON_RUN_AS_NODE;
  return all;
}
