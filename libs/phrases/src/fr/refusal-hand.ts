/** Refusals about a signature given by hand on the printed PV. */
export const refusalHand = {
  HAND_WAITS: 'Un scan signé pour {party} attend déjà d’être confirmé. Attendez la réponse de l’autre partie, ou reprenez ce dépôt.',
  HAND_SIGNED_BEFORE: 'Le {signedOn} précède le jour où ce PV est devenu définitif ({finalOn}) : il ne pouvait pas être signé. Vérifiez le jour écrit sur le papier.',
  HAND_DATE_AHEAD: 'Le {day} n’est pas encore venu. Donnez le jour écrit sur le papier.',
  HAND_NOBODY_THEN: 'Personne n’exerçait la présidence de {party} le {day}. Vérifiez le jour écrit sur le papier, ou les dates du mandat à la page « Personnes ».',
  HAND_SCAN_EXPECTED: '« {name} » n’est pas un scan. Déposez un PDF, un PNG ou un JPEG.',
  HAND_VERSION_REPLACED: 'Le PV signé est la version {version}, qui a été remplacée depuis. Faites signer la nouvelle version.',
  HAND_STATE_FORBIDS: '{state, select, CONFIRMED {Cette signature sur papier est déjà confirmée : il n’y a rien à refaire.} DECLINED {Ce scan a été décliné. Un autre peut être déposé.} WITHDRAWN {Ce dépôt a été repris. Un autre scan peut être déposé.} other {Cette signature sur papier attend encore d’être confirmée.}}',
  HAND_BY_OTHER: 'Une personne d’une autre partie, qui n’a ni déposé ni signé ce papier, doit dire si elle y voit la signature.',
  HAND_BY_ITS_SIDE: 'Seule la coordination de la partie qui a déposé ce scan peut le reprendre.',
  HAND_CHANGED: 'L’empreinte ou le scan ne sont plus ceux que vous avez lus : rien n’a été compté. Relisez la page, puis répondez.',
};
