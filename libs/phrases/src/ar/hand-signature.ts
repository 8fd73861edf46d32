import type { Sentences } from '../sentences.js';
import type { handSignature as french, webHand as frenchWeb } from '../fr/hand-signature.js';

/** Unreviewed: to be read by a native speaker. */
export const handSignature: Sentences<typeof french> = {
  entered: 'أودعه {person} ({party}) بتاريخ {day}.',
  answered: '{state, select, CONFIRMED {عاينه وأكده {person} ({party}) بتاريخ {day}.} other {لم يقبله {person} ({party}) بتاريخ {day}. السبب: {reason}}}',
};

/** Unreviewed: to be read by a native speaker. */
export const webHand: Sentences<typeof frenchWeb> = {
  waits: 'أُودع توقيع على الورق: يجب أن يؤكده طرف آخر',
  check: 'معاينة التوقيع على الورق وتأكيده ({party})',
  look: 'معاينة التوقيع المودع على الورق ({party})',
  bring: 'التوقيع على الورق',
  bringTitle: 'توقيع {number} على الورق',
  bringLead: 'لرئاسة توقّع بخط اليد. يُحتسب توقيعها بمجرد أن يعاينه شخص من طرف آخر على النسخة الممسوحة.',
  steps: 'في ثلاث خطوات',
  stepPrint: 'اطبعوا هذا المحضر: تظهر عليه بصمته ورمز QR الخاص به.',
  stepSign: 'توقّع الرئاسة في الإطار المخصص لجماعتها، مع ذكر المكان والتاريخ.',
  stepScan: 'امسحوا جميع الصفحات أو صوّروها، بما فيها صفحة البصمة، وأودعوا الملف هنا (PDF أو PNG أو JPEG).',
  place: 'حُرّر في',
  signedOn: 'وُقّع بتاريخ',
  signedOnHint: 'اليوم المكتوب بخط اليد على الورق.',
  send: 'إيداع النسخة الممسوحة',
  title: 'التوقيعات على الورق للمحضر {number}',
  none: 'لم يُودع أي توقيع على الورق لهذه النسخة.',
  noneHint: 'يمكن لتنسيقية طرف لم يوقّع بعد إيداع المحضر الموقّع بخط اليد.',
  of: 'توقيع {party}',
  signatory: 'الموقّع',
  madeAt: 'حُرّر في',
  on: 'بتاريخ',
  hash: 'البصمة المطبوعة على المحضر',
  scan: 'النسخة الممسوحة للمحضر الموقّع',
  scanHint: 'PDF أو PNG أو JPEG، {megabytes} ميغابايت على الأكثر.',
  state: { ENTERED: 'في انتظار التأكيد', CONFIRMED: 'محتسب', DECLINED: 'غير مقبول', WITHDRAWN: 'مسترجَع' },
  moot: 'دون موضوع',
  mootHint: 'تغيّر هذا المحضر أو وقّع هذا الطرف بطريقة أخرى: لم يعد هناك ما يُؤكَّد.',
  question: 'هل ترون هذا التوقيع على النسخة الممسوحة؟',
  consequence: 'افتحوا النسخة الممسوحة أعلاه. إذا قرأتم فيها البصمة ورأيتم التوقيع فأكدوا: يُحتسب على الفور ولا يمكن سحبه.',
  last: 'هذا آخر توقيع منتظر: يصبح المحضر قابلاً للتنفيذ.',
  seen: 'رأيت على النسخة الممسوحة البصمة التي تبدأ بـ {start} والتوقيع: {office}.',
  confirm: 'تأكيد التوقيع',
  decline: 'النسخة الممسوحة غير مناسبة',
  reason: 'ما ينقص أو يختلف',
  reasonHint: 'ستقرؤه تنسيقية {party} ويمكنها إيداع نسخة أخرى.',
  declineSend: 'عدم قبول هذه النسخة',
  withdraw: 'استرجاع هذا الإيداع',
  back: 'العودة إلى المحضر',
  done: {
    brought: 'أُودعت النسخة الممسوحة. تم إشعار التنسيقية الأخرى: يُحتسب التوقيع بمجرد أن تؤكده.',
    counted: 'تم تأكيد التوقيع على الورق: إنه محتسب.',
    declined: 'لم تُقبل النسخة الممسوحة. تقرأ التنسيقية التي أودعتها السبب الذي ذكرتموه.',
    withdrawn: 'تم استرجاع الإيداع. لم يُحتسب شيء.',
  },
};
