import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { appArguments, takesScreenshot } from './app-arguments.mjs';
import { buildApp } from './build-app.mjs';
import { openDisplay } from './display.mjs';
import { out, root } from './places.mjs';
import { runVisibly } from './run.mjs';
import { runMain, say } from './say.mjs';
import { setUp } from './set-up.mjs';

const picture = join(out, 'first-window.png');

// Chromium's complaints about what a virtual screen lacks; they mean nothing and hide what does.
const meaningless = /^\[\d+:\d+\/[\d./]+:(ERROR|WARNING):.*(bus|dbus|gpu|gl_|angle|viz|vaapi|vulkan)/i;

await runMain(async () => {
  const args = appArguments(process.argv.slice(2));
  const { node, electron, flags } = await setUp();
  if (!(await buildApp(node))) return 1;
  const display = await openDisplay();
  const inVain = display.virtual && !takesScreenshot(args);
  const stopWatching = inVain ? announcePicture() : () => {};
  try {
    return await runVisibly(electron.executable, [...flags, root, ...args], {
      env: { ...display.env, ...(inVain ? { EVENHAND_FIRST_WINDOW_SHOT: picture } : {}) },
      filterErrors: display.virtual ? showMeaningful : undefined,
    });
  } finally {
    stopWatching();
    display.close();
  }
});

/** Without a screen nobody would see the window: the app leaves a picture of it, and we say where. */
function announcePicture() {
  mkdirSync(out, { recursive: true });
  rmSync(picture, { force: true });
  say('no screen here: the app runs on a virtual one (Ctrl+C ends it)');
  const timer = setInterval(() => {
    if (!existsSync(picture)) return;
    clearInterval(timer);
    say(`a picture of its first window: ${relative(process.cwd(), picture)}`);
  }, 200);
  return () => clearInterval(timer);
}

function showMeaningful(errors) {
  createInterface({ input: errors }).on('line', (line) => {
    if (!meaningless.test(line)) console.error(line);
  });
}
