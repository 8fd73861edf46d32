/** The text that the three parties of the set-up's story signed, as it would be pasted. */
export const signed = `CONVENTION DE COOPÉRATION
entre le Département du Val-d’Aubance, la Commune d’Aït-Ourir et la Commune de Keur-Samba

Préambule
Les parties partagent l’eau et la jeunesse comme premiers soucis.

Article 1er – Objet
Les parties coopèrent dans les domaines de l’article 2.

Article 2 – Axes
L’eau et l’assainissement ; la jeunesse. L’égalité entre les femmes et les hommes traverse toutes les actions.

Article 3 – Comité
Le comité de pilotage se réunit au moins une fois tous les deux ans. Chaque partie dispose d’une voix. Les décisions sont prises à l’unanimité des voix exprimées ; l’abstention n’est pas une voix.

Article 4 : Plan d’action
Le plan de l’année suivante est adopté au plus tard le 30 juin.

ARTICLE 5
Durée

La présente convention est conclue pour six ans.

Annexe I – Budget
Chaque partie inscrit sa part à son budget.`;
