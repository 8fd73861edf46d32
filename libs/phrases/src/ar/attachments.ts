import type { Sentences } from '../sentences.js';
import type { attachments as french } from '../fr/attachments.js';

/** Documents joined to a fiche or to an item of the agenda. Not yet read by a native speaker. */
export const attachments: Sentences<typeof french> = {
  title: 'الوثائق المرفقة',
  none: 'لا توجد أي وثيقة مرفقة.',
  attach: 'إرفاق وثيقة',
  attachTo: 'إرفاق وثيقة بـ {title}',
  to: 'إلى:',
  field: 'الملف',
  hint: 'PDF أو Word ‏(docx) أو Excel ‏(xlsx) أو OpenDocument ‏(odt وods) أو صورة PNG أو JPEG أو CSV أو نص. {megabytes} ميغابايت على الأكثر.',
  tooLarge: 'حجم هذا الملف {size} ميغابايت، وهو أكبر من الحد المسموح به وهو {megabytes} ميغابايت. اختاروا ملفًا أخف.',
  inDraft: 'ما دامت البطاقة لم تُقدَّم، فلا يرى وثائقها إلا جماعتكم.',
  onAgenda: 'ستُفتح الوثيقة لجميع الأعضاء مع الاستدعاء، ولا يمكن سحبها بعد ذلك.',
  send: 'إرفاق هذا الملف',
  sending: 'جارٍ الإرسال…',
  back: 'الرجوع دون إرفاق',
  sentBy: 'أرفقها {person} ({party})',
  remove: 'سحب {name}',
  removeShort: 'سحب',
  size: '{value} {unit, select, octet {بايت} kilo {كيلوبايت} other {ميغابايت}}',
};
