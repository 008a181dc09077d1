import { mount } from '../../../shared/browser/ui/mount.tsx';
import { QueueChoice } from './queue-choice.tsx';
import { HelpPage } from './help-page.tsx';

/** `/help` or `/help/QUEUE` */
const queueId = /^\/help\/([^/]+)\/?$/.exec(location.pathname)?.[1];
mount(queueId ? <HelpPage queueId={queueId} /> : <QueueChoice />);
