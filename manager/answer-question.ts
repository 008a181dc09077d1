import { managerLimits } from '../shared/protocol/manager-limits.ts';
import type { ManagerFact, ManagerFailure, ManagerQuestion } from '../shared/protocol/manager.ts';
import type { Control } from './control/control.ts';
import type { Desk } from './desk/desk.ts';
import type { FolderCommand } from './folder/open-folders.ts';
import type { Watch } from './watch/watch.ts';
import { systemTold } from './system/system-told.ts';

export type DeskQuestion = Exclude<ManagerQuestion, { type: 'manager.hello' } | FolderCommand>;

export async function answerQuestion(
  question: DeskQuestion,
  desk: Desk | null,
  control: Control | null,
  watch: Watch | null,
): Promise<ManagerFact> {
  const { id } = question;
  const done = (code: ManagerFailure | null): ManagerFact =>
    code === null ? { type: 'manager.done', id } : { type: 'manager.failed', id, code };

  if (question.type === 'manager.system') return systemTold(id);
  if (desk === null || control === null) return done('unsupported');
  if (question.type === 'manager.surfaces') {
    const [screens, windows] = await Promise.all([desk.screens(), desk.windows()]);
    return { type: 'manager.listed', id, screens: screens.slice(0, managerLimits.screens), windows };
  }
  if (question.type === 'manager.control') {
    watch?.stop();
    return done(await control.begin(question.grant, question.surface));
  }

  if (question.type === 'manager.watch') {
    return done(watch ? await watch.begin(question) : 'unsupported');
  }

  const closed = control.closed(question.grant);
  if (closed !== null) return done(closed);
  switch (question.type) {
    case 'manager.raise': {
      const surface = control.surfaceOf(question.grant);
      if (surface?.kind !== 'application') return done('unsupported');
      return done((await desk.raise(surface.window)) ? null : 'gone');
    }
    case 'manager.clipboard-read': {
      const text = await desk.readClipboard();
      const fits = Buffer.byteLength(text) <= managerLimits.clipboardBytes;
      return fits ? { type: 'manager.clipboard', id, text } : done('too-large');
    }
    case 'manager.clipboard-write': {
      if (Buffer.byteLength(question.text) > managerLimits.clipboardBytes) return done('too-large');
      await desk.writeClipboard(question.text);
      return done(null);
    }
  }
}
