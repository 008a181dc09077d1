import { startRelay, type TestRelay } from '../test/support/relay.ts';

/** The same site, which now lets nobody go peer to peer. `relay`, which did, is ended. */
export async function throughRelay<T>(relay: TestRelay, measure: (relay: TestRelay) => Promise<T>): Promise<T> {
  await relay.end('SIGTERM');
  const closed = await startRelay({ port: relay.port, env: { BESIDE_PEER_TO_PEER: 'off' } });
  try {
    return await measure(closed);
  } finally {
    await closed.stop();
  }
}
