import type { Plugin } from 'vite';

const made = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{\s*type: 'module',?\s*\},?\s*\)/g;

/** Workers as text in the script that starts them: a page that is one file has nowhere to load them from. */
export const inlineWorkers = (): Plugin => ({
  name: 'inline-workers',
  enforce: 'pre',
  transform(code) {
    const imports: string[] = [];
    const changed = code.replaceAll(made, (_all, path: string) => {
      const name = `InlineWorker${imports.length}`;
      imports.push(`import ${name} from '${path}?worker&inline';\n`);
      return `new ${name}()`;
    });
    return imports.length > 0 ? { code: imports.join('') + changed, map: null } : null;
  },
});
