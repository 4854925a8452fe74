// A process for the fault tests to hurt: `node child.js KIND FOLDER`.
import { kindNamed } from './kinds/index.ts';
import { tryLimited, tryReadOnly } from './lowly.ts';
import { say } from './say.ts';

const [, , name = '', folder = ''] = process.argv;
if (name === 'read-only') await tryReadOnly(folder);
else if (name === 'limited') await tryLimited(folder);
else {
  await kindNamed(name).work(folder, say);
  say.end();
  // Killed in any case: an end of its own would close what a crash leaves open.
  setInterval(() => undefined, 60_000);
}
