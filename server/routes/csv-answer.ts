import type { Context } from 'hono';
import type { Env } from './env.ts';

/** A file to save. */
export function csvAnswer(c: Context<Env>, text: string, name: string): Response {
  c.header('content-disposition', `attachment; filename="${name}.csv"`);
  return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8' });
}
