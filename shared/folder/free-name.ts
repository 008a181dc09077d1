const most = 1_000;

/** `report (2).pdf`: a name like that one which is not taken. Null: all are. */
export function freeName(name: string, isTaken: (name: string) => boolean): string | null {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? dot : name.length;
  for (let count = 2; count < most; count += 1) {
    const next = `${name.slice(0, end)} (${count})${name.slice(end)}`;
    if (!isTaken(next)) return next;
  }
  return null;
}
