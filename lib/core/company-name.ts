// When two spellings are one company's registered name (contract §8).

const legalForms: readonly (readonly [RegExp, string])[] = [
  [/\bpublic limited company$/, 'plc'],
  [/\blimited liability partnership$/, 'llp'],
  [/\blimited$/, 'ltd'],
];

function folded(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return legalForms.reduce((text, [long, short]) => text.replace(long, short), words);
}

/** Case, punctuation and the spelling of the legal form do not make another name; another form does. */
export function isSameCompanyName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}
