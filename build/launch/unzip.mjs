// node unzip.mjs FILE.zip FOLDER: unpacks with electron's own unpacker, since a bare system has no unzip.
// A program of its own because that unpacker wants the newer Node.
import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inPackage } from './places.mjs';

const [zip, folder] = process.argv.slice(2).map((path) => resolve(path));
const fromElectron = createRequire(realpathSync(inPackage('electron', 'install.js')));
const { extract } = await import(pathToFileURL(fromElectron.resolve('@electron-internal/extract-zip')).href);
await mkdir(folder, { recursive: true });
await extract(zip, { dir: folder });
