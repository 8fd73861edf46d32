import type { codeSignature as french } from '../fr/code-signature.js';
import type { Sentences } from '../sentences.js';

/** Unreviewed: to be read by a native speaker. */
export const codeSignature: Sentences<typeof french> = {
  mail: {
    subject: '{number}: توقيع برمز مرسل بالبريد الإلكتروني',
    heading: 'وُقِّع محضر برمز',
    body: '{office} ({party}): توقيع المحضر {number} برمز مرسل بالبريد الإلكتروني، يوم {day} على الساعة {time}.',
    until: 'يمكن الاعتراض عليه خلال 48 ساعة: إلى غاية {day} على الساعة {time}.',
    otherwise: 'إن كان هذا التوقيع صحيحاً فلا شيء مطلوب. وإلا فعلى صاحب المقعد أو منسقيته أن يكتب بذلك إلى جميع المنسقيات قبل هذا الأجل. لا يُوقَف أي شيء: قبل التوقيع الأخير يمكن للرئاسة التي لم توقّع أن ترفض بهذا السبب؛ وبعده لا يصحح إلا محضر تصحيحي.',
    button: 'قراءة المحضر وتوقيعاته',
  },
};
