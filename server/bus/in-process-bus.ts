import type { Bus, Payload } from './bus.ts';

/** The bus of a relay that is alone: delivers at once, in the order of publishing. */
export function createInProcessBus(): Bus {
  const topics = new Map<string, Set<(payload: Payload) => void>>();
  return {
    publish(topic, payload) {
      for (const handler of [...(topics.get(topic) ?? [])]) handler(payload);
    },
    subscribe(topic, handler) {
      const handlers = topics.get(topic) ?? new Set();
      topics.set(topic, handlers.add(handler));
      return () => {
        handlers.delete(handler);
        if (handlers.size === 0 && topics.get(topic) === handlers) topics.delete(topic);
      };
    },
  };
}
