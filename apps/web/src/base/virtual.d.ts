declare module 'virtual:sentences/*' {
  const sentences: import('./sentences.ts').CompiledSentences;
  export default sentences;
}

/** By route: the keys its sources may say. By `<language>/<route>`: the file of the client's build that holds them. */
declare module 'virtual:brought-sentences' {
  const brought: { readonly keys: Readonly<Record<string, readonly string[]>>; readonly files: Readonly<Record<string, string>> };
  export default brought;
}
