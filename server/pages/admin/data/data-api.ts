import { saveBlob } from '../../../../shared/browser/ui/save-file.ts';
import { erasedSchema, foundSchema, type Subject } from '../../../../shared/protocol/held.ts';
import { type Retention, retentionSchema } from '../../../../shared/protocol/retention.ts';
import { adminCall } from '../../account/admin-api.ts';

const retentionPath = '/api/retention';

/** What is kept, as the admin's pages ask for it. */
export const dataApi = {
  retention: (bearer: string) => adminCall(bearer, retentionSchema, retentionPath),
  setRetention: (bearer: string, kept: Retention) => adminCall(bearer, retentionSchema, retentionPath, 'PUT', kept),
  find: (bearer: string, text: string) => adminCall(bearer, foundSchema, '/api/held/find', 'POST', { text }),
  erase: (bearer: string, subject: Subject) => adminCall(bearer, erasedSchema, '/api/held/erase', 'POST', subject),
  /** False: it did not come. */
  async saveExport(bearer: string, subject: Subject): Promise<boolean> {
    try {
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
      const body = JSON.stringify(subject);
      const response = await fetch('/api/held/export', { method: 'POST', credentials: 'omit', headers, body });
      if (response.ok) saveBlob('beside-data.json', await response.blob());
      return response.ok;
    } catch {
      return false;
    }
  },
};
