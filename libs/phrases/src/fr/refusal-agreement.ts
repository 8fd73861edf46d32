/** Refusals of the agreement room: what binds the parties, and the State's acts about it. */
export const refusalAgreement = {
  AGREEMENT_LACKS:
    'Ce partenariat est lié par {kind, select, TWINNING {un jumelage} MUTUAL_COMMITMENT {un accord d’engagement mutuel} LETTER_OF_INTENT {une lettre d’intention} FRIENDSHIP_PACT {un pacte d’amitié} other {une convention}} : il n’a pas {capability, select, COMMITTEE {de comité de pilotage} PLAN {de plan d’action annuel} PLAN_DEADLINE {d’échéance de plan} TERM {de terme} other {d’acte de l’État à attendre}}. Pour en avoir un, les parties concluent une convention.',
  AXES_BY_COORDINATORS: 'Un nouvel axe se propose par la coordination d’une partie. Demandez-le à la vôtre.',
  AXIS_AWAITS_NOTHING: 'Cette proposition n’attend plus rien : le comité l’a adoptée, ou elle a été retirée.',
  AXIS_WORDS_BLANK: 'Il manque {field, select, title {le titre en français} titleAr {le titre en arabe} other {le texte de l’axe}}.',
  AGREEMENT_ALREADY_RECORDED: 'L’accord de ce partenariat est déjà commencé. Ouvrez la mise en place : vous y trouverez ce qui est écrit.',
  AGREEMENT_IN_SERVICE: 'L’accord est en service : son texte et ses axes ne se corrigent plus ici. Une règle ou un axe se change par une décision du comité.',
  AGREEMENT_IN_USE:
    '{by, select, LIFE {Un acte est déjà inscrit au registre de cet accord} MEETING {Une réunion est déjà prévue ou tenue sous cet accord} other {Des fiches ou un plan se rattachent déjà à cet accord}} : cela ne se corrige plus ici.',
  AGREEMENT_NAME_BLANK: 'Il manque le nom de l’accord. Recopiez celui que porte son titre.',
  SETUP_CHANGED_MEANWHILE: 'Une autre coordination a enregistré cette mise en place depuis que vous avez ouvert la page. Vos mots sont gardés ici : copiez-les, relisez l’étape, puis complétez.',
  ARTICLE_TWICE: '{article} se trouve deux fois dans le texte, avec des mots différents. Gardez-en un, ou corrigez son numéro.',
  ARTICLE_QUOTED: 'Une règle cite {article}, et ces mots n’y seraient plus. Corrigez d’abord la règle, ou laissez ces mots.',
  LEAD_WITHOUT_OPERATION: 'La piste « {line} » n’a pas d’opération au-dessus d’elle. Écrivez d’abord l’opération, sans tiret.',
  NUMBER_TWICE: 'Le numéro {number} est écrit deux fois. Chaque opération et chaque piste a le sien.',
  TOO_MANY_AXES: 'Un accord a {maximum} axes au plus.',
  SINCE_UNREADABLE: 'Cette année ne se lit pas : {since}. Écrivez ses quatre chiffres, comme 1962.',
  ACT_ID_UNREADABLE:
    '« {text} » n’est pas un identifiant d’acte : il a la forme département-SIREN-date-numéro-nature, par exemple 092-219200789-20221215-2022121514-DE. Recopiez-le depuis une autre page, si celle-ci est abîmée.',
};
