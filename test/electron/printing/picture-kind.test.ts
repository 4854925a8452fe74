import { describe, expect, it } from 'vitest';
import { pictureKind } from '../../../electron/printing/picture-kind.ts';

const bytes = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = (width: number, height: number) => [
  ...[0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[width >> 24, width >> 16, width >> 8, width].map((part) => part & 255),
  ...[height >> 24, height >> 16, height >> 8, height].map((part) => part & 255),
];
const JPEG = [0xff, 0xd8];
const jfif = [0xff, 0xe0, 0, 16, ...Array<number>(14).fill(0)];
const frame = (marker: number, width: number, height: number) => [
  ...[0xff, marker, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3],
  ...Array<number>(9).fill(0),
];

describe('what a picture is', () => {
  it('is read from its first bytes, with its size', () => {
    expect(pictureKind(bytes(PNG, header(600, 300)))).toEqual({ kind: 'png', width: 600, height: 300 });
    expect(pictureKind(bytes(JPEG, jfif, frame(0xc0, 800, 200)))).toEqual({
      kind: 'jpeg',
      width: 800,
      height: 200,
    });
    // Progressive, and with filling bytes before a marker.
    expect(pictureKind(bytes(JPEG, jfif, [0xff], frame(0xc2, 9, 7)))).toMatchObject({ width: 9, height: 7 });
    // A table is no frame.
    expect(pictureKind(bytes(JPEG, [0xff, 0xc4, 0, 3, 0], frame(0xc0, 5, 6)))).toMatchObject({ width: 5 });
  });

  it('is nothing where it is something else, whatever it is called, or is cut off', () => {
    const text = (words: string) => new TextEncoder().encode(words);
    for (const given of [
      text(''),
      text('GIF89a'),
      text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      text('%PDF-1.7'),
      bytes(PNG),
      bytes(PNG, header(0, 5)),
      bytes(JPEG),
      bytes(JPEG, jfif),
      bytes(JPEG, [0xff, 0xe0, 0, 0], frame(0xc0, 1, 1)),
      bytes(JPEG, [0x12, 0x34], frame(0xc0, 1, 1)),
    ])
      expect(pictureKind(given)).toBeNull();
  });

  it('reads a part of a larger buffer as that part alone', () => {
    const whole = bytes([1, 2, 3], PNG, header(64, 32));
    expect(pictureKind(whole.subarray(3))).toEqual({ kind: 'png', width: 64, height: 32 });
  });
});
