import type { RuleSource } from '#kernel';

const article = (reference: string, quote: string): RuleSource => ({ kind: 'ARTICLE', reference, quote });
const byDefault = (reference: string, quote?: string): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference, ...(quote === undefined ? {} : { quote }) });

const axesFirst = 'Il s’inscrira prioritairement dans les axes stratégiques précités et les projets y afférents';

/** Where each rule of this room comes from: the convention's words when it has some, else our own default, named as such. */
export const sources = {
  planByCommittee: article('Art. 3', 'un programme d’actions annuel sera validé par le comité de pilotage […], avant le 31 décembre de l’année n-1'),
  transversal: article('Art. 3', 'deux axes transversaux seront mise en œuvre tout au long du partenariat'),
  newAxis: article('Art. 3', 'La coopération entre les deux parties pourra intégrer de nouveaux axes avec au préalable une validation conjointe.'),
  jointly: article('Art. 4-1', 'Un plan d’action annuel sera élaboré et validé de façon concertée et conjointe entre les deux parties à travers le comité de pilotage.'),
  calendar: article('Art. 4-1', 'fera l’objet d’un calendrier prévisionnel de réalisation'),
  outsideAxes: byDefault('C5 Q21', axesFirst),
  indicators: article(
    'Annexe I, Évaluation',
    'Dès la conception du projet, doivent être mis en place des outils nécessaires à la mise en œuvre de processus d’évaluation',
  ),
  sheetsByCommittee: article('Art. 5', 'Élabore la conception et les fiches techniques des initiatives, projets et missions à exécuter'),
  targets: byDefault('A4.2, 4-22'),
  sheetContent: byDefault('B5'),
  states: byDefault('C4'),
  roles: byDefault('A5'),
  inputs: byDefault('Saisie'),
  latePlan: byDefault('C5 Q22'),
} as const satisfies Record<string, RuleSource>;
