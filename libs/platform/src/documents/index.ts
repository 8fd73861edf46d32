export * from './press.js';
export { TypstPress } from './typst-press.js';
export { missingGlyphs, missingGlyphsIn } from './missing-glyphs.js';
export { isolateLtr, withoutDirectionControls } from './isolate-ltr.js';
export { qrSvg } from './qr.js';
export { sha256Hex } from './sha256.js';
export { plainlyWritten } from './plainly-written.js';
