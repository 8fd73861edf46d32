import type { MailDraft } from './mail-layout.js';

/** Two letters as the house writes them, for the eye and for the specs: a reminder in French, the same in Arabic. */
export const sampleLetters: Readonly<Record<'fr' | 'ar', MailDraft>> = {
  fr: {
    language: 'fr',
    direction: 'ltr',
    title: 'Le PV de la séance du 14 novembre attend votre signature',
    preheader: 'Il vous reste 15 jours. Environ 6 minutes de lecture.',
    blocks: [
      { kind: 'heading', text: ['Le procès-verbal ', { id: 'PV-2026-3' }, ' attend votre signature'] },
      { kind: 'paragraph', text: ['Madame, Monsieur, le comité de pilotage de la coopération entre ', { name: 'Villeneuve-la-Garenne' }, ' et ', { name: 'تيزنيت' }, ' a adopté le plan d’action 2027 à l’unanimité.'] },
      { kind: 'status', tone: 'ATTENTION', text: ['Il reste 15 jours : le plan doit être validé avant le 31 décembre 2026.'] },
      {
        kind: 'facts',
        rows: [
          { label: 'Séance', values: [['samedi 14 novembre 2026'], [{ id: '10:00' }, ' à Villeneuve-la-Garenne'], [{ id: '09:00' }, ' à Tiznit']] },
          { label: 'Déjà signé par', values: [['la coprésidence de ', { name: 'Tiznit' }]] },
          { label: 'Lecture', values: [['6 minutes']] },
        ],
      },
      { kind: 'quote', language: 'fr', direction: 'ltr', text: 'Le plan d’action annuel est validé par le comité avant la fin de l’année qui précède son exécution.', source: 'Texte d’exemple, art. 5' },
      { kind: 'paragraph', text: ['Votre signature le rend exécutoire. Rien n’est décidé en ouvrant ce lien.'] },
    ],
    button: { label: 'Lire et signer le PV', url: 'https://passerelle.example/fr/pv/0193a4c2' },
    footer: {
      lines: [['Message automatique envoyé à ', { id: 'president@tiznit.example' }, ', membre du comité.'], ['Une question ? Votre coordinatrice : ', { id: '+33 1 00 00 00 00' }, '.']],
      links: [{ label: 'Régler mes rappels', url: 'https://passerelle.example/fr/moi/rappels' }],
    },
  },
  ar: {
    language: 'ar',
    direction: 'rtl',
    title: 'محضر جلسة 14 نونبر في انتظار توقيعكم',
    preheader: 'بقي لكم 15 يوماً. حوالي 6 دقائق للقراءة.',
    blocks: [
      { kind: 'heading', text: ['المحضر ', { id: 'PV-2026-3' }, ' في انتظار توقيعكم'] },
      { kind: 'paragraph', text: ['السيدة، السيد، صادقت لجنة القيادة للتعاون بين ', { name: 'Villeneuve-la-Garenne' }, ' وتيزنيت بالإجماع على برنامج العمل لسنة 2027.'] },
      { kind: 'status', tone: 'LATE', text: ['بقي 15 يوماً: يجب اعتماد البرنامج قبل 31 دجنبر 2026.'] },
      {
        kind: 'facts',
        rows: [
          { label: 'الجلسة', values: [['السبت 14 نونبر 2026'], ['الساعة ', { id: '09:00' }, ' بتيزنيت'], ['الساعة ', { id: '10:00' }, ' بـ', { name: 'Villeneuve-la-Garenne' }]] },
          { label: 'وقّعت', values: [['رئاسة ', { name: 'Villeneuve-la-Garenne' }]] },
          { label: 'القراءة', values: [['6 دقائق']] },
        ],
      },
      { kind: 'quote', language: 'fr', direction: 'ltr', text: 'Le plan d’action annuel est validé par le comité avant la fin de l’année qui précède son exécution.', source: 'Texte d’exemple, art. 5' },
      { kind: 'list', items: [['اقرؤوا المحضر بالعربية أو الفرنسية.'], ['وقّعوا بمفتاح المرور أو برمز ', { id: '6' }, ' أرقام.']] },
      { kind: 'code', code: '482 913' },
      { kind: 'status', tone: 'DONE', text: ['تم التوقيع من الطرف الآخر.'] },
    ],
    button: { label: 'قراءة المحضر وتوقيعه', url: 'https://passerelle.example/ar/pv/0193a4c2' },
    footer: {
      lines: [['رسالة آلية موجهة إلى ', { id: 'president@tiznit.example' }, '، عضو اللجنة.'], ['سؤال؟ المنسقة: ', { id: '+33 1 00 00 00 00' }, '.']],
      links: [{ label: 'ضبط التذكيرات', url: 'https://passerelle.example/ar/moi/rappels' }],
    },
  },
};
