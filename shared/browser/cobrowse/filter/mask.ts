/** Stands for any value; its length says nothing about the value's. */
const mask = '******';

/** Something stays something and nothing stays nothing: the host may know whether a field is filled in. */
export function maskText(text: string): string {
  return text === '' ? '' : mask;
}

/** The white space between elements is part of the layout, not of what is said. */
export const maskWords = (text: string): string => (/\S/.test(text) ? mask : text);
