import { fitLibraries } from './display.mjs';
import { findElectron } from './electron.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';
import { sandboxFlags } from './sandbox.mjs';
import { fitSqlite } from './sqlite.mjs';

/** Packages and a Node to run the tools on: what building and checking needs. */
export async function setUpTools() {
  await installPackages();
  return { node: await findNode() };
}

/** Everything it takes to run the app: `{ node, electron, flags }`. */
export async function setUp() {
  const { node } = await setUpTools();
  const electron = await findElectron(node);
  // One after the other: both may need apt-get, of which there can be only one at a time.
  await fitSqlite(electron);
  await fitLibraries(electron.executable);
  return { node, electron, flags: await sandboxFlags(electron) };
}
