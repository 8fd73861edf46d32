declare module 'virtual:sentences/*' {
  const sentences: import('./sentences.ts').CompiledSentences;
  export default sentences;
}
