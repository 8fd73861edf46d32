import type { LoaderFunctionArgs } from 'react-router';
import type { Deed } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';

export const myDataPath = '/my-data';

/** What a person sees of herself. */
export interface MyDataShown {
  readonly displayName: string;
  readonly mailAddress: string;
  readonly language: string;
  readonly mailRhythm: string;
  /** The new address whose code is awaited. */
  readonly awaitedAddress: string | null;
  /** Votes and signatures: what remains after an erasure. */
  readonly acts: number;
}

export const readMyData = async (args: LoaderFunctionArgs): Promise<MyDataShown> =>
  (await ask<{ myData: MyDataShown }>(args, 'query MyData { myData { displayName mailAddress language mailRhythm awaitedAddress acts } }')).myData;

export const readMyDataExport = async (args: LoaderFunctionArgs): Promise<string> => (await ask<{ myDataExport: string }>(args, 'query MyDataExport { myDataExport }')).myDataExport;

/** A file to keep. */
export const exportFile = (json: string): Response =>
  new Response(json, { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="passerelle-mes-donnees.json"', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; sandbox" } });

export const correct: Deed<object> = {
  document: 'mutation Correct($input: CorrectMyDataInput!) { correctMyData(input: $input) { ... on MyDataCorrected { displayName } ...refused } }',
  variables: (form) => ({ input: { displayName: form.text('displayName'), language: form.text('language') } }),
  done: () => `${myDataPath}?done=correct`,
};

export const chooseRhythm: Deed<object> = {
  document: 'mutation ChooseRhythm($input: ChooseMailRhythmInput!) { chooseMailRhythm(input: $input) { ... on MailRhythmChosen { rhythm } ...refused } }',
  variables: (form) => ({ input: { rhythm: form.text('rhythm') } }),
  done: () => `${myDataPath}?done=rhythm`,
};

export const askAddress: Deed<object> = {
  document: 'mutation AskAddress($input: AskAddressChangeInput!) { askAddressChange(input: $input) { ... on AddressChangeAsked { minutes } ...refused } }',
  variables: (form) => ({ input: { mailAddress: form.text('mailAddress') } }),
  done: () => myDataPath,
};

export const confirmAddress: Deed<object> = {
  document: 'mutation ConfirmAddress($input: ConfirmAddressChangeInput!) { confirmAddressChange(input: $input) { ... on AddressChanged { mailAddress } ...refused } }',
  variables: (form) => ({ input: { code: form.text('code') } }),
  done: () => `${myDataPath}?done=address`,
};

export const erase: Deed<object> = {
  document: 'mutation Erase($input: EraseMyDataInput!) { eraseMyData(input: $input) { ... on MyDataErased { done } ...refused } }',
  variables: (form) => ({ input: { word: form.text('word') } }),
  done: () => `${myDataPath}/erased`,
};
