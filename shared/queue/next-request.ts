import type { HostDesk } from './host-desk.ts';

/** What a host who takes the next request takes: what is offered to them, else who waits to be chosen. */
export function nextRequest({ offers, waiting, isOn }: Pick<HostDesk, 'offers' | 'waiting' | 'isOn'>): string | null {
  if (!isOn) return null;
  return (offers[0] ?? waiting[0])?.requestId ?? null;
}
