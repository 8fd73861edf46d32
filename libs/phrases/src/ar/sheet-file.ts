import type { Sentences } from '../sentences.js';
import type { sheetFile as french } from '../fr/sheet-file.js';

/** Not reviewed by a speaker yet. */
export const sheetFile: Sentences<typeof french> = {
  place: {
    title: 'العنوان|عنوان المشروع|اسم المشروع|عنوان البطاقة',
    kind: 'النوع|نوع البطاقة',
    axis: 'محور الاتفاقية|المحور|المحور الاستراتيجي',
    lead: 'مسار العمل في الاتفاقية|مسار العمل',
    outsideAxesReason: 'سبب الوجود خارج المحاور',
    startsOn: 'البداية|تاريخ البداية|تاريخ الانطلاق',
    endsOn: 'النهاية|تاريخ النهاية',
    year: 'مخطط سنة|السنة',
    author: 'اقترحها',
    state: 'حالة البطاقة',
    retained: 'في المخطط',
    context: 'السياق|السياق والمبررات|المبررات|التشخيص',
    objectives: 'الأهداف|الهدف|الهدف العام|الأهداف الخاصة|أهداف المشروع|النتائج المنتظرة',
    activities: 'الأنشطة|الأنشطة المبرمجة|وصف المشروع|وصف الأنشطة|التنفيذ',
    reciprocity: 'المعاملة بالمثل|التبادلية|المنفعة المتبادلة',
    carried: 'النص المستورد',
    indicators: 'المؤشرات والأهداف الرقمية|المؤشرات|مؤشرات التتبع|التقييم',
    budget: 'الميزانية التقديرية|الميزانية|خطة التمويل',
  },
  indicators: {
    label: 'ما يُقاس|المؤشر',
    method: 'طريقة الجمع|الطريقة|مصدر التحقق',
    responsible: 'المسؤول عن المؤشر|المسؤول',
    total: 'الهدف الإجمالي|المجموع|الهدف الرقمي',
    target: 'الأشخاص المستهدفون، {party}|{party}',
  },
  budget: {
    label: 'النفقة|بند النفقات|البند',
    payer: 'تتحملها|يؤديها',
    funder: 'ممول آخر|الممول',
    kind: 'الشكل|بأي شكل',
    amount: 'المبلغ|الكلفة',
    currency: 'العملة',
    converted: 'المبلغ محوَّلاً إلى {currency}',
    rate: 'سعر الصرف المعتمد',
  },
  currency: { EUR: 'يورو|أورو', MAD: 'درهم|درهما|دراهم' },
  transversal: 'المحور الأفقي {number}',
  origin: 'مستورد من الملف «{file}».',
  retained: { YES: 'نعم', NO: 'لا' },
  fileName: 'fiche-{year}',
  planName: 'مخطط {year}',
};
