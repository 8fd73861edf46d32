/** Languages of the interface. French is authoritative (convention, Art. 8). */
export const languages = ['fr', 'ar', 'zgh', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');
