import { GraphQLError, Lexer, Source, TokenKind, type ValidationRule } from 'graphql';
import { measureDocument, type Measures } from './measure-document.ts';

/** Several times what any client of ours asks for; the playground's introspection fits as well. */
const LIMITS: { measure: keyof Measures; limit: number; name: string }[] = [
  { measure: 'depth', limit: 12, name: 'levels of fields' },
  { measure: 'aliases', limit: 100, name: 'aliases' },
  { measure: 'directives', limit: 50, name: 'directives' },
  { measure: 'cost', limit: 100_000, name: 'fields in its answer, when every list is as long as it may be' },
];
const TOKENS = 5_000;

const tooMuch = (found: number, name: string, limit: number): GraphQLError =>
  new GraphQLError(
    `The document has ${found} ${name}, ${found - limit} more than the limit of ${limit}; ask for less at once`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );

/** A rule of validation that holds a document to every limit but that of its length. */
export const withinLimits: ValidationRule = (context) => ({
  Document(document) {
    const measures = measureDocument(context.getSchema(), document);
    for (const { measure, limit, name } of LIMITS) {
      if (measures[measure] > limit) context.reportError(tooMuch(measures[measure], name, limit));
    }
  },
});

/**
 * Throws where a document is too long, before it is parsed: reading tokens costs little and builds nothing. What is no
 * token at all is left to the parser, which says so better.
 */
export function mustBeShort(text: string): void {
  const tokens = countTokens(text);
  if (tokens > TOKENS) throw tooMuch(tokens, 'tokens', TOKENS);
}

function countTokens(text: string): number {
  // A token takes a character at least.
  if (text.length <= TOKENS) return 0;
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return tokens;
}
