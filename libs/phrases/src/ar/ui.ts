import type { Sentences } from '../sentences.js';
import type { ui as french } from '../fr/ui.js';

/** Unreviewed: to be read by a native speaker. */
export const ui: Sentences<typeof french> = {
  skip: 'الانتقال إلى المحتوى',
  above: 'للعلم',
  languages: 'لغة الصفحة',
  navigation: {
    name: 'التنقل الرئيسي',
    waiting:
      '{count, plural, zero {، لا شيء في انتظاركم} one {، عنصر واحد في انتظاركم} two {، عنصران في انتظاركم} few {، # عناصر في انتظاركم} many {، # عنصراً في انتظاركم} other {، # عنصر في انتظاركم}}',
  },
  field: { optional: '(اختياري)' },
  timeline: { past: 'تمّ:', present: 'جارٍ:', future: 'قادم:', missed: 'فات أوانه:' },
  refusal: {
    title: 'هذا غير ممكن في الوضع الحالي',
    source: {
      ARTICLE: 'الاتفاقية، {reference}',
      RULES_OF_PROCEDURE: 'النظام الداخلي، {reference}',
      LAW: 'القانون: {reference}',
      PRODUCT_DEFAULT: 'إعداد افتراضي في المنصة، يمكن للشركاء تعديله',
      FIXED: 'قاعدة تحفظها Passerelle',
      READING: '{article, select, none {الاتفاقية} other {الاتفاقية، {article}}}؛ قراءتها هنا إعداد افتراضي في Passerelle يمكن للشركاء تعديله',
    },
  },
  countdown: {
    before: '{days, plural, zero {اليوم} one {يوم واحد} two {يومان} few {# أيام} many {# يوماً} other {# يوم}}',
    after: '{days, plural, zero {اليوم} one {+ يوم واحد} two {+ يومان} few {+ # أيام} many {+ # يوماً} other {+ # يوم}}',
    left: '{days, plural, =0 {الموعد اليوم.} zero {الموعد اليوم.} one {بقي يوم واحد.} two {بقي يومان.} few {بقيت # أيام.} many {بقي # يوماً.} other {بقي # يوم.}}',
    late: '{days, plural, zero {الموعد اليوم.} one {فات الموعد بيوم واحد.} two {فات الموعد بيومين.} few {فات الموعد بـ # أيام.} many {فات الموعد بـ # يوماً.} other {فات الموعد بـ # يوم.}}',
    working:
      '{days, plural, zero {لا يوم عمل مشترك بين البلدين} one {يوم عمل واحد في البلدين} two {يوما عمل في البلدين} few {# أيام عمل في البلدين} many {# يوم عمل في البلدين} other {# يوم عمل في البلدين}}',
  },
};
