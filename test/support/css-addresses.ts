import { tokenize, TokenType } from '@csstools/css-tokenizer';

const takers = /^(?:url|src|image|(?:-webkit-)?(?:image-set|cross-fade)|url-prefix)$/i;

/** Every address that a browser would read in this, and each at-rule that loads; by a tokeniser that is not ours. */
export function cssAddresses(css: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [type, , , , data] of tokenize({ css })) {
    const value = typeof data === 'object' && 'value' in data ? String(data.value) : '';
    if (type === TokenType.URL) found.push(value);
    else if (type === TokenType.AtKeyword && /^(?:import|namespace)$/i.test(value)) found.push(`@${value}`);
    else if (type === TokenType.Function) open.push(value);
    else if (type === TokenType.OpenParen || type === TokenType.OpenSquare) open.push('(');
    else if (type === TokenType.CloseParen || type === TokenType.CloseSquare) open.pop();
    else if (type === TokenType.String && open.at(-1) !== 'type' && open.some((name) => takers.test(name))) {
      found.push(value);
    }
  }
  return found;
}
