/** What a picture's own first bytes say it is, whatever its file is called. */
export interface PictureKind {
  readonly kind: 'png' | 'jpeg';
  /** Pixels, as the file says; nothing was decoded yet. */
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Frame headers of a JPEG, which hold its size: all of C0 to CF but the tables. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Reads the head of a PNG or JPEG; null for anything else, or one that is cut off before its size. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, index) => bytes[index] === byte)) return pngOf(view);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegOf(view) : null;
}

/** The first chunk of a PNG is its header: length, name, width, height (ISO/IEC 15948, 11.2.2). */
function pngOf(view: DataView): PictureKind | null {
  if (view.byteLength < 24) return null;
  return sized('png', view.getUint32(16), view.getUint32(20));
}

/** Segments of a JPEG: a marker, a length, and in a frame header height and width (ITU-T T.81, B.2.2). */
function jpegOf(view: DataView): PictureKind | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (FRAMES.has(marker)) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function sized(kind: PictureKind['kind'], width: number, height: number): PictureKind | null {
  return width > 0 && height > 0 ? { kind, width, height } : null;
}
