/** At the door: sign-in by a mailed code, confirming who acts, the way out. */
export const webIdentity = {
  signOut: 'Se déconnecter',
  help: 'Une question\u202f? Votre coordination\u00a0:',
  signIn: {
    title: 'Se connecter',
    lead: 'Pas de mot de passe\u00a0: un code à six chiffres vous est envoyé par courriel.',
    address: 'Votre adresse de courriel',
    addressHint: 'Celle que votre coordination a enregistrée\u00a0: prenom.nom@ville.fr',
    send: 'Recevoir un code',
  },
  code: {
    title: 'Saisissez votre code',
    lead: 'Si cette adresse est connue, un code vient d’y être envoyé. Il dure 10 minutes et ne sert qu’une fois. Gardez cette page ouverte pendant que vous le lisez.',
    demo: 'Dans la démonstration, aucun courriel ne part\u00a0: le code vous attend dans la boîte aux lettres.',
    mailbox: 'Ouvrir la boîte aux lettres',
    field: 'Code à six chiffres',
    hint: 'Vous pouvez le coller.',
    signIn: 'Se connecter',
    confirm: 'Confirmer et continuer',
    again: 'Recevoir un autre code',
  },
  confirm: {
    title: 'Confirmer que c’est vous',
    question: 'Un code avant ce geste',
    consequence: 'Cet acte engage votre collectivité. Un code à six chiffres part vers votre adresse\u202f; dès que vous l’aurez saisi, vous revenez où vous en étiez.',
    back: 'Pas maintenant',
  },
};
