/** Refusals of the agreement room: what binds the parties, and the State's acts about it. */
export const refusalAgreement = {
  ACT_ID_UNREADABLE:
    '« {text} » n’est pas un identifiant d’acte : il a la forme département-SIREN-date-numéro-nature, par exemple 092-219200789-20221215-2022121514-DE. Recopiez-le depuis une autre page, si celle-ci est abîmée.',
};
