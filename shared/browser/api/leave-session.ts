/** Leaves a session for good; the request outlives the page or script that makes it. */
export async function leaveSession(relay: string, participantToken: string): Promise<void> {
  await fetch(new URL('/api/leave', relay), {
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    headers: { authorization: `Bearer ${participantToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
}
