// Colours code on the server: tokens get a kind, the theme gives the colour (app/globals.css). No inline style, which
// the content security policy would refuse, and no highlighter in the browser.
import { LRUCache } from 'lru-cache';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

export type CodeLanguage = 'bash' | 'json' | 'http' | 'typescript' | 'python';

interface CodeToken {
  readonly text: string;
  /** Class suffix: `string`, `keyword`, `comment`, …; left out for plain text. */
  readonly kind: string | undefined;
}

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--', fontStyle: false });

let highlighter: Promise<HighlighterCore> | undefined;

const cache = new LRUCache<string, readonly CodeToken[][]>({ max: 500 });

/** `var(--token-string-expression)` → `string`. */
function kindOf(colour: string | undefined): string | undefined {
  return /--token-([a-z]+)/.exec(colour ?? '')?.[1];
}

/** Splits code into lines of tokens. */
export async function highlight(code: string, language: CodeLanguage): Promise<readonly CodeToken[][]> {
  const key = `${language}\n${code}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/python.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  });
  const { tokens } = (await highlighter).codeToTokens(code, { lang: language, theme: 'tokens' });
  const lines = tokens.map((line) =>
    line.map((token) => ({ text: token.content, kind: kindOf(token.color) })),
  );
  cache.set(key, lines);
  return lines;
}
