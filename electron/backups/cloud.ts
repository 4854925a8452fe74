/** Folders that a program keeps alike on several computers, by how a part of the path is called, in small letters. */
const synchronised: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/, 'Dropbox'],
  [/^onedrive( - .+)?$/, 'OneDrive'],
  [/^(icloud drive|iclouddrive|mobile documents|com~apple~clouddocs)$/, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.+|my drive|drivefs|google drive stream)$/, 'Google Drive'],
  [/^nextcloud\d*$/, 'Nextcloud'],
  [/^owncloud\d*$/, 'ownCloud'],
  [/^(box|box sync|box-box)$/, 'Box'],
  [/^(pcloud ?drive|pcloudsync|pcloud)$/, 'pCloud'],
  [/^(mega|megasync|mega cloud drive)$/, 'MEGA'],
  [/^(syncthing|sync)$/, 'Syncthing'],
  [/^(proton ?drive|protondrive-.+)$/, 'Proton Drive'],
  [/^(seafile|seadrive)$/, 'Seafile'],
  [/^(tresorit|my tresors)$/, 'Tresorit'],
  [/^(hidrive|magentacloud|yandex\.?disk|koofr|jottacloud|kdrive)$/, 'a cloud service'],
];

/** Words that a folder may be called by for other reasons: taken for such a one only in a home or at a drive's root. */
const common: ReadonlySet<string> = new Set(['box', 'sync', 'mega', 'my drive', 'seafile']);

/** macOS keeps every such folder under Library/CloudStorage, as “Dropbox”, “OneDrive-Personal”, “Box-Box”, … */
const STORAGE = 'cloudstorage';

/**
 * The program that synchronises the folder in which `path` lies, as its owner knows it; null: none that we know. Told
 * by the folders' names alone, on every system: `path` may have either kind of slash.
 */
export function cloudOf(path: string): string | null {
  // The file's own name says nothing.
  const parts = path
    .toLowerCase()
    .normalize('NFC')
    .split(/[\\/]+/)
    .slice(0, -1);
  for (const [at, part] of parts.entries()) {
    const ours = parts[at - 1] === STORAGE && parts[at - 2] === 'library';
    const name = ours ? (part.split('-')[0] ?? part) : part;
    const known = synchronised.find(([pattern]) => pattern.test(part) || pattern.test(name));
    const atHome = at <= 1 || ['users', 'home'].includes(parts[at - 2] ?? '');
    if (known && (ours || atHome || !common.has(part))) return known[1];
    if (ours) return 'a cloud service';
  }
  return null;
}
