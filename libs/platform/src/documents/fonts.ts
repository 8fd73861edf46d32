import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The faces a document is set in. Arabic is Amiri: Noto's Arabic faces split letters from their dots,
 * and no reader (search, copy, screen reader) gets the words back (notofonts/arabic#284).
 */
const faces = {
  'Noto Sans': ['noto-sans/400Regular/NotoSans_400Regular', 'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic', 'noto-sans/600SemiBold/NotoSans_600SemiBold', 'noto-sans/700Bold/NotoSans_700Bold'],
  Amiri: ['amiri/400Regular/Amiri_400Regular', 'amiri/700Bold/Amiri_700Bold'],
  'Noto Sans Tifinagh': ['noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular'],
  'Noto Sans Mono': ['noto-sans-mono/400Regular/NotoSansMono_400Regular', 'noto-sans-mono/600SemiBold/NotoSansMono_600SemiBold'],
} as const;

/** Families usable in a template, in the order in which a missing glyph is looked for. */
export const textFamilies = ['Noto Sans', 'Amiri', 'Noto Sans Tifinagh'] as const;
export type FontFamily = keyof typeof faces;

/** The font files of these families, whole and static, from the installed packages. */
export const fontFiles = (families: readonly FontFamily[] = Object.keys(faces) as FontFamily[]): string[] =>
  families.flatMap((family) => faces[family].map((face) => require.resolve(`@expo-google-fonts/${face}.ttf`)));

/** The upright regular file of one family. */
export const regularFile = (family: FontFamily): string => require.resolve(`@expo-google-fonts/${faces[family][0]}.ttf`);
