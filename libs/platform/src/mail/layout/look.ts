import { directionOf, type Language } from '#kernel';

/** Colours of experience.md 2.4 on paper. */
export const light = {
  paper: '#FBFAF7',
  surface: '#FFFFFF',
  sand: '#F1EEE7',
  ink: '#1B2130',
  quiet: '#474E5E',
  primary: '#0F4C5C',
  accent: '#A23E24',
  thread: '#DAD5C9',
  done: { ink: '#2B6636', ground: '#E3F0E4' },
  late: { ink: '#98182E', ground: '#FBE6E9' },
  attention: { ink: '#6A4700', ground: '#FFF1CF' },
} as const;

/** The same tokens by night; mail programmes that keep a style sheet take them, the others show paper. */
export const darkSheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#12161F!important}.surface{background:#1A2030!important;border-color:#3A4254!important}
.ink{color:#F2EFE8!important}.quiet{color:#B9BFCC!important}.line{border-color:#3A4254!important}
.button,.button a{background:#8CC9D8!important;color:#06242C!important}.link{color:#8CC9D8!important}.brand{color:#8CC9D8!important}
.accent{border-color:#F0A48E!important}.code{background:#12161F!important;color:#F2EFE8!important}
.done{background:#1E3324!important;color:#93CF9D!important}.late{background:#3D1D25!important;color:#F39AA9!important}.attention{background:#3A2E14!important;color:#F2C76B!important}
}`;

/** How a language is set: sides, fonts, room between lines. Physical sides, because mail programmes ignore logical ones. */
export interface Tongue {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly font: string;
  readonly leading: number;
  readonly headLeading: number;
}

const latin = `'IBM Plex Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const arabic = `'IBM Plex Sans Arabic','Noto Sans Arabic','Segoe UI',Tahoma,Arial,sans-serif`;
const tifinagh = `'Noto Sans Tifinagh','Ebrima','Segoe UI',sans-serif`;
const setting: Readonly<Record<Language, { font: string; leading: number }>> = {
  fr: { font: latin, leading: 1.5 },
  en: { font: latin, leading: 1.5 },
  ar: { font: arabic, leading: 1.75 },
  zgh: { font: tifinagh, leading: 1.7 },
};

export function tongueOf(language: Language, direction: 'ltr' | 'rtl' = directionOf(language)): Tongue {
  const [start, end] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return { language, direction, start, end, ...setting[language], headLeading: language === 'ar' ? 1.5 : 1.3 };
}
