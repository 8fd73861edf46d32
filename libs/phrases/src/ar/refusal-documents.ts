import type { Sentences } from '../sentences.js';
import type { refusalDocuments as french } from '../fr/refusal-documents.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalDocuments: Sentences<typeof french> = {
  GLYPH_MISSING: 'لا يمكن طباعة هذا الحرف في وثيقة رسمية: {character}. عوضوه بكلمات (عدد الحروف المعنية في هذا النص: {count}).',
  DOCUMENT_TOO_LARGE: 'هذه الوثيقة أطول من أن تُطبع: {length} حرفاً، والحد الأقصى {maximum}. ضعوا جزءاً من النص في ملحق.',
  PRESS_MISSING: 'لا يمكن إنتاج ملفات PDF على هذا الجهاز ({platform}): محرك الطباعة غير متوفر له. أخبروا مسؤول المنصة؛ لم يضع أي شيء.',
};
