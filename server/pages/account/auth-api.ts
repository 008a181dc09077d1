import * as v from 'valibot';

const userSchema = v.object({ user: v.object({ name: v.string(), email: v.string() }) });
const signedInSchema = v.object({ session: v.object({ token: v.string() }) });
const tokenSchema = v.object({ token: v.string() });

export type AuthFailure = 'wrong' | 'limited' | 'unreachable';

async function call(path: string, body?: unknown): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, answer: text ? (JSON.parse(text) as unknown) : null };
  } catch {
    return { status: 0, answer: null };
  }
}

const failure = (status: number): AuthFailure => (status === 0 ? 'unreachable' : status === 429 ? 'limited' : 'wrong');

/** The relay's sign-in interface as its own pages use it: the session is a cookie of this site. */
export const authApi = {
  async whoIsSignedIn(): Promise<string | null> {
    const result = v.safeParse(userSchema, (await call('/api/auth/get-session')).answer);
    return result.success ? result.output.user.name : null;
  },
  /** For the interface, which no cookie opens. */
  async bearer(): Promise<string | null> {
    const result = v.safeParse(signedInSchema, (await call('/api/auth/get-session')).answer);
    return result.success ? result.output.session.token : null;
  },
  async signIn(email: string, password: string): Promise<AuthFailure | null> {
    const { status } = await call('/api/auth/sign-in/email', { email, password });
    return status === 200 ? null : failure(status);
  },
  async signOut(): Promise<void> {
    await call('/api/auth/sign-out', {});
  },
  /** A token that works once, for a minute, for the extension to trade for its own sign-in. */
  async oneTimeToken(): Promise<string | null> {
    const result = v.safeParse(tokenSchema, (await call('/api/auth/one-time-token/generate')).answer);
    return result.success ? result.output.token : null;
  },
  async setPassword(token: string, password: string): Promise<AuthFailure | null> {
    const { status } = await call('/api/set-password', { token, password });
    return status === 200 ? null : failure(status);
  },
  async approveDevice(userCode: string): Promise<AuthFailure | null> {
    // Looking at the code binds it to who looks; only that host can approve it.
    await call(`/api/auth/device?user_code=${encodeURIComponent(userCode)}`);
    const { status } = await call('/api/auth/device/approve', { userCode });
    return status === 200 ? null : failure(status);
  },
};
