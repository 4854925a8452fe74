import { readFile, stat } from 'node:fs/promises';
import { dialog, nativeImage } from 'electron';
import { OwnerError } from '../../shared/result.ts';
import { LARGEST_LOGO } from '../ledger/logo.ts';
import { mainWindow } from '../window.ts';
import { pictureKind } from './picture-kind.ts';

/** A logo straight from a camera is larger than this; one for a letterhead is not. */
const LARGEST_FILE = 10 * 1024 * 1024;
/** Twice what a printer needs for the head of a page, in pixels; then less, until it is small enough to keep. */
const WIDTHS = [600, 450, 300, 200] as const;
/** No letterhead is higher than this, however narrow the picture. */
const HIGHEST = 400;
/** More pixels than these are no logo, and would take all the memory there is to open. */
const MOST_PIXELS = 50_000_000;

/** Asks the owner for a picture; answers it as PNG in base 64, or null when they closed the dialog. */
export async function chooseLogo(): Promise<string | null> {
  const window = mainWindow();
  if (window === null) return null;
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Choose your logo',
    buttonLabel: 'Use as logo',
    properties: ['openFile'],
    filters: [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg'] }],
  });
  const file = chosen.filePaths[0];
  if (chosen.canceled || file === undefined) return null;
  return asPng(await bytesOf(file));
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE)
      throw new OwnerError(
        'invalid',
        'This picture is larger than 10 MB. Save it smaller, then choose it again.',
      );
    return await readFile(file);
  } catch (error) {
    if (error instanceof OwnerError) throw error;
    throw new OwnerError('invalid', 'This file can’t be read. Is the disk it lies on still there?');
  }
}

/**
 * The picture anew, small enough for the head of a page: what was read is decoded and written again, so that nothing
 * else that may hang on the file goes into the ledger. Throws OwnerError for what is no PNG or JPEG.
 */
export function asPng(bytes: Buffer): string {
  const kind = pictureKind(bytes);
  if (kind === null)
    throw new OwnerError(
      'invalid',
      'Only PNG and JPEG pictures can be used. Save your logo as one of them first.',
    );
  if (kind.width * kind.height > MOST_PIXELS)
    throw new OwnerError(
      'invalid',
      'This picture has too many pixels. Save it smaller, then choose it again.',
    );
  const picture = nativeImage.createFromBuffer(bytes);
  const { width, height } = picture.getSize();
  if (picture.isEmpty() || width < 1 || height < 1)
    throw new OwnerError('invalid', 'This picture is damaged: it can’t be opened.');
  for (const most of WIDTHS) {
    const scale = Math.min(1, most / width, HIGHEST / height);
    const size = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
    const png = (scale < 1 ? picture.resize({ ...size, quality: 'best' }) : picture)
      .toPNG()
      .toString('base64');
    if (png.length <= LARGEST_LOGO) return png;
  }
  throw new OwnerError('invalid', 'This picture is too large to go at the head of a page.');
}
