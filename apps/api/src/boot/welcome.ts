import { LegalClock, Zones } from '#kernel';
import type { Settings } from '#platform';
import type { House } from '../house.js';
import { box, type BoxLine } from './box.js';

/** Seconds since `npm start` began, as it told us; `null` when the house was started by hand. */
function secondsSince(startedAt: string | undefined, now: Date): string | null {
  const begun = Number(startedAt);
  return Number.isFinite(begun) && begun > 0 ? ((now.getTime() - begun) / 1000).toFixed(1) : null;
}

const demoLines = (today: string): BoxLine[] => [
  ['Maire de Villeneuve-la-Garenne', '/demo/maire           1 PV à signer'],
  ['Président de Tiznit (عربية)', '/demo/president'],
  ['Technicienne / son homologue', '/demo/technicienne   /demo/homologue'],
  ['Coordinateur / coordinatrice', '/demo/coordinateur   /demo/coordinatrice'],
  ['Courriels de la démonstration', '/mailbox'],
  ['API', '/graphiql'],
  ['Date de la démonstration', today],
];

/** What whoever started the house needs: where, as whom, how to stop, how to start over. */
export function welcome(house: House, settings: Settings, startedAt: string | undefined): string {
  const seconds = secondsSince(startedAt, house.machineNow());
  const today = house.app.get<Zones>(Zones).civilAt(house.app.get<LegalClock>(LegalClock).now(), 'Europe/Paris').date;
  const what = settings.role === 'worker' ? 'Passerelle, file et rappels' : settings.demo ? 'Passerelle, démonstration' : 'Passerelle';
  const title = seconds === null ? `${what} : prête` : `${what} : prête en ${seconds} s`;
  const lines: BoxLine[] = [
    ...(settings.role === 'worker' ? [] : ([['Adresse', settings.publicUrl]] as BoxLine[])),
    ...(settings.demo ? demoLines(today) : []),
    ['Arrêter', 'Ctrl-C'],
    ...(settings.demo ? ([['Repartir de zéro', 'npm run demo:reset']] as BoxLine[]) : []),
  ];
  return box(title, lines);
}
