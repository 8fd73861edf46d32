/** What is kept of a user agent: two short words, so that a person recognises her own devices. */
export interface Device {
  readonly browser: string | null;
  readonly platform: string | null;
}

type Signs = readonly (readonly [name: string, sign: RegExp])[];

/** In the order of asking: most browsers also call themselves Chrome or Safari. */
const browsers: Signs = [
  ['Edge', /\bEdgA?(iOS)?\//],
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|HeadlessChrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
];
const platforms: Signs = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
];

const first = (signs: Signs, text: string): string | null => signs.find(([, sign]) => sign.test(text))?.[0] ?? null;

/** The browser and the system a user agent names; `null` for what it does not. Only its first 500 characters are read. */
export function deviceOf(userAgent: string | null | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  return { browser: first(browsers, text), platform: first(platforms, text) };
}
