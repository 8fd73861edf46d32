import type { SeatCategory } from './seat.js';

/** What a party of that country usually is: proposed when a partnership is opened, changed at will. */
export interface CountryCustom {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA zone of its capital, or of most of it. */
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The title of who presides the local authority, in French and in Arabic. */
  readonly title: string;
  readonly titleAr: string;
  /** The language its people are first written to in. */
  readonly language: 'fr' | 'ar';
}

const custom = (country: string, [zone, locale, currency]: readonly [string, string, string], [title, titleAr]: readonly [string, string]): CountryCustom =>
  ({ country, zone, locale, currency, title, titleAr, language: locale.startsWith('ar') ? 'ar' : 'fr' });
const mayor = ['Maire', 'عمدة'] as const;

/** Countries with which French authorities cooperate most, France first. Any other is opened by its own zone, locale and currency. */
export const customs: readonly CountryCustom[] = [
  custom('FR', ['Europe/Paris', 'fr-FR', 'EUR'], mayor),
  custom('MA', ['Africa/Casablanca', 'ar-MA', 'MAD'], ['Président de la commune', 'رئيس الجماعة']),
  custom('PS', ['Asia/Hebron', 'ar-PS', 'ILS'], ['Maire', 'رئيس البلدية']),
  custom('ML', ['Africa/Bamako', 'fr-ML', 'XOF'], mayor),
  custom('DZ', ['Africa/Algiers', 'ar-DZ', 'DZD'], ['Président de l’APC', 'رئيس المجلس الشعبي البلدي']),
  custom('LB', ['Asia/Beirut', 'ar-LB', 'LBP'], ['Président de la municipalité', 'رئيس البلدية']),
  custom('TN', ['Africa/Tunis', 'ar-TN', 'TND'], ['Président de la commune', 'رئيس البلدية']),
  custom('SN', ['Africa/Dakar', 'fr-SN', 'XOF'], mayor),
  custom('BF', ['Africa/Ouagadougou', 'fr-BF', 'XOF'], mayor),
  custom('BJ', ['Africa/Porto-Novo', 'fr-BJ', 'XOF'], mayor),
  custom('TG', ['Africa/Lome', 'fr-TG', 'XOF'], mayor),
  custom('NE', ['Africa/Niamey', 'fr-NE', 'XOF'], mayor),
  custom('CI', ['Africa/Abidjan', 'fr-CI', 'XOF'], mayor),
  custom('CM', ['Africa/Douala', 'fr-CM', 'XAF'], mayor),
  custom('MG', ['Indian/Antananarivo', 'fr-MG', 'MGA'], mayor),
  custom('MR', ['Africa/Nouakchott', 'ar-MR', 'MRU'], mayor),
  custom('HT', ['America/Port-au-Prince', 'fr-HT', 'HTG'], mayor),
  custom('JO', ['Asia/Amman', 'ar-JO', 'JOD'], ['Maire', 'رئيس البلدية']),
  custom('AM', ['Asia/Yerevan', 'hy-AM', 'AMD'], mayor),
  custom('VN', ['Asia/Ho_Chi_Minh', 'vi-VN', 'VND'], ['Président du comité populaire', 'رئيس اللجنة الشعبية']),
  custom('DE', ['Europe/Berlin', 'de-DE', 'EUR'], mayor),
  custom('IT', ['Europe/Rome', 'it-IT', 'EUR'], mayor),
  custom('ES', ['Europe/Madrid', 'es-ES', 'EUR'], mayor),
];

/** The seat each party's first person takes: from there she composes her side. */
export const firstSeat: SeatCategory = 'COORDINATOR';
