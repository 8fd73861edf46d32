import type { Sentences } from '../sentences.js';
import type { webPartnership as french } from '../fr/web-partnership.js';

/** Unreviewed: to be read by a native speaker. */
export const webPartnership: Sentences<typeof french> = {
  title: 'الأطراف',
  lead: '{parties, plural, zero {لا طرف} one {طرف واحد} two {طرفان} few {# أطراف} many {# طرفاً} other {# طرف}}، {countries, plural, zero {لا بلد} one {بلد واحد} two {بلدان} few {# بلدان} many {# بلداً} other {# بلد}}.',
  each: 'كل طرف',
  domestic: 'جميع الأطراف في البلد نفسه: لا سلطة أجنبية بينها.',
  switch: 'الانتقال إلى شراكة أخرى',
  chosen: 'المعروضة',
  bond: {
    title: 'ما يربطها',
    kinds: {
      CONVENTION: 'اتفاقية تعاون',
      TWINNING: 'توأمة',
      MUTUAL_COMMITMENT: 'اتفاق التزام متبادل',
      LETTER_OF_INTENT: 'رسالة نوايا',
      FRIENDSHIP_PACT: 'ميثاق صداقة',
    },
    kind: 'الشكل',
    since: 'منذ',
    has: 'يتضمن هذا الاتفاق',
    hasNot: 'ولا يتضمن',
    nothing: 'لا لجنة ولا برنامج سنوي ولا مدة محددة: لا يُحسب أي أجل ولا يُرسل أي تذكير.',
    one: {
      COMMITTEE: 'لجنة قيادة',
      PLAN: 'برنامج عمل سنوي',
      PLAN_DEADLINE: 'أجل لهذا البرنامج',
      TERM: 'مدة وإشعار مسبق',
      STATE_ACTS: 'إرسال إلى الدولة',
    },
    source: 'ما يتضمنه كل شكل من أشكال الاتفاق اختيار من Passerelle: لا يحدده أي نص.',
    none: 'لم يُسجل بعد أي اتفاق لهذه الشراكة.',
    text: 'قراءة النص',
  },
  party: {
    kind: 'الطبيعة',
    kinds: {
      MUNICIPALITY: 'جماعة',
      INTERCOMMUNAL: 'مجموعة جماعات',
      DEPARTMENT: 'إقليم أو عمالة',
      REGION: 'جهة',
      VILLAGE: 'قرية',
      POPULAR_COMMITTEE: 'مخيم، تمثله لجنته الشعبية',
      FOREIGN_AUTHORITY: 'سلطة محلية أجنبية أخرى',
      OTHER: 'منظمة أخرى',
    },
    place: 'المكان',
    people: 'السكان',
    count: '{about, select, YES {حوالي {people, number}} other {{people, number}}}{year, select, none {} other { ({year})}}',
    supervision: 'تحت حماية',
    siren: 'رقم SIREN',
    networks: 'الشبكات',
    president: 'الرئاسة',
    desk: 'التنسيق',
    status: 'صفة السلطة المحلية',
  },
};
