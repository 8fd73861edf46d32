import type { Sentences } from '../sentences.js';
import type { webPublic as french } from '../fr/web-public.js';

/** Unreviewed: to be read by a native speaker. */
export const webPublic: Sentences<typeof french> = {
  title: 'ما تم تقريره',
  lead: 'القرارات والبرامج القابلة للتنفيذ، مفتوحة للجميع ودون حساب. ولا يذكر الأشخاص إلا بصفتهم.',
  read: 'الاطلاع على ما تم تقريره',
  none: 'لا يوجد أي قرار قابل للتنفيذ حالياً',
  noneHint: 'يظهر القرار هنا بمجرد توقيع جميع الأطراف على محضره.',
  parties: 'الأطراف: {names}',
  all: 'كل ما تم تقريره',
  plan: {
    inForce: 'برنامج العمل {year}، ساري المفعول',
    other: 'برنامج العمل {year}',
    budget: 'الميزانية المتوقعة',
    axis: 'المحور {number}: {title}',
    outsideAxes: 'خارج محاور الاتفاقية',
    people: '{count, plural, zero {لا شخص مستهدف} one {شخص واحد مستهدف} two {شخصان مستهدفان} few {# أشخاص مستهدفين} many {# شخصاً مستهدفاً} other {# شخص مستهدف}}',
    between: 'من {from} إلى {to}',
    adoptedBy: 'اعتُمد بموجب {number}',
  },
  meetingOf: { ORDINARY: 'اجتماع عادي بتاريخ {day}، {place}', EXTRAORDINARY: 'اجتماع استثنائي بتاريخ {day}، {place}' },
  minutes: {
    title: 'المحضر {number}',
    open: 'قراءة {number}',
    executory: 'قابل للتنفيذ',
    onPaper: 'نافذ، موقَّع على الورق',
    meeting: 'الاجتماع',
    host: 'الطرف المضيف',
    decided: '{count, plural, zero {لم يُعتمد أي قرار} one {القرار} two {القراران} few {القرارات} many {القرارات} other {القرارات}}',
    number: 'القرار {number}',
    signatures: 'وقّع عليه',
    signed: '{place}، في {day}',
    pdf: 'نسخة عمومية {language} (PDF)',
    leftOut: 'المناقشات والتصويت الاسمي وأسماء الأشخاص ليست عمومية: تبقى في المحضر الموقع.',
    fingerprint: 'بصمة المحتوى الموقع (SHA-256)',
    whole: 'لأعضاء اللجنة: قراءة المحضر كاملاً',
    languages: { fr: 'بالفرنسية', ar: 'بالعربية' },
  },
  feed: {
    title: '{name}: القرارات القابلة للتنفيذ',
    description: 'قرارات لجان القيادة، بمجرد توقيع جميع الأطراف.',
    rss: 'المتابعة عبر RSS',
    json: 'بيانات مفتوحة (JSON)',
    item: '{partnership}: {title}',
  },
};
