import { Counter, Gauge, Registry } from 'prom-client';

export const joinOutcomes = ['knocked', 'unknown', 'limited', 'full'] as const;

/** The relay's figures, without anything about persons. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    connections: new Gauge({
      name: 'beside_connections',
      help: 'Open sockets of participants.',
      labelNames: ['kind'],
      registers,
    }),
    messages: new Counter({
      name: 'beside_messages_total',
      help: 'Messages received from participants.',
      labelNames: ['kind'],
      registers,
    }),
    facts: new Counter({ name: 'beside_facts_total', help: 'Facts appended.', registers }),
    turnAllocations: new Gauge({ name: 'beside_turn_allocations', help: 'Allocations of the own TURN.', registers }),
    turnBytes: new Counter({
      name: 'beside_turn_bytes_total',
      help: 'Bytes between participants through the own TURN, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    joins: new Counter({
      name: 'beside_joins_total',
      help: 'Session numbers tried, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
