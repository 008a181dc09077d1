/** Stands for any value; its length says nothing about the value's. */
const mask = '******';

/** Something stays something and nothing stays nothing: the host may know whether a field is filled in. */
export function maskText(text: string): string {
  return text === '' ? '' : mask;
}
