import { tokenize, TokenType } from '@csstools/css-tokenizer';

const takers = /^(?:url|src|image|(?:-webkit-)?(?:image-set|cross-fade)|url-prefix)$/i;

/** Every address that a browser would read in this, and each at-rule that loads; by a tokeniser that is not ours. */
export function cssAddresses(css: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [type, , , , data] of tokenize({ css })) {
    switch (type) {
      case TokenType.URL:
        found.push((data as { value: string }).value);
        break;
      case TokenType.AtKeyword: {
        const { value } = data as { value: string };
        if (/^(?:import|namespace)$/i.test(value)) found.push(`@${value}`);
        break;
      }
      case TokenType.Function:
        open.push((data as { value: string }).value);
        break;
      case TokenType.OpenParen:
      case TokenType.OpenSquare:
        open.push('(');
        break;
      case TokenType.CloseParen:
      case TokenType.CloseSquare:
        open.pop();
        break;
      case TokenType.String:
        if (open.some((name) => takers.test(name)) && open.at(-1) !== 'type')
          found.push((data as { value: string }).value);
        break;
      default:
    }
  }
  return found;
}
