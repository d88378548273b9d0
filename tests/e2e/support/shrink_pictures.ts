// Rewrites renewed screenshots with a palette, which more than halves their size.
//
// The colours change less than the comparison tolerates, because our pages have a few plain colours and
// the shades at the edges of letters.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const FOLDER = new URL("../screenshots/", import.meta.url);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE = 3;
/** The largest squared distance between two colours that look the same. */
const ALIKE = 192;

/** A picture without transparency, with three bytes per pixel. */
interface Picture {
  width: number;
  height: number;
  pixels: Buffer;
}

/** Shrinks each picture that has no palette yet. */
export default async function shrinkPictures(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const file = new URL(name, FOLDER);
    const png = await readFile(file);
    if (name.endsWith(".png") && png[25] !== PALETTE) await writeFile(file, encode(decode(png)));
  }
}

/**
 * Decodes a PNG as Playwright writes it: 8 bits per channel, not interlaced, with or without an alpha
 * channel.
 */
function decode(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) !== "IDAT") continue;
    data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const lines = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : lines[at - channels]!;
      const above = y === 0 ? 0 : lines[at - stride]!;
      const corner = y === 0 || x < channels ? 0 : lines[at - stride - channels]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter!]!;
      lines[at] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  const pixels = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    lines.copy(pixels, pixel * 3, pixel * channels, pixel * channels + 3);
  }
  return { width, height, pixels };
}

/** Returns the predictor of the PNG filter Paeth: the neighbour nearest to `left + above - corner`. */
function paeth(left: number, above: number, corner: number): number {
  const plane = left + above - corner;
  const [a, b, c] = [left, above, corner].map((it) => Math.abs(plane - it)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function encode({ width, height, pixels }: Picture): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // Starts with the most frequent colours. A rare colour that differs from all others is included too.
  const palette: number[] = [];
  for (const [colour] of [...counts].sort((one, other) => other[1] - one[1])) {
    if (palette.length < 256 && palette.every((it) => distance(it, colour) > ALIKE)) palette.push(colour);
  }
  const index = new Map(palette.map((colour, at) => [colour, at]));
  const lines = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * 3;
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    if (!index.has(colour)) index.set(colour, nearest(palette, colour));
    const y = Math.floor(pixel / width);
    lines[y * (width + 1) + 1 + (pixel % width)] = index.get(colour)!;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3);
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  const chunks = [chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", data), chunk("IEND")];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** Returns the index of the most similar colour in the palette. */
function nearest(palette: number[], colour: number): number {
  const distances = palette.map((it) => distance(it, colour));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const channel = (shift: number) => (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2;
  return channel(16) + channel(8) + channel(0);
}

function chunk(kind: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named) >>> 0, named.length + 4);
  return framed;
}
