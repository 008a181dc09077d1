import koffi from 'koffi';

export function isAdministrator(): boolean {
  const ask = koffi.load('shell32.dll').func('bool IsUserAnAdmin()') as unknown as () => boolean;
  return ask();
}
