/** A signature given with a code received by mail: what both coordinations are written at once. */
export const codeSignature = {
  mail: {
    subject: '{number} : signé avec un code reçu par courriel',
    heading: 'Un procès-verbal a été signé avec un code',
    body: '{office} ({party}) a signé le {number} avec un code reçu par courriel, le {day} à {time}.',
    until: 'Contestable pendant 48 heures : jusqu’au {day} à {time}.',
    otherwise: 'Si c’est bien sa signature, rien à faire. Sinon, la personne du siège ou sa coordination l’écrit à toutes les coordinations avant ce terme. Rien n’est suspendu : avant la dernière signature, la présidence qui n’a pas signé peut refuser, avec ce motif ; ensuite, seul un procès-verbal rectificatif corrige.',
    button: 'Lire le PV et ses signatures',
  },
};
