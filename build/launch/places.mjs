import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the installed packages are. */
export const modules = join(root, 'node_modules');

/** What set-up fetches or builds besides packages; safe to delete, made again when missing. */
export const cache = join(modules, '.cache');

/** Everything that is built, measured or photographed here; never in git. */
export const out = join(root, 'out');

/** A file of an installed package, for example `inPackage('vitest', 'vitest.mjs')`. */
export const inPackage = (name, ...path) => join(modules, ...name.split('/'), ...path);

/** A path as the person typed it: npm moves to the project's folder, INIT_CWD remembers where they stood. */
export const fromWhereTheyStand = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
