/**
 * From where to before where, of the one range that a header asks for. Null: of none, or of several, and all is given
 * (RFC 9110 §14.2 allows that); `impossible`: of none that there is.
 */
export function byteRange(header: string | undefined, total: number): [from: number, to: number] | 'impossible' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, total - Number(last)) : Number(first);
  const to = first === '' || last === '' ? total : Math.min(total, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from < to ? [from, to] : 'impossible';
}
