import { type ApiResult, callApi } from '../../../shared/browser/api/api-call.ts';
import { saveBlob } from '../../../shared/browser/ui/save-file.ts';
import { type History, historySchema } from '../../../shared/report/history.ts';
import { type Report, type ReportList, reportListSchema, reportSchema } from '../../../shared/protocol/reports.ts';

/** Reports as their page reads them; `query`: the filter, as in the address. */
export function createReportsApi(bearer: string) {
  const get = { method: 'GET', bearer } as const;
  const relay = location.origin;
  return {
    list: (query: URLSearchParams): Promise<ApiResult<ReportList>> =>
      callApi(relay, { ...get, path: `/api/reports?${query}`, answer: reportListSchema }),
    one: (sessionId: string): Promise<ApiResult<Report>> =>
      callApi(relay, { ...get, path: `/api/reports/${encodeURIComponent(sessionId)}`, answer: reportSchema }),
    history: (query: URLSearchParams): Promise<ApiResult<History>> =>
      callApi(relay, { ...get, path: `/api/history?${query}`, answer: historySchema }),
    /** A link could not carry the bearer. False: it did not come. */
    async saveCsv(path: string, name: string): Promise<boolean> {
      try {
        const headers = { authorization: `Bearer ${bearer}` };
        const response = await fetch(path, { credentials: 'omit', headers });
        if (response.ok) saveBlob(name, await response.blob());
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}
export type ReportsApi = ReturnType<typeof createReportsApi>;
