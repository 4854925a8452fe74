import { runQuietly } from './run.mjs';
import { Trouble } from './say.mjs';

const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Runs npm with the given arguments and answers what it printed; its failure is ours. */
export async function npm(args, options) {
  // Under `npm start` npm names its own script: no search on PATH, and no .cmd trouble on Windows.
  const script = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [program, first] = script
    ? [process.execPath, [script]]
    : process.platform === 'win32'
      ? ['cmd.exe', ['/d', '/c', 'npm']]
      : ['npm', []];
  const { code, output } = await runQuietly(program, [...first, ...args, ...quiet], options);
  if (code !== 0) throw new Trouble(`npm ${args[0]} did not work:\n${output.trim()}`);
  return output;
}
