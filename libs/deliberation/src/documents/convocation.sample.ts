import type { ConvocationDocument } from '../domain/convocation-document.js';
import { sampleMinutes } from './minutes.sample.js';

const said = (fr: string, ar: string | null = null) => ({ fr, ar });
const { partnership, agreement, parties, languageClause } = sampleMinutes;

/** The convocation to the meeting of the sample PV, as a reader would have it. */
export const sampleConvocation: ConvocationDocument = {
  partnership, agreement, parties, languageClause,
  meeting: {
    kind: 'ORDINARY', mode: 'HYBRID', hostPartyId: sampleMinutes.meeting.hostPartyId, place: sampleMinutes.meeting.place, starts: sampleMinutes.meeting.opened,
  },
  convokedOn: '2026-10-15',
  convener: { office: said('Président de la commune de Tiznit', 'رئيس جماعة تيزنيت'), party: said('Tiznit', 'تيزنيت') },
  turnReason: null,
  agenda: [
    { title: said('Programme d’actions 2027', 'برنامج العمل 2027'), minutes: 45, presenter: said('Adjointe à la solidarité', 'نائبة العمدة المكلفة بالتضامن') },
    { title: said('Évaluation du programme 2026', 'تقييم برنامج 2026'), minutes: 30, presenter: null },
    { title: said('Questions diverses', 'قضايا متفرقة'), minutes: null, presenter: null },
  ],
  conveningClause: { reference: 'Art. 5', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' },
  address: 'https://passerelle.example/meetings/0192f0c1-0000-7000-8000-000000000001',
  demo: true,
};
