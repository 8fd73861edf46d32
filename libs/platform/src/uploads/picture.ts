/** Our own bounds of a picture: its longer side, and all its points, as its header announces them. */
export const pictureLimits = { side: 12_000, pixels: 50_000_000 } as const;

/** A picture without what its camera or its editor wrote into it, or why it is not taken. */
export type CleanPicture = { readonly bytes: Buffer } | { readonly fault: 'BROKEN' | 'TOO_MANY_PIXELS' };

const broken = { fault: 'BROKEN' } as const;
const tooLarge = (width: number, height: number): boolean => width > pictureLimits.side || height > pictureLimits.side || width * height > pictureLimits.pixels;

/** What draws the picture; place, date, author, comments, thumbnails and animation are none of it. */
const pngDrawing = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'sBIT', 'bKGD']);

/** A PNG (ISO 15948) chunk by chunk: only those that draw are kept, nothing after its end. Points are never decoded. */
export function cleanPng(bytes: Buffer): CleanPicture {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let drawn = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const next = at + 12 + length;
    if (next > bytes.length || !/^[a-zA-Z]{4}$/.test(type)) return broken;
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return broken;
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      if (width === 0 || height === 0) return broken;
      if (tooLarge(width, height)) return { fault: 'TOO_MANY_PIXELS' };
    }
    if (pngDrawing.has(type)) kept.push(bytes.subarray(at, next));
    drawn ||= type === 'IDAT';
    if (type === 'IEND') return drawn && length === 0 ? { bytes: Buffer.concat(kept) } : broken;
    at = next;
  }
  return broken;
}

/** Start-of-frame markers: baseline to arithmetic, without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** JFIF, the colour profile, Adobe's colour transform: without them the colours are wrong. */
const keptApplication = (marker: number, body: Buffer): boolean =>
  (marker === 0xe0 && body.toString('latin1', 0, 5) === 'JFIF\0') || (marker === 0xe2 && body.toString('latin1', 0, 12) === 'ICC_PROFILE\0') || (marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe');

/** The way up (EXIF 0x0112): a telephone writes it there and nowhere else. 1 when it is not said. */
function orientationOf(body: Buffer): number {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0' || body.length < 14) return 1;
  const tiff = body.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let place = 0; place < Math.min(short(first), 100); place += 1) {
    const at = first + 2 + place * 12;
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}

/** An EXIF block that says the way up, and nothing else. */
function wayUp(orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
}

/** Where the coded points end: the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return null;
}

/** A JPEG (ISO 10918-1) segment by segment: EXIF, XMP, comments and what follows its end are left out; the way up stays. */
export function cleanJpeg(bytes: Buffer): CleanPicture {
  const kept: Buffer[] = [];
  let orientation = 1;
  let [framed, scanned] = [false, false];
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return broken;
    if (marker === 0xd9) return framed && scanned ? { bytes: Buffer.concat([bytes.subarray(0, 2), ...(orientation === 1 ? [] : [wayUp(orientation)]), ...kept, bytes.subarray(at, at + 2)]) } : broken;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    if (length < 2 || at + 2 + length > bytes.length) return broken;
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (isFrame(marker)) {
      if (body.length < 6) return broken;
      if (tooLarge(body.readUInt16BE(3), body.readUInt16BE(1))) return { fault: 'TOO_MANY_PIXELS' };
      framed = true;
    }
    if (marker === 0xe1) orientation = orientation === 1 ? orientationOf(body) : orientation;
    const end = marker === 0xda ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (end === null) return broken;
    scanned ||= marker === 0xda;
    const says = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!says || keptApplication(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return broken;
}
