import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { Events } from '../shared/contract.ts';
import { afterColon } from '../shared/history/label.ts';
import type { Steps } from '../shared/views/history.ts';
import { ledgerOnDesk, tell } from './desk.ts';
import type { Ledger } from './ledger/open.ts';
import { stepsOf } from './ledger/undo.ts';
import { logFile } from './log.ts';

type Item = Events['menu.chosen']['item'];

const choose = (item: Item) => () => tell('menu.chosen', { item });

/** A ledger so damaged that it can't tell is dealt with where it is opened; the menu stands without. */
function stepsIn(ledger: Ledger | null): Steps {
  try {
    if (ledger !== null) return stepsOf(ledger);
  } catch {}
  return { undo: null, redo: null };
}

/** What is asked for when something is wrong; it works without a ledger and without a window. */
function helpMenu(): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: 'Help',
    submenu: [
      { id: 'show log', label: 'Show the log', click: () => void showLog() },
      {
        id: 'show ledger',
        label: 'Show the ledger’s file',
        enabled: ledgerOnDesk() !== null,
        click: () => {
          const ledger = ledgerOnDesk();
          if (ledger !== null) shell.showItemInFolder(ledger.file);
        },
      },
      { type: 'separator' },
      { label: `Evenhand ${app.getVersion()}`, enabled: false },
    ],
  };
}

/** In the system's own program for texts; in its folder where there is none. */
async function showLog(): Promise<void> {
  const problem = await shell.openPath(logFile());
  if (problem !== '') shell.showItemInFolder(logFile());
}

/** The menu bar; made anew after each change and for another ledger, because “Undo” names what it would undo. */
export function setupMenu(): void {
  const ledger = ledgerOnDesk();
  const { undo: undoable, redo: redoable } = stepsIn(ledger);
  const enabled = ledger !== null;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        { label: 'New client…', accelerator: 'CmdOrCtrl+N', enabled, click: choose('newClient') },
        { label: 'Import…', accelerator: 'CmdOrCtrl+I', enabled, click: choose('import') },
        { type: 'separator' },
        { label: 'Print…', accelerator: 'CmdOrCtrl+P', enabled, click: choose('print') },
        { label: 'Staff sheet…', enabled, click: choose('staffSheet') },
        { label: 'Month on a page…', enabled, click: choose('month') },
        { type: 'separator' },
        { label: 'Back up…', accelerator: 'CmdOrCtrl+Shift+B', enabled, click: choose('backup') },
        { label: 'Restore from a backup…', click: choose('restore') },
        { label: 'Backups and safety', enabled, click: choose('safe') },
        { label: 'Take it with you…', enabled, click: choose('exports') },
        { type: 'separator' },
        { label: 'Open another ledger…', accelerator: 'CmdOrCtrl+O', click: choose('openLedger') },
        { label: 'Settings…', accelerator: 'CmdOrCtrl+,', enabled, click: choose('settings') },
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: 'Quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        // No accelerator: in a text field Ctrl+Z is the field's own.
        {
          label: undoable ? `Undo: ${afterColon(undoable.label)}` : 'Undo',
          enabled: undoable !== null,
          click: () => undoable && tell('menu.chosen', { item: 'undo', changeId: undoable.id }),
        },
        {
          label: redoable ? `Redo: ${afterColon(redoable.label)}` : 'Redo',
          enabled: redoable !== null,
          click: () => redoable && tell('menu.chosen', { item: 'redo', changeId: redoable.id }),
        },
        { label: 'History', accelerator: 'CmdOrCtrl+Shift+H', enabled, click: choose('history') },
        { type: 'separator' },
        { role: 'undo', label: 'Undo typing' },
        { role: 'redo', label: 'Redo typing' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        { label: 'Find…', accelerator: 'CmdOrCtrl+K', enabled, click: choose('find') },
      ],
    },
    {
      label: 'View',
      submenu: [
        { label: 'Overview', accelerator: 'CmdOrCtrl+1', enabled, click: choose('overview') },
        { label: 'Clients', accelerator: 'CmdOrCtrl+2', enabled, click: choose('clients') },
        { label: 'Decision desk', accelerator: 'CmdOrCtrl+3', enabled, click: choose('desk') },
        { label: 'Outcomes', accelerator: 'CmdOrCtrl+4', enabled, click: choose('outcomes') },
        { label: 'Lessons', accelerator: 'CmdOrCtrl+5', enabled, click: choose('lessons') },
        { label: 'House rules', accelerator: 'CmdOrCtrl+6', enabled, click: choose('rules') },
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    helpMenu(),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
