import { dateInWords, type CivilDate } from '#kernel';
import type { MinutesBallot, MinutesDocument, MinutesMember, MinutesSignature, Said, SignedMinutes } from './minutes.facts.js';

/** A PV as the demo's partnership would write it: people are their offices, nobody real is named. Printed and committed as a sample. */
const said = (fr: string, ar: string | null = null): Said => ({ fr, ar });
const hash = (digit: string): string => `${digit}9c4b1f07a2e85d6`.repeat(4);

type Seated = Pick<MinutesMember, 'category' | 'name'> & Partial<MinutesMember>;
const member = (seatId: string, seated: Seated): MinutesMember => ({
  seatId, partyId: seatId.startsWith('t') ? 'tiznit' : 'villeneuve', office: null, presence: 'PRESENT', representedBy: null, votes: true, ...seated,
});

const members: readonly MinutesMember[] = [
  member('t1', { category: 'CO_PRESIDENT', name: said('Président de la commune de Tiznit', 'رئيس جماعة تيزنيت') }),
  member('t2', { category: 'ELECTED', name: said('Vice-présidente chargée de l’inclusion', 'نائبة الرئيس المكلفة بالإدماج') }),
  member('t3', { category: 'ELECTED', name: said('Conseiller communal, jeunesse et sport', 'مستشار جماعي، الشباب والرياضة'), presence: 'EXCUSED' }),
  member('t4', { category: 'TECHNICIAN', name: said('Chef du service des affaires sociales', 'رئيس مصلحة الشؤون الاجتماعية') }),
  member('t5', { category: 'COORDINATOR', name: said('Coordinateur de la coopération, Tiznit', 'منسق التعاون، تيزنيت'), votes: false }),
  member('t6', { category: 'SESSION_SECRETARY', name: said('Secrétaire de séance, Tiznit', 'كاتب الجلسة، تيزنيت'), votes: false }),
  member('v1', { category: 'CO_PRESIDENT', name: said('Maire de Villeneuve-la-Garenne', 'عمدة فيلنوف لا غارين') }),
  member('v2', { category: 'ELECTED', name: said('Adjointe à la solidarité', 'نائبة العمدة المكلفة بالتضامن') }),
  member('v3', { category: 'ELECTED', name: said('Adjoint à la jeunesse', 'نائب العمدة المكلف بالشباب'), presence: 'REMOTE' }),
  member('v4', { category: 'TECHNICIAN', name: said('Référente handicap, direction des solidarités'), presence: 'ABSENT' }),
  member('v5', { category: 'COORDINATOR', name: said('Coordinatrice des relations internationales', 'منسقة العلاقات الدولية'), votes: false }),
];

const voters = ['t1', 't2', 't4', 'v1', 'v2', 'v3'];
const unanimous = (ordinal: number): MinutesBallot => ({
  ordinal, adopted: true, verdict: said('Adoptée à l’unanimité des membres présents.', 'صودق عليه بإجماع الأعضاء الحاضرين.'), reasons: [],
  voices: voters.map((seatId) => ({ seatId, choice: 'FOR', words: null })),
});
const blocked: MinutesBallot = {
  ordinal: 1, adopted: false, verdict: said('Non adoptée : l’unanimité n’est pas réunie.', 'لم يصادق عليه: لم يتحقق الإجماع.'),
  reasons: [said('Abstention de l’Adjointe à la solidarité.', 'امتناع نائبة العمدة المكلفة بالتضامن.')],
  voices: voters.map((seatId) => ({ seatId, choice: seatId === 'v2' ? 'ABSTAIN' : 'FOR', words: null })),
};
const refusedBallot: MinutesBallot = {
  ordinal: 1, adopted: false, verdict: said('Non adoptée : l’unanimité n’est pas réunie.', 'لم يصادق عليه: لم يتحقق الإجماع.'),
  reasons: [said('Vote contre du Chef du service des affaires sociales.', 'صوت ضد: رئيس مصلحة الشؤون الاجتماعية.'), said('L’Adjoint à la jeunesse n’a pas voté.', 'نائب العمدة المكلف بالشباب لم يصوت.')],
  voices: voters.map((seatId) => ({
    seatId, choice: seatId === 't4' ? 'AGAINST' : seatId === 'v3' ? 'NOT_CAST' : 'FOR',
    words: seatId === 't4' ? said('le budget de 12 500,00 € n’est pas encore réparti', 'لم يتم بعد توزيع ميزانية 12 500,00 €') : null,
  })),
};

