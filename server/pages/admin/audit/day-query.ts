/** From the beginning of the one day to the end of the other, where the reader is; days as date fields give them. */
export function dayQuery(from: string, to: string): { from?: number; to?: number } {
  const begins = (day: string, later: number) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date + later).getTime();
  };
  return { ...(from && { from: begins(from, 0) }), ...(to && { to: begins(to, 1) }) };
}
