import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes the folder `target` whole or not at all: `fill(folder)` works in a folder beside it that gets
 * its name only at the end, so that an interrupted set-up is never taken for a complete one.
 */
export async function makeWhole(target, fill) {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  await removeLeftovers(dirname(target));
  const partial = `${target}.partial-${process.pid}`;
  await mkdir(partial);
  try {
    await fill(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another set-up at the same time may have been quicker; its folder is as good as ours.
    if (!existsSync(target)) throw error;
  }
}

const anHour = 60 * 60 * 1000;

/** What interrupted set-ups left behind, of whatever they were making. */
async function removeLeftovers(folder) {
  for (const name of await readdir(folder)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (!pid) continue;
    const path = join(folder, name);
    // By age too: a number may belong to another program by now.
    const abandoned = !isRunning(Number(pid)) || Date.now() - (await stat(path)).mtimeMs > anHour;
    if (abandoned) await rm(path, { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
