/**
 * Runs what it is given once the connection's first offer is answered, in order. Until then a line that is to stay free
 * has sent nothing, and `addTrack` would use it.
 */
export function afterFirstAnswer(connection: RTCPeerConnection | null): (run: () => void) => void {
  let waiting: (() => void)[] | null = [];
  connection?.addEventListener('signalingstatechange', () => {
    if (connection.signalingState !== 'stable' || !waiting) return;
    const runs = waiting;
    waiting = null;
    for (const run of runs) run();
  });
  return (run) => {
    if (waiting) waiting.push(run);
    else run();
  };
}
