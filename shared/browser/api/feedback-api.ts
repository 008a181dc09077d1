import * as v from 'valibot';
import type { RatingBody, SurveyBody } from '../../protocol/reports.ts';
import type { NoteEntries } from '../../session/note.ts';
import { type ApiResult, callApi } from './api-call.ts';

/** What a participant still says when the session is over. */
export function createFeedbackApi(relay: string, participantToken: string) {
  const post = (path: string, body: unknown): Promise<ApiResult<object>> =>
    callApi(relay, { method: 'POST', path, answer: v.object({}), body, bearer: participantToken });
  return {
    rate: (rating: RatingBody) => post('/api/rating', rating),
    answerSurvey: (survey: SurveyBody) => post('/api/survey', survey),
    writeNote: (note: NoteEntries) => post('/api/notes', note),
  };
}
export type FeedbackApi = ReturnType<typeof createFeedbackApi>;
