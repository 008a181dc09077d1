import { mount } from '../../../shared/browser/ui/mount.tsx';
import { ApiDocsPage } from './api-docs-page.tsx';

mount(<ApiDocsPage />);