export const sampleMinutes: MinutesDocument = {
  number: 'PV-2026-1', version: 1, date: '2026-11-16', demo: true,
  partnership: said('Tiznit – Villeneuve-la-Garenne', 'تيزنيت – فيلنوف لا غارين'),
  agreement: said('Convention de coopération franco-marocaine entre Villeneuve-la-Garenne et Tiznit', 'اتفاقية التعاون الفرنسي المغربي بين فيلنوف لا غارين وتيزنيت'),
  parties: [
    { id: 'tiznit', name: said('Commune de Tiznit', 'جماعة تيزنيت'), shortName: said('Tiznit', 'تيزنيت'), country: said('Maroc', 'المغرب') },
    { id: 'villeneuve', name: said('Commune de Villeneuve-la-Garenne', 'بلدية فيلنوف لا غارين'), shortName: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), country: said('France', 'فرنسا') },
  ],
  meeting: {
    kind: 'ORDINARY', mode: 'HYBRID', place: said('Hôtel de ville de Tiznit, salle du conseil', 'مقر جماعة تيزنيت، قاعة المجلس'), hostPartyId: 'tiznit',
    opened: [{ city: said('Tiznit', 'تيزنيت'), date: '2026-11-14', time: '09:30' }, { city: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), date: '2026-11-14', time: '10:30' }],
    closed: [{ city: said('Tiznit', 'تيزنيت'), date: '2026-11-14', time: '12:05' }, { city: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), date: '2026-11-14', time: '13:05' }],
    convokedOn: '2026-10-15',
    presidents: [said('Président de la commune de Tiznit', 'رئيس جماعة تيزنيت'), said('Maire de Villeneuve-la-Garenne', 'عمدة فيلنوف لا غارين')],
    secretary: said('Coordinateur de la coopération, Tiznit', 'منسق التعاون، تيزنيت'),
  },
  members,
  guests: [{ name: said('Association Défi du Handicap Tiznit', 'جمعية تحدي الإعاقة تيزنيت'), capacity: said('porteuse du projet Tawori', 'حاملة مشروع Tawori') }],
  quorum: {
    reached: true,
    rule: said('Chaque coprésident(e), ou son délégué écrit, doit être présent.', 'يجب حضور كل رئيس(ة) مشارك(ة) أو من ينوب عنه كتابة.'),
    source: { reference: 'Paramètre du partenariat (le texte est muet)', quote: null },
  },
  agenda: [
    said('Programme d’actions 2027', 'برنامج العمل 2027'),
    said('Piste 1.1.1 : accompagnement de 120 personnes en situation de handicap', 'المقترح 1.1.1: مواكبة 120 شخصاً في وضعية إعاقة'),
    said('Questions diverses'),
  ],
  decisions: [
    {
      number: '1', adopted: true, textHash: hash('a'),
      title: said('Valider le programme d’actions annuel 2027', 'المصادقة على برنامج العمل السنوي 2027'),
      text: said(
        'Le comité valide le programme d’actions 2027, tel qu’annexé, dans les axes stratégiques de l’article 3 de la convention.\nLa piste 1.1.1 accompagne 120 personnes en situation de handicap : 90 à Tiznit et 30 à Villeneuve-la-Garenne. Le taux d’exécution attendu au 30/06/2027 est de 85,7 %.',
        'تصادق اللجنة على برنامج العمل 2027، كما هو ملحق بهذا المحضر، في إطار المحاور الاستراتيجية للمادة 3 من الاتفاقية.\nيواكب المقترح 1.1.1 مائة وعشرين (120) شخصاً في وضعية إعاقة: 90 في تيزنيت و30 في فيلنوف لا غارين. نسبة الإنجاز المنتظرة في 30/06/2027 هي 85,7 %. الهاتف: +212 5 28 86 00 00، المرجع: 092-219200789-20221215-2022121514-DE.',
      ),
      ballots: [blocked, unanimous(2)],
      annexes: [{ title: said('Programme d’actions 2027', 'برنامج العمل 2027'), sha256: hash('b') }],
    },
    {
      number: '2', adopted: false, textHash: hash('c'), annexes: [], ballots: [refusedBallot],
      title: said('Créer un fonds commun de micro-projets', 'إحداث صندوق مشترك للمشاريع الصغيرة'),
      text: said('Le comité crée un fonds commun doté de 12 500,00 € par an.', 'تحدث اللجنة صندوقاً مشتركاً بمبلغ 12 500,00 € سنوياً.'),
    },
  ],
  prose: [
    {
      heading: said('Échanges', 'المناقشات'),
      text: said(
        'Les deux parties se félicitent du travail des techniciens sur la fiche 1.1.1. L’Adjointe à la solidarité s’abstient au premier scrutin, le calendrier de la partie française n’étant pas annexé ; il l’est pendant la séance, et un second scrutin est ouvert sur le même texte.',
        'نوه الطرفان بعمل التقنيين حول البطاقة 1.1.1. امتنعت نائبة العمدة المكلفة بالتضامن في التصويت الأول لأن الجدول الزمني للطرف الفرنسي لم يكن ملحقاً؛ وقد تم إلحاقه أثناء الاجتماع وفتح تصويت ثان على النص نفسه.',
      ),
    },
    { heading: said('Réserves et déclarations', 'التحفظات والتصريحات'), text: said('Aucune réserve n’est formulée.') },
  ],
  // Names of places and days alone: nobody of ours writes Tamazight.
  versions: [{ language: 'zgh', day: dateInWords('2026-11-14' as CivilDate, 'zgh'), text: 'ⵜⵉⵣⵏⵉⵜ, ⵍⵎⵖⵔⵉⴱ.' }],
  unread: ['zgh'],
  next: { host: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), when: said('Novembre 2027, en France.', 'نونبر 2027، بفرنسا.') },
  annexes: [{ title: said('Programme d’actions 2027', 'برنامج العمل 2027'), sha256: hash('b') }],
  executoryClause: { reference: 'Art. 5', quote: 'Les PV de délibérations du Comité de Pilotage ne sont exécutoires qu’après signature respective du Président de Tiznit et du Maire de Villeneuve-la-Garenne.' },
  languageClause: { reference: 'Art. 8', quote: 'La langue officielle du partenariat est le français.' },
  contentHash: hash('d'),
  verificationUrl: 'https://passerelle.example/verify',
};

const signatureOf = (partyId: string, change: Partial<MinutesSignature>): MinutesSignature => ({
  partyId, office: null, method: 'PASSKEY', level: 'SIMPLE', pdfSha256: hash('e'),
  name: said('Maire de Villeneuve-la-Garenne', 'عمدة فيلنوف لا غارين'), place: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'),
  moment: { city: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), date: '2026-11-18', time: '17:42' }, ...change,
});

export const sampleSigned: SignedMinutes = {
  minutes: sampleMinutes,
  pdfs: { fr: hash('e'), ar: hash('f') },
  signatures: [
    signatureOf('villeneuve', {}),
    signatureOf('tiznit', {
      name: said('Président de la commune de Tiznit', 'رئيس جماعة تيزنيت'), place: said('Tiznit', 'تيزنيت'), method: 'MAIL_CODE',
      moment: { city: said('Tiznit', 'تيزنيت'), date: '2026-12-01', time: '08:05' },
    }),
  ],
  executoryAt: [{ city: said('Tiznit', 'تيزنيت'), date: '2026-12-01', time: '08:05' }, { city: said('Villeneuve-la-Garenne', 'فيلنوف لا غارين'), date: '2026-12-01', time: '09:05' }],
};
