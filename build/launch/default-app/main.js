// Electron's default app in small: starts the app whose folder is on the command line, after the modules
// named by -r, just as a downloaded Electron does.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, required } = readCommandLine(process.argv.slice(1));
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
for (const file of required) createRequire(import.meta.url)(resolve(file));
// Awaited, so that Electron holds back `ready`: the app must be able to declare its scheme before.
await import(pathToFileURL(join(folder, about.main)).href);

function readCommandLine(args) {
  const required = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') required.push(args[++i]);
    else if (!arg.startsWith('-')) return { folder: resolve(arg), required };
  }
  console.error('electron: name the folder of an app');
  process.exit(1);
}
