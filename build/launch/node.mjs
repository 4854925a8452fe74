import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { cache } from './places.mjs';
import { say } from './say.mjs';
import { makeWhole } from './whole.mjs';

/** What the build tools and better-sqlite3 ask for. */
const oldestGoodMajor = 22;
const fetchedVersion = '24.21.0';

/** A Node that the tools can run on: the running one, or a newer one from the npm registry. */
export async function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestGoodMajor) return process.execPath;
  const folder = join(cache, 'node24');
  if (!existsSync(folder)) {
    say(`fetching Node ${fetchedVersion} for the tools (this one is ${process.versions.node})`);
    await makeWhole(folder, (partial) =>
      npm(['install', '--prefix', partial, '--no-save', '--no-package-lock', `node@${fetchedVersion}`], {
        cwd: partial,
      }),
    );
  }
  return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
