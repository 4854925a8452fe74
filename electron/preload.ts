import { contextBridge, ipcRenderer } from 'electron';

/** The whole bridge. It knows no command and no event by name, so it never grows. */
contextBridge.exposeInMainWorld(
  'evenhand',
  Object.freeze({
    call: (command: string, input: unknown): Promise<unknown> =>
      ipcRenderer.invoke('evenhand:call', command, input),
    on: (event: string, listener: (payload: unknown) => void): (() => void) => {
      const receive = (_event: unknown, name: string, payload: unknown) => {
        if (name === event) listener(payload);
      };
      ipcRenderer.on('evenhand:event', receive);
      return () => ipcRenderer.removeListener('evenhand:event', receive);
    },
  }),
);
