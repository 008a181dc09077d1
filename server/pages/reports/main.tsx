import { mount } from '../../../shared/browser/ui/mount.tsx';
import { ReportsPage } from './reports-page.tsx';

mount(<ReportsPage />);
