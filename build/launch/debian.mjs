import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run.mjs';
import { say, Trouble } from './say.mjs';

export const isRoot = process.getuid?.() === 0;

const apt = { DEBIAN_FRONTEND: 'noninteractive' };

/** Whether a program of this name is on PATH. */
export const hasProgram = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));

/**
 * Gets Debian packages: installed at once for root on Debian (a container), otherwise a message with the
 * command to type, since asking for a password is not a launcher's business.
 */
export async function getPackages(packages, purpose) {
  if (!hasProgram('apt-get')) {
    throw new Trouble(
      `${purpose} needs what Debian calls ${packages.join(', ')}: please install that first.`,
    );
  }
  if (!isRoot) {
    throw new Trouble(`${purpose} needs a few system packages. Please type:
  sudo apt-get update && sudo apt-get install -y ${(await presentNames(packages)).join(' ')}`);
  }
  say(`installing ${packages.join(' ')} (${purpose})`);
  await aptGet(['update', '-qq']);
  await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...(await presentNames(packages))]);
}

/** Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libgtk-3-0 is libgtk-3-0t64 there. */
async function presentNames(packages) {
  return Promise.all(
    packages.map(async (name) => {
      const { code, output } = await runQuietly('apt-cache', ['show', `${name}t64`]);
      return code === 0 && output.includes('Package:') ? `${name}t64` : name;
    }),
  );
}

async function aptGet(args) {
  const { code, output } = await runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: apt,
  });
  if (code !== 0) throw new Trouble(`apt-get ${args[0]} did not work:\n${output.trim()}`);
}
