import type { Sentences } from '../sentences.js';
import type { webDemo as french } from '../fr/web-demo.js';

/** Unreviewed: to be read by a native speaker. */
export const webDemo: Sentences<typeof french> = {
  banner: 'نسخة تجريبية — بلا قيمة قانونية',
  controls: 'تغيير',
  personas: 'أخذ مكان…',
  side: { FR: 'فيلنوف لا غارين (فرنسا)', MA: 'تيزنيت (المغرب)', OTHERS: 'تسع شراكات أخرى' },
  mailbox: 'صندوق رسائل النسخة التجريبية',
  choose: {
    title: 'الدخول إلى النسخة التجريبية',
    lead: 'اختاروا مكان من تدخلون. لا يُذكر اسم أحد: كل شخص معيّن بوظيفته.',
  },
  clock: {
    title: 'ساعة النسخة التجريبية',
    days: '{days, plural, zero {+ # يوم} one {+ يوم واحد} two {+ يومان} few {+ # أيام} many {+ # يوماً} other {+ # يوم}}',
    to: 'التقدم إلى',
    move: 'تقديم الساعة',
    lead: 'لا تتقدم الساعة إلا نحو المستقبل. تُرسل التذكيرات المستحقة خلال ذلك على الفور: اقرؤوها في صندوق الرسائل.',
  },
};
