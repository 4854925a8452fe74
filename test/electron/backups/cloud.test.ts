import { describe, expect, it } from 'vitest';
import { cloudOf } from '../../../electron/backups/cloud.ts';

describe('a ledger in a folder that a cloud service synchronises', () => {
  it.each([
    ['C:\\Users\\Ann\\Dropbox\\Books\\Mine.evenhand', 'Dropbox'],
    ['C:\\Users\\Ann\\Dropbox (Hollin Gardens)\\Mine.evenhand', 'Dropbox'],
    ['/home/ann/Dropbox/Mine.evenhand', 'Dropbox'],
    ['/Users/ann/Library/CloudStorage/Dropbox/Mine.evenhand', 'Dropbox'],
    ['C:\\Users\\Ann\\OneDrive\\Documents\\Mine.evenhand', 'OneDrive'],
    ['C:\\Users\\Ann\\OneDrive - Hollin Gardens\\Mine.evenhand', 'OneDrive'],
    ['/Users/ann/Library/CloudStorage/OneDrive-Personal/Mine.evenhand', 'OneDrive'],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/Mine.evenhand', 'iCloud Drive'],
    ['C:\\Users\\Ann\\iCloudDrive\\Mine.evenhand', 'iCloud Drive'],
    ['G:\\My Drive\\Mine.evenhand', 'Google Drive'],
    ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.com/My Drive/Mine.evenhand', 'Google Drive'],
    ['/home/ann/Google Drive/Mine.evenhand', 'Google Drive'],
    ['/home/ann/Nextcloud/Mine.evenhand', 'Nextcloud'],
    ['/home/ann/nextcloud2/Mine.evenhand', 'Nextcloud'],
    ['/home/ann/ownCloud/Mine.evenhand', 'ownCloud'],
    ['/Users/ann/Library/CloudStorage/Box-Box/Mine.evenhand', 'Box'],
    ['C:\\Users\\Ann\\Box\\Mine.evenhand', 'Box'],
    ['/home/ann/pCloudDrive/Mine.evenhand', 'pCloud'],
    ['P:\\pCloud Drive\\Mine.evenhand', 'pCloud'],
    ['/home/ann/MEGA/Mine.evenhand', 'MEGA'],
    ['C:\\Users\\Ann\\Documents\\MEGAsync\\Mine.evenhand', 'MEGA'],
    ['/home/ann/Sync/Mine.evenhand', 'Syncthing'],
    ['/srv/syncthing/books/Mine.evenhand', 'Syncthing'],
    ['/Users/ann/Library/CloudStorage/SomethingNew/Mine.evenhand', 'a cloud service'],
  ])('%s: %s', (path, name) => {
    expect(cloudOf(path)).toBe(name);
  });

  it.each([
    '/home/ann/.config/evenhand/ledgers/Mine.evenhand',
    'C:\\Users\\Ann\\AppData\\Roaming\\evenhand\\ledgers\\Mine.evenhand',
    '/Users/ann/Library/Application Support/evenhand/ledgers/Mine.evenhand',
    // The file's own name, and words that only begin alike.
    '/home/ann/Dropbox',
    '/home/ann/Dropbox.evenhand',
    '/home/ann/Dropboxes/Mine.evenhand',
    'D:\\Books\\Garden box\\Mine.evenhand',
    'D:\\Books\\2026\\box\\Mine.evenhand',
    '/home/ann/books/Omega/Mine.evenhand',
    'Mine.evenhand',
    '',
  ])('not %s', (path) => {
    expect(cloudOf(path)).toBeNull();
  });
});
