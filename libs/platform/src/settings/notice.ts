import { z } from 'zod';

/** Who answers for the instance before the public; printed on « Mentions légales » and « Vie privée ». Empty parts are shown as missing. */
export interface NoticeSettings {
  readonly publisher: string | undefined;
  readonly publisherAddress: string | undefined;
  readonly publisherPhone: string | undefined;
  /** Directeur de la publication: for a commune, its mayor by office. */
  readonly publicationDirector: string | undefined;
  /** Name, address and telephone of whoever hosts the server. */
  readonly hosting: string | undefined;
  /** A mail address or a page where the data protection officer is reached. */
  readonly dpo: string | undefined;
}

const line = z.string().trim().max(300).regex(/^\P{Cc}*$/u, 'une seule ligne, sans caractère de contrôle').optional();

/** The environment's names of the notice. */
export const noticeShape = {
  PUBLISHER: line,
  PUBLISHER_ADDRESS: line,
  PUBLISHER_PHONE: line,
  PUBLICATION_DIRECTOR: line,
  HOSTING: line,
  DPO_CONTACT: line,
};

export const noticeIn = (raw: { readonly [Name in keyof typeof noticeShape]?: string | undefined }): NoticeSettings => ({
  publisher: raw.PUBLISHER,
  publisherAddress: raw.PUBLISHER_ADDRESS,
  publisherPhone: raw.PUBLISHER_PHONE,
  publicationDirector: raw.PUBLICATION_DIRECTOR,
  hosting: raw.HOSTING,
  dpo: raw.DPO_CONTACT,
});
