import type { Language } from '#kernel';
import type { SeatCategory } from '#parties';

/** A person of the demo, named by office only; the address is reserved for examples (RFC 2606). */
export interface CastMember {
  /** Last part of the persona link, /demo/<key>. */
  readonly key: string;
  readonly side: 'FR' | 'MA' | 'OTHERS';
  readonly category: SeatCategory;
  readonly office: string;
  readonly officeAr: string;
  readonly mailAddress: string;
  readonly language: Language;
}

const fr = (key: string, category: SeatCategory, names: readonly [office: string, officeAr: string]): CastMember => ({
  key,
  side: 'FR',
  category,
  office: names[0],
  officeAr: names[1],
  mailAddress: `${key}@villeneuve-la-garenne.example`,
  language: 'fr',
});

const ma = (key: string, category: SeatCategory, names: readonly [office: string, officeAr: string, language?: Language]): CastMember => ({
  key,
  side: 'MA',
  category,
  office: names[0],
  officeAr: names[1],
  mailAddress: `${key}@tiznit.example`,
  language: names[2] ?? 'ar',
});

/** Both sides of the committee, and a coordinator's desk on each (Art. 5). */
export const cast: readonly CastMember[] = [
  fr('maire', 'CO_PRESIDENT', ['Maire de Villeneuve-la-Garenne', 'عمدة فيلنوف لا غارين']),
  fr('adjointe', 'ELECTED_MEMBER', ['Adjointe aux relations internationales', 'نائبة العمدة المكلفة بالعلاقات الدولية']),
  fr('conseiller', 'ELECTED_MEMBER', ['Conseiller délégué à la jeunesse et aux sports', 'مستشار مفوض مكلف بالشباب والرياضة']),
  fr('technicienne', 'TECHNICIAN', ['Chargée de mission insertion et handicap', 'مكلفة بمهمة الإدماج والإعاقة']),
  fr('technicien', 'TECHNICIAN', ['Responsable du service des sports', 'مسؤول مصلحة الرياضة']),
  fr('coordinateur', 'COORDINATOR', ['Coordinateur, service des relations internationales', 'منسق، مصلحة العلاقات الدولية']),
  ma('president', 'CO_PRESIDENT', ['Président de la commune de Tiznit', 'رئيس جماعة تيزنيت']),
  ma('vice-presidente', 'ELECTED_MEMBER', ['Vice-présidente chargée de la coopération', 'نائبة الرئيس المكلفة بالتعاون']),
  ma('conseillere', 'ELECTED_MEMBER', ['Conseillère communale', 'مستشارة جماعية']),
  ma('homologue', 'TECHNICIAN', ['Cheffe du service des affaires sociales', 'رئيسة مصلحة الشؤون الاجتماعية', 'fr']),
  ma('technicien-tiznit', 'TECHNICIAN', ['Chef du service culture et sport', 'رئيس مصلحة الثقافة والرياضة']),
  ma('coordinatrice', 'COORDINATOR', ['Coordinatrice, coopération décentralisée', 'منسقة التعاون اللامركزي', 'fr']),
];
