/** Refusals about the rules of an agreement: what they may be, where they come from, who may change them. */
export const refusalRules = {
  RULE_UNKNOWN: 'Passerelle ne connaît pas cette règle. Choisissez-en une dans la page « Règles ».',
  RULE_FIXED: 'Cette règle est tenue par Passerelle et ne se change pas : elle dit qui peut changer les autres.',
  RULE_NOT_OF_THIS_AGREEMENT: 'Cette règle n’a pas d’objet dans un accord de cette forme.',
  RULE_VALUE_UNFIT: 'Cette valeur ne convient pas à la règle. Choisissez une lecture proposée, et des nombres dans les bornes indiquées.',
  RULE_SOURCE_INCOMPLETE:
    'La source est incomplète : {kind, select, ARTICLE {choisissez un article de l’accord et citez ses mots} RULES_OF_PROCEDURE {indiquez le jour d’adoption du règlement intérieur} other {indiquez la référence du texte}}.',
  RULE_QUOTE_NOT_IN_ARTICLE: 'Ces mots ne se trouvent pas dans {article}. Recopiez-les depuis le texte\u00a0; « […] » remplace ce que vous coupez.',
  RULE_WORDS_TOO_LONG: 'Ce texte est trop long : {maximum} caractères au plus.',
  RULE_NOT_OUR_DEFAULT: 'Cette lecture n’est pas celle que Passerelle applique par défaut : elle demande un texte des partenaires. Citez un article, le règlement intérieur ou la loi.',
  RULE_MOTIVE_REQUIRED: 'Il manque le motif : l’autre partie et le comité le liront.',
  RULE_UNCHANGED: 'La règle dit déjà cela, avec la même source : il n’y a rien à enregistrer.',
  RULE_ALREADY_AWAITS: 'Un changement de cette règle attend déjà. Menez-le à terme ou retirez-le d’abord.',
  RULE_AWAITS_NOTHING: 'Cette demande n’attend plus rien : elle a été tranchée ou retirée.',
  RULES_BY_COORDINATORS: 'Les règles se fixent et se proposent par les coordinations des parties.',
  RULES_IN_SERVICE: 'Les règles sont en service : elles ne changent que par une décision exécutoire du comité. Proposez le changement au comité, ou demandez la correction d’une erreur de saisie.',
  RULES_NOT_IN_SERVICE: 'La mise en place n’est pas finie : la règle se fixe encore directement, sans décision du comité.',
  RULES_READ_HAVE_CHANGED: 'Une règle a été fixée depuis votre lecture. Relisez la page, puis confirmez.',
  SERVICE_ALREADY_CONFIRMED: 'Votre partie a déjà confirmé ces règles. La mise en service attend les autres.',
  CORRECTION_BY_ANOTHER_PARTY: 'Une erreur de saisie se corrige à deux : c’est à la coordination d’une autre partie de donner son accord.',
};
