/** Refusals of the agreement room: what binds the parties, and the State's acts about it. */
export const refusalAgreement = {
  AGREEMENT_LACKS:
    'Ce partenariat est lié par {kind, select, TWINNING {un jumelage} MUTUAL_COMMITMENT {un accord d’engagement mutuel} LETTER_OF_INTENT {une lettre d’intention} FRIENDSHIP_PACT {un pacte d’amitié} other {une convention}} : il n’a pas {capability, select, COMMITTEE {de comité de pilotage} PLAN {de plan d’action annuel} PLAN_DEADLINE {d’échéance de plan} TERM {de terme} other {d’acte de l’État à attendre}}. Pour en avoir un, les parties concluent une convention.',
  AXES_BY_COORDINATORS: 'Un nouvel axe se propose par la coordination d’une partie. Demandez-le à la vôtre.',
  AXIS_AWAITS_NOTHING: 'Cette proposition n’attend plus rien : le comité l’a adoptée, ou elle a été retirée.',
  AXIS_WORDS_BLANK: 'Il manque {field, select, title {le titre en français} titleAr {le titre en arabe} other {le texte de l’axe}}.',
  SINCE_UNREADABLE: 'Cette année ne se lit pas : {since}. Écrivez ses quatre chiffres, comme 1962.',
  ACT_ID_UNREADABLE:
    '« {text} » n’est pas un identifiant d’acte : il a la forme département-SIREN-date-numéro-nature, par exemple 092-219200789-20221215-2022121514-DE. Recopiez-le depuis une autre page, si celle-ci est abîmée.',
};
