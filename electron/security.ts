import { app, session } from 'electron';

/** Every scheme but our own that Chromium can load from. */
const OUTSIDE = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);

/** Before the app is ready: Chromium's own habits of calling home are switched off, and no name resolves. */
export function forbidNetwork(): void {
  // Chromium can't sandbox a root user (containers, CI); the launcher passes --no-sandbox there, and only there.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-quic');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch(
    'disable-features',
    'MediaRouter,DialMediaRouteProvider,OptimizationHints,Translate,SpareRendererForSitePerProcess',
  );
}

/** Chromium fetches a dictionary for its spelling checker as soon as a session begins. */
export function forbidSpelling(): void {
  app.on('session-created', (made) => {
    made.setSpellCheckerLanguages([]);
    made.setSpellCheckerEnabled(false);
  });
}

/** Once ready: every request but the app's own is cancelled, every permission refused, no way out of the window. */
export function setupSecurity(): void {
  const { defaultSession } = session;
  // Only what could leave the laptop comes here: asking about each of our own files would slow every start.
  defaultSession.webRequest.onBeforeRequest({ urls: OUTSIDE }, (_details, answer) =>
    answer({ cancel: true }),
  );
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
