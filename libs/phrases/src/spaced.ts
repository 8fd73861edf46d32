/**
 * A sentence as it is set. French puts a space inside its guillemets and before « : », « ; », « ? », « ! » and « % », on which a line
 * never ends; the catalogues have plain spaces there, which a reader of the source sees.
 */
export const spaced = (language: string, sentence: string): string => (language === 'fr' ? sentence.replace(/ (?=[:;?!%»])/gu, '\u00a0').replace(/« /gu, '«\u00a0') : sentence);
