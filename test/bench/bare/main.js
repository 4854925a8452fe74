// The least an Electron app can be: one window with one heading. The start of ours is measured against it.
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('page-title-updated', (_event, title) => {
    if (title === 'painted') process.stdout.write('evenhand:painted\n');
  });
  window.loadFile(new URL('index.html', import.meta.url).pathname);
});
